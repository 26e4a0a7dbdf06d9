// The plan follows the settings above it: it is fetched as the page would show it. Without this, or
// where that fails, the button does the same.
const form = document.querySelector("form[data-preview]");
const said = document.querySelector("#said");
const PAUSE = 400; // milliseconds after the last change
let waits;
let asked;

async function look() {
  asked?.abort();
  asked = new AbortController();
  const address = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  try {
    const answer = await fetch(address, { signal: asked.signal });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(form.dataset.preview);
    document.getElementById(form.dataset.preview).replaceWith(fresh);
    history.replaceState(null, "", address);
    said.textContent = fresh.querySelector("[data-changed]")?.textContent ?? "";
  } catch {
    // Asked again meanwhile, or nobody answers: the button is there.
  }
}

form.addEventListener("input", () => {
  clearTimeout(waits);
  waits = setTimeout(look, PAUSE);
});
