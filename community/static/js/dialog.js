// A link with data-dialog="id" opens that <dialog> in place of going to its page. Without scripts
// the page does the same. Esc closes, as the browser does by itself; what was typed stays.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog?.showModal) {
    event.preventDefault();
    dialog.showModal();
  }
  const closer = event.target.closest("[data-dialog-close]");
  closer?.closest("dialog")?.close();
});
