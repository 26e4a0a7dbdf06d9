// Whoever leaves quickly is not asked whether they want to: the editor would ask about what was not
// saved yet, over a page that has to be gone.
let goes = false;

document.addEventListener("kindred:leave", () => { goes = true; });
window.addEventListener("beforeunload", (event) => {
  if (goes) event.stopImmediatePropagation();
}, { capture: true });
