// Leaving quickly. The order matters: cover, close the line, keep the draft, end the session, go.
const LEAVE = "/leave/";
const WAIT = 700; // the screen is blank meanwhile
const page = document.documentElement;
const others = "BroadcastChannel" in window ? new BroadcastChannel("kindred-leave") : null;
let leaving = false;

const cover = () => page.classList.add("covered");
const uncover = () => page.classList.remove("covered");

// A draft goes to the form's own address while the session still stands.
function keepDrafts() {
  const sent = [...document.querySelectorAll("form[data-draft-url]")].map((form) =>
    fetch(form.dataset.draftUrl, { method: "POST", body: new FormData(form), keepalive: true }),
  );
  return Promise.allSettled(sent);
}

function inTime(all) {
  const late = new Promise((done) => setTimeout(done, WAIT));
  return Promise.race([Promise.allSettled(all), late]);
}

async function leave() {
  if (leaving) return;
  leaving = true;
  cover();
  document.title = "Notes";
  const waitFor = []; // what listeners still have to put away on this device
  document.dispatchEvent(new CustomEvent("kindred:leave", { detail: { waitFor } }));
  others?.postMessage("leave");
  await inTime([...waitFor, keepDrafts()]);
  // From here on nothing of this page is needed; a screen reader falls silent too.
  document.body.replaceChildren();
  fetch(LEAVE, { method: "POST", keepalive: true, redirect: "manual" }).catch(() => {});
  guard();
  location.replace(LEAVE);
}

function guard() {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `left=1; max-age=900; path=/; samesite=lax${secure}`;
}

function vanish() {
  cover();
  document.dispatchEvent(new CustomEvent("kindred:leave"));
  guard();
  location.replace(LEAVE);
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-leave]")) return;
  event.preventDefault();
  leave();
});
others?.addEventListener("message", () => {
  leaving = true;
  keepDrafts();
  vanish();
});

// Shift alone, three times.
const taps = new window.kindred.ShiftTaps();
let timer = 0;
function see(event) {
  const { type, key, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing } = event;
  const heard = taps.see({
    type, key, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing, at: event.timeStamp,
  });
  if (heard === "cover") {
    cover();
    timer = setTimeout(leave, taps.wait);
  } else if (heard === "uncover") {
    clearTimeout(timer);
    uncover();
  }
}
for (const type of ["keydown", "keyup", "pointerdown", "compositionstart", "compositionend", "blur"]) {
  window.addEventListener(type, see, { capture: true, passive: true });
}

// The way back after leaving leads out again. An address typed in anew opens the page.
const left = () => document.cookie.split("; ").includes("left=1");
const wayIn = performance.getEntriesByType("navigation")[0]?.type;
if (page.hasAttribute("data-left")) {
  if (wayIn === "back_forward") vanish();
  else page.removeAttribute("data-left");
}
window.addEventListener("pageshow", (event) => {
  if (event.persisted && left()) vanish();
});
