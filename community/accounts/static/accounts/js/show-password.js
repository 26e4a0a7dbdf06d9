// A button beside each password box that shows what was typed, and hides it again before it is sent.
const words = document.querySelector("[data-show-words]");
for (const box of document.querySelectorAll("input[data-show]")) {
  const button = document.createElement("button");
  const say = (shown) => {
    box.type = shown ? "text" : "password";
    button.textContent = shown ? words?.dataset.hide ?? "Hide" : words?.dataset.show ?? "Show";
    button.setAttribute("aria-pressed", String(shown));
  };
  button.type = "button";
  button.className = "button button-second button-small password-show";
  button.setAttribute("aria-controls", box.id);
  button.addEventListener("click", () => say(box.type === "password"));
  const row = document.createElement("div");
  row.className = "password-row";
  // Somebody may be typing into it by now, and a box that is moved loses that.
  const [isTyping, at] = [box === document.activeElement, box.selectionEnd];
  box.before(row);
  row.append(box, button);
  say(false);
  if (isTyping) {
    box.focus();
    box.setSelectionRange(at, at);
  }
  box.form?.addEventListener("submit", () => say(false));
}
