// A time of day in this browser's zone, where the server wrote it in another.
for (const time of document.querySelectorAll("time[data-clock]")) {
  const here = new Date(time.dateTime).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (here !== time.textContent.trim()) time.textContent = `${here} (${time.dataset.clock})`;
}
