// After a form came back with something to mend, reading starts at the list of what it is.
const summary = document.querySelector("[data-error-summary]");
if (summary) {
  if (!document.title.startsWith(summary.dataset.errorSummary)) {
    document.title = summary.dataset.errorSummary + document.title;
  }
  summary.focus();
}
