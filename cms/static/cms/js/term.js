// The meaning of a hard word: Escape puts it away, and it stays on the page of a narrow screen.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll(".term:hover, .term:focus-within")) {
    term.classList.add("term-shut");
  }
});
for (const term of document.querySelectorAll(".term")) {
  const open = () => {
    term.classList.remove("term-shut");
    const plain = term.querySelector(".term-plain");
    plain.style.left = "0";
    const beyond = plain.getBoundingClientRect().right - document.documentElement.clientWidth + 8;
    if (beyond > 0) plain.style.left = `${-beyond}px`;
  };
  term.addEventListener("pointerenter", open);
  term.addEventListener("focusin", open);
}
