{% load static %}/* Keeps the help page, and nothing else, for when the line or the server is down. */
const KEPT = "help-1";
const PAGES = ["/help-now/", "{% static "site.css" %}"];
addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(PAGES.map((page) => new Request(page, { credentials: "omit" })))));
});
addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))));
});
addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || !PAGES.includes(pathname)) return;
  event.respondWith(fetch(event.request).then((answer) => {
    if (answer.status < 500) return answer;
    return caches.match(pathname).then((kept) => kept ?? answer);
  }).catch(() => caches.match(pathname)));
});
