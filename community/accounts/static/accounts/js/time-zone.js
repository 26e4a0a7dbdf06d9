// The browser's own time zone, offered where a form asks for it and nothing was chosen.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const box of document.querySelectorAll("[data-time-zone]")) {
  if (zone && !box.value) box.value = zone;
}
