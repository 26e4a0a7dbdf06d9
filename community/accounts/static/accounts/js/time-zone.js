// The browser's own time zone, offered where a form asks for it and nothing was chosen. Only there:
// the first question about zones is the slowest thing a page could do.
for (const box of document.querySelectorAll("[data-time-zone]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  const isOffered = !box.options || [...box.options].some((option) => option.value === zone);
  if (isOffered) box.value ||= zone;
}
