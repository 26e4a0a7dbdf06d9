// Whose words are answered, above the answer: always as those words stand on this screen now. What
// is hidden, taken out or folded here is quoted nowhere.
const say = (...given) => window.kindred.say(...given);
const QUOTED = 80; // characters
const wall = document.querySelector("#room")?.dataset.kind === "slow"; // answers stand under their post

// Somebody's words as they stand on this screen, without the cards below them.
window.kindred.wordsOf = (li) => {
  const words = li.querySelector(".message-words").cloneNode(true);
  for (const card of words.querySelectorAll(".learn-card")) card.remove();
  return words.textContent;
};

function beginning(li) {
  const open = !li.matches(".message-hidden, .message-erased");
  const shown = open && (li.querySelector(".message-note")?.dataset.how ?? "show") === "show";
  if (!shown) return "";
  const line = window.kindred.wordsOf(li).trim().split(/\s+/).join(" ");
  return line.length <= QUOTED ? line : `${line.slice(0, QUOTED).trimEnd()}…`;
}

// Fills the place from what it names: `data-to` is a number.
function fill(place) {
  const { to } = place.dataset;
  const li = document.getElementById(`m-${to}`);
  const name = li?.querySelector(".name").textContent;
  const link = document.createElement("a");
  link.href = li ? `#m-${to}` : `?before=${Number(to) + 1}#m-${to}`;
  link.textContent = !name ? say("to-earlier")
    : li.matches(".message-own") ? say("to-you") : say("to", { NAME: name });
  if (li) place.dataset.by = li.dataset.by;
  const words = name && beginning(li);
  const quote = document.createElement("span");
  quote.className = "message-quote";
  quote.textContent = `“${words}”`;
  place.replaceChildren(link, ...(words ? [" ", quote] : []));
}

window.kindred.quote = (to) => {
  const place = document.createElement("span");
  place.className = "message-to";
  place.dataset.to = to;
  fill(place);
  return place;
};

// Something happened to words: every place that quotes them reads them again. A number, or the wire
// id of somebody who has gone for good; nothing, and all of them do.
window.kindred.requote = ({ ref, by } = {}) => {
  for (const place of document.querySelectorAll("[data-to]")) {
    const meant = ref ? Number(place.dataset.to) === ref : !by || place.dataset.by === by;
    if (meant) fill(place);
  }
};

// What stands above the words of one message: whom they answer, and what their author would like.
window.kindred.about = (li, { reply_to, intent }) => {
  const to = wall ? null : reply_to;
  if (!to && !intent && !li.querySelector(".message-about")) return;
  const place = window.kindred.part(li, ".message-about", ".message-who");
  const wish = document.createElement("span");
  wish.className = "message-intent";
  wish.textContent = intent ? say(`intent-${intent}`) : "";
  place.replaceChildren(...(to ? [window.kindred.quote(to)] : []), ...(intent ? [wish] : []));
  place.hidden = !to && !intent;
};
