/* Keeps the help page, and nothing else, for when the line or the server is down. It is the page
   with every country on it, asked for without anybody's cookies. */
const KEPT = "help-2";
const NOW = "/help-now/";
const PAGE = "/help-now/kept/";
const STYLE = "/static/kept.css";
const PATIENCE = 8000;

const keep = () =>
  caches.open(KEPT).then((kept) =>
    kept.addAll([PAGE, STYLE].map((path) => new Request(path, { credentials: "omit", cache: "no-cache" }))),
  );

// The page of before: after a while without an answer, after a failure, or after an answer that is one.
function keptInstead(asked, path) {
  const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE));
  return Promise.race([asked, late]).then(
    (answer) => (answer.status < 500 ? answer : caches.match(path).then((kept) => kept ?? answer)),
    () => caches.match(path).then((kept) => kept ?? Response.error()),
  );
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith("help-") && name !== KEPT).map((name) => caches.delete(name))));
  // The browser asks by itself: the server sees an address typed in as one, not as ours.
  event.waitUntil(Promise.all([old, registration.navigationPreload?.enable()]));
});
addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const { pathname } = new URL(event.request.url);
  if (pathname === STYLE) return event.respondWith(keptInstead(fetch(event.request), STYLE));
  if (pathname !== NOW && pathname !== PAGE) return;
  const asked = Promise.resolve(event.preloadResponse).then((answer) => answer ?? fetch(event.request));
  event.respondWith(keptInstead(asked, PAGE));
  event.waitUntil(keep().catch(() => {}));
});
