/* Opens what somebody kept of the library on this device, when the line or the server is down. It
   keeps nothing by itself and serves nothing while the server answers. */
const LIST = "/learn/kept/";
const PATIENCE = 8000;

const keptOf = (path) => caches.match(path, { ignoreVary: true });

async function dropGone(path) {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("kept ") && name.endsWith(` ${path}`)).map((name) => caches.delete(name)));
}

async function answer(event, path, isPage) {
  // The browser asks by itself: the server sees an address typed in as one, not as ours.
  const asked = Promise.resolve(event.preloadResponse).then((got) => got ?? fetch(event.request));
  const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE));
  const got = await Promise.race([asked, late]).catch(() => null);
  if (isPage && (got?.status === 404 || got?.status === 410)) await dropGone(path);
  if (got && got.status < 500) return got;
  const kept = (await keptOf(isPage ? path : event.request)) ?? (isPage ? await keptOf(LIST) : undefined);
  return kept ?? got ?? asked;
}

addEventListener("activate", (event) => event.waitUntil(registration.navigationPreload?.enable()));
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === "GET" && origin === location.origin) event.respondWith(answer(event, pathname, mode === "navigate"));
});
