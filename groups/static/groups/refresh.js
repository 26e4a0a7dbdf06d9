// What only the server knows is asked of it: who is there now, what became of waiting words.
const SPREAD = 1500; // not every screen at the same moment
const AGAIN = 120000; // who is here changes quietly: nobody is told that somebody came or went
let timer = 0;

function swap(page, id) {
  const old = document.getElementById(id), fresh = page.getElementById(id);
  if (!old || !fresh) return;
  for (const open of old.querySelectorAll("details[id][open]"))
    fresh.querySelector(`#${open.id}`)?.setAttribute("open", "");
  old.className = fresh.className;
  old.hidden = fresh.hidden;
  old.replaceChildren(...fresh.childNodes);
}

function follow(page) {
  const all = ["strip", "beside", "for-two-now", "waiting", "send", "box-label", "listening", "help-who", "pair-box"];
  for (const id of all) swap(page, id);
  window.kindred.together?.(page);
  window.kindred.insteadOfBox(page);
  if (!page.querySelector("#composer")) return;
  const composer = document.querySelector("#composer"), fields = document.querySelector("#held-for");
  if (!fields) return;
  const waits = page.querySelector("#composer").classList.contains("composer-waits");
  fields.hidden = fields.disabled = !waits && window.kindred.heldFor(composer) === "group";
  composer.classList.toggle("composer-waits", waits);
}

window.kindred.swap = swap;

async function ask() {
  const answer = await fetch(location.pathname, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector("#room")) return;
  follow(page);
  document.dispatchEvent(new CustomEvent("kindred:page", { detail: page }));
}

window.kindred.refresh = () => {
  clearTimeout(timer);
  timer = setTimeout(ask, Math.random() * SPREAD);
};

setInterval(() => {
  if (document.visibilityState === "visible" && document.querySelector("#room[data-live] #strip"))
    window.kindred.refresh();
}, AGAIN);
