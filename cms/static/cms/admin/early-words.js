// The editor takes for saved what stands in a form two seconds after it opened, and again what stands
// there when an answer to its saving comes. Words written just before either were never sent: it would
// neither save nor preview them, nor ask before they are lost. It is told here that some are left.
const LAG = 400;  // milliseconds: a long text reaches its form a quarter of a second after the key
const written = new WeakMap();  // when somebody wrote in a form last
const sent = new WeakMap();  // until when what was written there is on its way to the server

for (const change of ["beforeinput", "input"]) {
  document.addEventListener(change, (event) => {
    const form = event.target.closest("form");
    if (form) written.set(form, performance.now());
  }, { capture: true });
}
document.addEventListener("w-autosave:save", (event) => {
  sent.set(event.target, performance.now() - LAG);
});
document.addEventListener("w-unsaved:watch-edits", (event) => {
  const form = event.target;
  if ((written.get(form) ?? 0) <= (sent.get(form) ?? 0)) return;
  setTimeout(() => { form.setAttribute("data-w-unsaved-force-value", "true"); });
});
