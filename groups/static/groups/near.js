// Help at the box after heavy words: it stands in the page, takes no focus and covers nothing. One
// key folds it to one line, which opens it again.
const help = document.querySelector("#help-near");
const quiet = document.querySelector("#help-quiet");

// What an answer says: `help` in full, with `again` as one line, `quiet` as one quiet line.
window.kindred.near = (answer) => {
  if (answer.quiet && quiet && (!help || help.hidden)) quiet.hidden = false;
  if (!answer.help || !help) return "";
  help.hidden = false;
  if (quiet) quiet.hidden = true;
  if (!answer.again) {
    help.open = true;
    help.scrollIntoView({ block: "nearest" });
  }
  return window.kindred.say(answer.again ? "help-again" : "help-here");
};

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !help?.open || help.hidden) return;
  if (document.querySelector("dialog[open]")) return;
  const inside = help.contains(document.activeElement);
  help.open = false;
  if (inside) help.querySelector("summary").focus();
});
