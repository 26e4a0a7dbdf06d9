// Covering a part of somebody's words: what is marked in the box goes into the field below, with the
// place where it stands. The server counts characters, not halves of them.
const form = document.querySelector("form[data-cover]");

if (form) {
  const words = form.querySelector("#cover-words");
  const { part, start, end } = form.elements;
  const count = (text) => [...text].length;

  form.querySelector("#cover-how").hidden = false;
  // A box that is only read lets nobody mark with the keyboard: it takes the cursor, and no letter.
  words.readOnly = false;
  words.inputMode = "none";
  words.setAttribute("aria-readonly", "true");
  words.addEventListener("beforeinput", (event) => event.preventDefault());

  document.addEventListener("selectionchange", () => {
    const { selectionStart: from, selectionEnd: to, value } = words;
    if (document.activeElement !== words || from === to) return;
    part.value = value.slice(from, to).replace(/\s+/g, " ").trim();
    start.value = count(value.slice(0, from));
    end.value = count(value.slice(0, to));
  });
  part.addEventListener("input", () => { start.value = end.value = ""; });
}
