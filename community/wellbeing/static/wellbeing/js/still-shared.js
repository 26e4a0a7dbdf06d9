// A page that shows what somebody shares asks every 0.7 s whether it still may. When it may not, or
// nobody has answered for a while, it goes blank at once: also under an open print dialogue. Without
// scripts the page loads itself anew. Boxes that quote it are marked `data-still-too`; what somebody
// writes themself stays in its box.

const shared = document.querySelector("[data-still]");
const EVERY = 700;
const PATIENCE = 5000; // without an answer

if (shared) {
  let heard = Date.now();
  const blank = () => {
    const gone = document.getElementById("shared-gone");
    shared.replaceChildren();
    for (const quoted of document.querySelectorAll("[data-still-too]")) quoted.replaceChildren();
    gone.hidden = false;
    gone.focus();
    clearInterval(timer);
  };
  const ask = async () => {
    try {
      const answer = await fetch(shared.dataset.still, {
        cache: "no-store",
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.status === 204) heard = Date.now();
      else if (answer.status < 500) return blank();
    } catch {
      // The line is away: patience is measured below.
    }
    if (Date.now() - heard > PATIENCE) blank();
  };
  const timer = setInterval(ask, EVERY);
  addEventListener("pageshow", ask);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  document.addEventListener("kindred:leave", blank);
}
