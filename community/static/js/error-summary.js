// After a form came back with something to mend, reading starts at the list of what it is; each
// line leads into its field with the question in sight.
const summary = document.querySelector("[data-error-summary]:not([data-example] *)");
if (summary) {
  if (!document.title.startsWith(summary.dataset.errorSummary)) {
    document.title = summary.dataset.errorSummary + document.title;
  }
  const { activeElement: at } = document;
  if (!at || at.value === undefined || at.value === at.defaultValue) summary.focus(); // nobody writes yet
  summary.addEventListener("click", (event) => {
    const field = document.getElementById(event.target.hash?.slice(1) ?? "");
    if (!field) return;
    event.preventDefault();
    (field.closest(".field") ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
