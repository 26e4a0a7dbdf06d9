// The page that shows a code asks every two seconds whether somebody has typed it, and goes on to who
// it was. Without scripts the button asks.

const shows = document.querySelector("[data-code-typed]");

if (shows) {
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(shows.dataset.codeTyped, { cache: "no-store", redirect: "manual" });
      if (answer.status === 204) location.assign(shows.dataset.onward);
    } catch {
      // The line is away: the next time asks again.
    }
  };
  const timer = setInterval(ask, 2000);
  document.addEventListener("kindred:leave", () => clearInterval(timer));
}
