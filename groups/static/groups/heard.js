// Telling an author something without words, without leaving the page; and what readers told one.
const say = (...given) => window.kindred.say(...given);

async function press(button, address) {
  const pressed = button.getAttribute("aria-pressed") === "true";
  const words = new FormData();
  words.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  words.set(pressed ? "back" : "kind", button.value);
  const how = { method: "POST", body: words, headers: { Accept: "application/json" } };
  const answer = await fetch(address, how).catch(() => null);
  if (!answer?.ok) { location.assign(address); return; } // the page says why
  button.setAttribute("aria-pressed", String(!pressed));
  const all = button.parentElement.querySelectorAll("[aria-pressed=true]");
  button.closest(".message").dataset.pressed = [...all].map(({ value }) => value).join(" ");
  window.kindred.tell(say(pressed ? "taken-back" : "told"));
}

// In an open menu the three stand where the way to their page was.
document.addEventListener("kindred:menu", ({ detail: menu }) => {
  const line = menu.querySelector(".message-react");
  const link = line && line.querySelector("a");
  if (!link) return;
  const group = document.querySelector("#reactions").content.firstElementChild.cloneNode(true);
  const pressed = (menu.closest(".message").dataset.pressed ?? "").split(" ");
  for (const button of group.children) {
    button.setAttribute("aria-pressed", String(pressed.includes(button.value)));
    button.addEventListener("click", () => press(button, link.href));
  }
  line.replaceChildren(group);
});

// The page as the server has it now: how many heard which of one's own words.
document.addEventListener("kindred:page", ({ detail: page }) => {
  for (const li of document.querySelectorAll("#messages .message-own[id]")) {
    const fresh = page.getElementById(li.id), said = fresh?.querySelector(".message-heard");
    if (!fresh || (!said && !li.querySelector(".message-heard"))) continue;
    window.kindred.part(li, ".message-heard", ".message-words").textContent = said?.textContent ?? "";
  }
});
