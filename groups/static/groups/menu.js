// Menus beside messages are plain disclosures; here one closes when another opens, or with Esc.
const MENU = ".message-menu[open]";

function close(menu, { focus = false } = {}) {
  menu.open = false;
  if (focus) menu.querySelector("summary").focus();
}

document.addEventListener("toggle", ({ target }) => {
  if (!target.matches?.(MENU)) return;
  for (const other of document.querySelectorAll(MENU)) if (other !== target) close(other);
  target.querySelector("ul").scrollIntoView({ block: "nearest" });
}, true);

document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll(MENU)) if (!menu.contains(target)) close(menu);
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.(MENU);
  if (menu) close(menu, { focus: true });
});
