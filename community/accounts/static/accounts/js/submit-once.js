// A second press of the same button sends nothing twice; the server would not mind either.
for (const form of document.querySelectorAll("form[data-submit-once]")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("pageshow", () => {
    sent = false;
  });
}
