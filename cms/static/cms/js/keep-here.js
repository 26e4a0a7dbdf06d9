// Pages of the library kept on this device: each in a box of its own, which the browser opens when
// nothing answers (cms/offline.js). A box holds the page as strangers get it. Leaving quickly and
// signing out empty them all; so does the first page that shows that a session is over, of what
// was kept in it.
const BOX = "kept ";
const LIST = "/learn/kept/";
const MEMBER = "member", ANYONE = "anyone";
const stranger = document.querySelector(".site-nav a[href^='/accounts/login']") !== null;
const isCopy = document.querySelector("[data-kept-copy]:not([hidden])") !== null;
const here = document.querySelector("[data-keep-here]");
const list = document.querySelector("[data-kept-list]");
const dropped = new Set(); // what is on its way while somebody drops it is not kept after all
let emptied = false, known = [];

const boxes = async () => (known = (await caches.keys()).filter((name) => name.startsWith(BOX)));
const pathOf = (name) => name.split(" ").at(-1);
const worker = () => navigator.serviceWorker.getRegistration("/learn/");

// The last page takes the list and the worker with it.
async function drop(isMeant) {
  const all = await boxes();
  const stays = all.some((name) => !isMeant(name) && pathOf(name) !== LIST);
  const going = all.filter((name) => isMeant(name) || !stays);
  for (const name of going) dropped.add(name);
  await Promise.all(going.map((name) => caches.delete(name)));
  if (!stays) await (await worker())?.unregister();
}

// What can be done without us stays in the copy; what would ask us something goes.
function asCopy(page) {
  for (const part of page.querySelectorAll("[data-online]")) part.remove();
  const note = page.querySelector("[data-kept-copy]");
  note.hidden = false;
  note.querySelector("time").textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

// True: kept as it is now. False: it is there no more.
async function keep(path, who) {
  const answer = await fetch(path, { credentials: "omit", cache: "no-cache" });
  if (answer.status === 404 || answer.status === 410) return false;
  if (!answer.ok || answer.redirected) throw new Error("not kept");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = [...page.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], .article img")];
  const name = `${BOX}${who} ${path}`;
  const isUnwanted = () => emptied || dropped.has(name);
  if (isUnwanted()) return false;
  const box = await caches.open(name);
  await box.addAll(parts.map((part) => new Request(part.getAttribute("href") ?? part.getAttribute("src"), { credentials: "omit" })));
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8" });
  const policy = answer.headers.get("Content-Security-Policy");
  if (policy) headers.set("Content-Security-Policy", policy);
  await box.put(path, new Response(asCopy(page), { headers }));
  if (isUnwanted()) await caches.delete(name);
  return !isUnwanted();
}

// A new edition, and what is there no more: the copies follow whenever somebody reads here.
async function lookAgain() {
  for (const name of await boxes()) {
    const stays = await keep(pathOf(name), name.split(" ")[1]).catch(() => true);
    if (!stays) await caches.delete(name);
  }
}

function show(said = "") {
  return boxes().then((names) => {
    if (here) {
      const isKept = names.some((name) => pathOf(name) === location.pathname);
      here.querySelector("[data-not-kept]").hidden = isKept;
      here.querySelector("[data-is-kept]").hidden = !isKept;
      here.querySelector("[role=status]").textContent = said;
      here.hidden = false;
      if (said) here.querySelector(isKept ? "[data-drop]" : "[data-keep]").focus();
    }
    if (list) return showList(names.filter((name) => pathOf(name) !== LIST));
  });
}

const showAgain = () => show().then(() => document.querySelector("#main").focus());

async function showList(names) {
  const rows = await Promise.all(names.map(async (name) => {
    const text = await (await caches.match(pathOf(name), { cacheName: name }))?.text();
    const title = text && new DOMParser().parseFromString(text, "text/html").querySelector("h1");
    const row = document.querySelector("[data-kept-row]").content.firstElementChild.cloneNode(true);
    row.querySelector("a").href = pathOf(name);
    row.querySelector("a").textContent = title ? title.textContent : pathOf(name);
    row.querySelector(".unseen").textContent += title ? title.textContent : "";
    row.querySelector("button").addEventListener("click", () => drop((other) => other === name).then(showAgain));
    return row;
  }));
  list.replaceChildren(...rows);
  document.querySelector("[data-kept-some]").hidden = rows.length === 0;
  document.querySelector("[data-kept-none]").hidden = rows.length > 0;
}

async function press() {
  const who = stranger ? ANYONE : MEMBER;
  emptied = false;
  dropped.clear();
  await navigator.serviceWorker.register("/learn/offline.js", { scope: "/learn/" });
  for (const path of [LIST, location.pathname]) await keep(path, who);
}

if ("caches" in window && "serviceWorker" in navigator) {
  const everything = () => {
    emptied = true;
    for (const name of known) caches.delete(name).catch(() => {}); // asked for before the page can go
    return drop(() => true).catch(() => {});
  };
  document.addEventListener("kindred:leave", (event) => event.detail?.waitFor.push(everything()));
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action")?.endsWith("/accounts/logout/")) everything();
  });
  here?.querySelector("[data-keep]").addEventListener("click", () => {
    press().then(
      () => show(here.dataset.kept),
      () => drop(() => false).then(() => show(here.dataset.failed)),
    );
  });
  here?.querySelector("[data-drop]").addEventListener("click", () => {
    drop((name) => pathOf(name) === location.pathname).then(() => show(here.dataset.dropped));
  });
  document.querySelector("[data-drop-all]")?.addEventListener("click", () => everything().then(showAgain));
  const first = stranger && !isCopy ? drop((name) => name.startsWith(`${BOX}${MEMBER} `)) : Promise.resolve();
  first.then(() => show()).then(() => (here || list) && !isCopy && lookAgain()).catch(() => {});
}
