// Who has one's heavy words, or was called to them, as it is now. Asked only while help stands at
// the box or words of one's own wait; without this the page says it when it is loaded.

const line = document.querySelector("#called");
const EVERY = 15000;

if (line) {
  const matters = () =>
    ["#help-near", "#waiting"].some((part) => document.querySelector(part)?.hidden === false);
  const look = async () => {
    if (document.hidden || !matters()) return;
    try {
      const answer = await fetch(line.dataset.called);
      const said = answer.status === 200 && !answer.redirected ? await answer.text() : "";
      if (said !== line.textContent) line.textContent = said;
      line.hidden = !said;
    } catch {
      // The line is away: the room says so.
    }
  };
  setInterval(look, EVERY);
  const help = document.querySelector("#help-near");
  if (help) new MutationObserver(look).observe(help, { attributeFilter: ["hidden"] });
}
