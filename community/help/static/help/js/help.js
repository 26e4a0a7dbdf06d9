/* Lets the browser keep the help page for when nothing else answers. It holds nobody's words. */
if ("serviceWorker" in navigator && location.pathname === "/help-now/") {
  navigator.serviceWorker.register("/help-now/offline.js", { scope: "/help-now/" }).catch(() => {});
}
