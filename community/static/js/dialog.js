// A link with data-dialog="id" opens that <dialog> in place of going to its page. Without scripts
// the page does the same. Esc closes, as the browser does by itself; what was typed stays.
function open(dialog) {
  // While a dialog is open nothing behind it can be pressed: the way out comes along, last in it.
  if (!dialog.querySelector("[data-leave]")) {
    const way = document.querySelector("[data-leave]");
    if (way) dialog.append(way.cloneNode(true));
  }
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog?.showModal) {
    event.preventDefault();
    open(dialog);
  }
  event.target.closest("[data-dialog-close]")?.closest("dialog")?.close();
});
