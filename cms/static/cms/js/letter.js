// A letter to fill in: each blank can be written into where it stands. Nothing is sent or kept.
for (const note of document.querySelectorAll("[data-letter-note]")) {
  note.hidden = false;
}
for (const blank of document.querySelectorAll("[data-blank]")) {
  blank.contentEditable = "true";
  blank.setAttribute("role", "textbox");
  blank.setAttribute("aria-label", blank.dataset.blank);
  blank.tabIndex = 0;
  blank.addEventListener("focus", () => getSelection().selectAllChildren(blank));
}
