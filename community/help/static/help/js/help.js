/* Lets the browser keep the help page for when nothing else answers: from every page, so that it is
   there before it is needed. It holds nobody's words. */
if ("serviceWorker" in navigator) {
  addEventListener("load", () => {
    navigator.serviceWorker.register("/help-now/offline.js", { scope: "/help-now/" }).catch(() => {});
  });
}
