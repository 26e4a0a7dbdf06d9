// Shows a box only while the choice has a use for it. Without this every box is there, and the
// server says which one was needed.

const decide = document.querySelector("[data-decide]");

if (decide) {
  const boxes = Object.fromEntries(
    ["which", "why", "rule", "words", "ends"].map((name) => [name, decide.dataset[name].split(" ")]),
  );
  const fit = () => {
    const chosen = decide.querySelector("[name=choice]:checked")?.value;
    for (const [name, uses] of Object.entries(boxes)) {
      const field = decide.querySelector(`[name=${name}]`)?.closest(".field");
      if (field) field.hidden = !chosen || !uses.includes(chosen);
    }
  };
  decide.addEventListener("change", fit);
  fit();
}
