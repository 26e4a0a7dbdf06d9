// Covering a part of somebody's words: what is marked in the box goes into the field below, with the
// place where it stands. The server counts characters, not halves of them.
const form = document.querySelector("form[data-cover]");

if (form) {
  const words = form.querySelector("#cover-words");
  const { part, start, end } = form.elements;
  const count = (text) => [...text].length;

  form.querySelector("#cover-how").hidden = false;
  const choose = () => {
    const { selectionStart: from, selectionEnd: to, value } = words;
    if (from === to) return;
    part.value = value.slice(from, to).replace(/\s+/g, " ").trim();
    start.value = count(value.slice(0, from));
    end.value = count(value.slice(0, to));
  };
  for (const name of ["select", "keyup", "mouseup", "touchend"]) words.addEventListener(name, choose);
  part.addEventListener("input", () => { start.value = end.value = ""; });
}
