// A link to a public page of this place shows its title. Only this place is asked, never another.
const MOST = 3;
const known = new Map(); // path -> promise of a card, or of nothing

async function ask(address) {
  const place = `/rooms/card/?of=${encodeURIComponent(address)}`;
  const answer = await fetch(place, { headers: { Accept: "application/json" } }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

function draw({ href, title, side }) {
  const card = document.createElement("a");
  card.className = "learn-card";
  card.href = href;
  for (const [name, text] of [["title", title], ["side", side]]) {
    const part = document.createElement("span");
    part.className = `learn-card-${name}`;
    part.textContent = text;
    card.append(part, " ");
  }
  return card;
}

// Whether an address has a line to itself: then its card says all it says, and it is not seen twice.
function isAlone(link, place) {
  const [before, after] = [document.createRange(), document.createRange()];
  before.setStart(place, 0);
  before.setEndBefore(link);
  after.setStartAfter(link);
  after.setEnd(place, place.childNodes.length);
  const near = before.toString().split("\n").at(-1) + after.toString().split("\n")[0];
  return !near.trim() && !link.search && !link.hash;
}

window.kindred.cards = async (place) => {
  const links = [...place.querySelectorAll("a")].filter(({ host }) => host === location.host);
  const alone = links.filter((link) => isAlone(link, place));
  const ours = new Map(links.map((link) => [link.pathname, link]));
  for (const [path, link] of [...ours].slice(0, MOST)) {
    if (!known.has(path)) known.set(path, ask(link.href));
    const found = await known.get(path);
    if (!found || !place.contains(link)) continue;
    place.append(draw(found));
    for (const one of alone) if (one.pathname === path) one.hidden = true;
  }
};
