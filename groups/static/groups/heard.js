// Telling an author something without words, without leaving the page; and what readers told one.
const say = (...given) => window.kindred.say(...given);

async function press(button) {
  const form = document.querySelector("#react");
  const words = new FormData(form);
  words.set(button.name, button.value);
  const how = { method: "POST", body: words, headers: { Accept: "application/json" } };
  const answer = await fetch(button.getAttribute("formaction"), how).catch(() => null);
  if (!answer?.ok) { form.requestSubmit(button); return; }
  const told = button.name === "kind";
  button.name = told ? "back" : "kind";
  button.setAttribute("aria-pressed", String(told));
  document.querySelector("#announcer").textContent = say(told ? "told" : "taken-back");
}

document.querySelector("#react")?.addEventListener("submit", (event) => {
  const { submitter } = event;
  if (!submitter || submitter.dataset.tried) return;
  event.preventDefault();
  submitter.dataset.tried = "yes"; // a second way is open where the first one failed
  press(submitter).finally(() => delete submitter.dataset.tried);
});

// The page as the server has it now: how many heard which of one's own words.
document.addEventListener("kindred:page", ({ detail: page }) => {
  for (const li of document.querySelectorAll("#messages .message-own[id]")) {
    const fresh = page.getElementById(li.id)?.querySelector(".message-heard");
    const place = li.querySelector(".message-heard");
    if (fresh && place) place.textContent = fresh.textContent;
  }
});
