// Copies what stands in another place of the page, and says so.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const place = document.querySelector(button.dataset.copy);
    const said = document.querySelector("[data-copied]");
    await navigator.clipboard.writeText(place.textContent.trim());
    if (said) said.textContent = said.dataset.copied;
  });
}
