// A button that carries words puts them into the box, below what is there. Without a script its
// form keeps them as a draft, which the page then shows.
const box = document.querySelector("#box");

for (const button of document.querySelectorAll("[data-fills]")) {
  button.addEventListener("click", (event) => {
    if (!box) return;
    event.preventDefault();
    box.value = [box.value.trim(), button.dataset.fills].filter(Boolean).join("\n\n");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  });
}
