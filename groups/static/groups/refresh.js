// What only the server knows is asked of it: who is there now, what became of waiting words.
const SPREAD = 1500; // not every screen at the same moment
const AGAIN = 120000; // who is here changes quietly: nobody is told that somebody came or went
const HELD = 2000; // a press is no longer than this
const TOKEN = /(name="csrfmiddlewaretoken" value=")[^"]*/g; // another each time, and all of them true
let timer = 0, asked = 0, drawn = 0, lifted = null, lift = null;

// A button that is drawn anew under a finger never hears the press: what came waits until it is up.
document.addEventListener("pointerdown", () => {
  lifted ??= new Promise((done) => { lift = () => { lifted = null; done(); }; });
  setTimeout(() => lift(), HELD);
}, true);
for (const end of ["pointerup", "pointercancel"])
  document.addEventListener(end, () => setTimeout(() => lift?.()), true);

// What the server has at this address: { page }. Answers overtake each other on a slow line: one that
// was asked for before what stands here by now is { late }.
window.kindred.look = async (address) => {
  const mine = asked += 1;
  const answer = await fetch(address, { cache: "no-store" }).catch(() => null);
  const text = answer?.ok ? await answer.text().catch(() => "") : "";
  await lifted;
  if (!text) return {};
  if (mine < drawn) return { late: true };
  drawn = mine;
  return { page: new DOMParser().parseFromString(text, "text/html") };
};

const bare = (part) => part.innerHTML.replace(TOKEN, "$1");
const nameOf = (one) => [one.localName, one.id || one.getAttribute("href") || one.textContent.trim()].join(" ");

window.kindred.isSame = (old, fresh) => bare(old) === bare(fresh);

// What is the same stays, and so does whoever has the focus in what is not.
function swap(page, id) {
  const old = document.getElementById(id), fresh = page.getElementById(id);
  if (!old || !fresh) return;
  for (const open of old.querySelectorAll("details[id][open]"))
    fresh.querySelector(`#${open.id}`)?.setAttribute("open", "");
  old.className = fresh.className;
  old.hidden = fresh.hidden;
  if (window.kindred.isSame(old, fresh)) return;
  const focus = document.activeElement, was = old.contains(focus) && nameOf(focus);
  old.replaceChildren(...fresh.childNodes);
  if (!was) return;
  const all = [...old.querySelectorAll("a, button, summary, input")];
  all.find((one) => nameOf(one) === was)?.focus({ preventScroll: true });
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
  const { page, late } = await window.kindred.look(location.pathname);
  if (late) window.kindred.refresh(); // what came instead was a part of it
  if (!page?.querySelector("#room")) return;
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
