// What can be done with a message. The page prints a link to a page of its acts; here the link becomes
// a menu, filled from the one there is on the page (`<template id="acts">`) when it opens. One closes
// when another opens, or with Esc.
const MENU = ".message-menu[open]";

// Everything that applies to the message as it stands now, with its number.
function actsOf(li) {
  const list = document.querySelector("#acts").content.firstElementChild.cloneNode(true);
  const whose = li.matches(".message-own") ? "own" : "others";
  const state = li.matches(".message-hidden") ? "hidden" : "shown";
  const isTeam = li.querySelector('[data-role="moderator"]');
  for (const item of [...list.children]) {
    const { for: who = whose, while: when = state, to } = item.dataset;
    const isTo = !to || (li.dataset.by && (to === "somebody" || !isTeam));
    if (who !== whose || when !== state || !isTo) item.remove();
  }
  for (const one of list.querySelectorAll("a, form")) {
    const name = one.matches("a") ? "href" : "action";
    const seq = li.id.slice(2);
    const there = one.getAttribute(name).replace(/(\bm\/|answer=|around=|#m-)0\b/g, `$1${seq}`);
    one.setAttribute(name, there);
  }
  return list;
}

// The link of a message becomes its menu.
window.kindred.menu = (li) => {
  const link = li.querySelector("a.message-menu");
  if (!link) return;
  const menu = document.createElement("details");
  menu.className = link.className;
  menu.hidden = link.hidden;
  menu.append(document.createElement("summary"));
  menu.firstChild.append(...link.childNodes);
  const wasAt = link === document.activeElement;
  link.replaceWith(menu);
  if (wasAt) menu.firstChild.focus();
};

// The message stands differently now: what was open is no longer true of it. Who was in it stays at
// its sign, or at the message itself where nothing can be done with it any more.
window.kindred.menuAnew = (li) => {
  const menu = li.querySelector(".message-menu");
  if (!menu) return;
  const inside = menu.contains(document.activeElement);
  menu.hidden = li.matches(".message-erased") || !actsOf(li).children.length;
  close(menu, { focus: inside });
  if (!inside || !menu.hidden) return;
  li.tabIndex = -1;
  li.focus({ preventScroll: true });
};

function close(menu, { focus = false } = {}) {
  menu.open = false;
  if (focus) menu.querySelector("summary").focus();
}

document.addEventListener("toggle", ({ target }) => {
  if (!target.matches?.(MENU)) return;
  for (const other of document.querySelectorAll(MENU)) if (other !== target) close(other);
  target.querySelector("ul")?.scrollIntoView({ block: "nearest" });
}, true);

// Before it opens, by whatever means its sign is pressed: the next Tab finds its first line.
document.addEventListener("click", ({ target }) => {
  const menu = target.closest?.(".message-menu > summary")?.parentElement;
  if (!menu || menu.open) return;
  menu.querySelector("ul")?.remove();
  menu.append(actsOf(menu.closest(".message")));
  document.dispatchEvent(new CustomEvent("kindred:menu", { detail: menu }));
}, true);

document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll(MENU)) if (!menu.contains(target)) close(menu);
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.(MENU);
  if (menu) close(menu, { focus: true });
});

for (const li of document.querySelectorAll("#messages .message")) window.kindred.menu(li);
