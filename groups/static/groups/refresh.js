// What only the server knows is asked of it: who is there now, what became of waiting words.
const SPREAD = 1500; // not every screen at the same moment
const AGAIN = 120000; // who is here changes quietly: nobody is told that somebody came or went
let timer = 0;

function swap(page, id) {
  const old = document.getElementById(id), fresh = page.getElementById(id);
  if (!old || !fresh) return;
  old.className = fresh.className;
  old.hidden = fresh.hidden;
  old.replaceChildren(...fresh.childNodes);
}

function follow(page) {
  for (const id of ["strip", "waiting", "send", "box-label"]) swap(page, id);
  document.dispatchEvent(new CustomEvent("kindred:page", { detail: page }));
  const fresh = page.querySelector("#held-for"), fields = document.querySelector("#held-for");
  if (!fresh || !fields) return;
  fields.hidden = fresh.hidden;
  fields.disabled = fresh.disabled;
  const waits = page.querySelector("#composer").classList.contains("composer-waits");
  document.querySelector("#composer").classList.toggle("composer-waits", waits);
}

async function ask() {
  const answer = await fetch(location.pathname, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.querySelector("#room")) follow(page);
}

window.kindred.refresh = () => {
  clearTimeout(timer);
  timer = setTimeout(ask, Math.random() * SPREAD);
};

setInterval(() => {
  if (document.visibilityState === "visible" && document.querySelector("#room[data-live] #strip"))
    window.kindred.refresh();
}, AGAIN);
