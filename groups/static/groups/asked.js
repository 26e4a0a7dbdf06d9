// Words that three members asked the team to look at: others read a line in their place, their author
// and who looks after the room a line below them (groups/asked.py says the same on the page).
const say = (...given) => window.kindred.say(...given);
const room = document.querySelector("#room");

// By when somebody looks, where that can be said truly.
function look(back) {
  if (!(Date.parse(back) > Date.now())) return say("looks");
  const how = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: room.dataset.zone };
  return say("looks-at", { TIME: new Intl.DateTimeFormat("en-GB", how).format(new Date(back)) });
}

// What stands in the place of these words for this reader; nothing where they are not folded.
window.kindred.asked = (li, own) =>
  "folded" in li.dataset && !own && !("moderates" in room.dataset)
    ? say("asked", { LOOK: look(li.dataset.folded) }) : "";

// `back`: when the team is back, "" where nobody can say; undefined: the words are not folded.
window.kindred.showAsked = (li, back, own) => {
  if (back === undefined) delete li.dataset.folded;
  else li.dataset.folded = back;
  for (const [name, stands] of [["folded-own", own], ["folded-look", !own]]) {
    const shown = stands && back !== undefined;
    const part = `[data-if="${name}"]`;
    let line = li.querySelector(part);
    if (!line && shown) {
      line = document.querySelector("#message").content.querySelector(part)?.cloneNode(true);
      if (!line) continue;
      const link = line.querySelector("a");
      if (link) link.href = link.getAttribute("href").replace("m/0/", `m/${li.id.slice(2)}/`);
      li.querySelector(".message-words").after(line);
    }
    if (!line) continue;
    line.hidden = !shown;
    if (shown && name === "folded-own") line.textContent = say("asked-own", { LOOK: look(back) });
  }
};
