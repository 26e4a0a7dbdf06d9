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
    const first = decide.querySelector("[data-starters]");
    if (first) first.hidden = !chosen || !boxes.words.includes(chosen);
  };
  decide.addEventListener("change", fit);
  fit();

  // First sentences go into the box by one press, and only into an empty one.
  const words = decide.querySelector("[name=words]");
  for (const starter of decide.querySelectorAll("[data-starter]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-second button-small";
    button.textContent = starter.textContent;
    button.addEventListener("click", () => {
      if (words.value.trim()) return words.focus();
      words.value = starter.textContent;
      words.focus();
    });
    starter.replaceChildren(button);
  }
}
