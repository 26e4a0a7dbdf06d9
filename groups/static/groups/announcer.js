// One polite, short text for each handful of new messages: never the history, never a word twice.
// What is read is one's own choice, kept in a cookie: all, count, off.
const say = (...given) => window.kindred.say(...given);
const SOON = 300, WINDOW = 2000, MANY = 3, LONGEST = 240;

class Announcer {
  #queue = []; #timer = 0; #last = 0;

  // `counts`: only ever how many. On a wall words have their place below a post, and can wait.
  constructor(place, { counts = false } = {}) { Object.assign(this, { place, counts }); }

  get setting() {
    return document.cookie.match(/(?:^|; )aloud=(\w+)/)?.[1] ?? "all";
  }

  // A message that came in while somebody is here.
  hear(message) {
    if (this.setting === "off") return;
    this.#queue.push(message);
    if (this.#timer) return;
    const wait = Math.max(SOON, this.#last + WINDOW - Date.now());
    this.#timer = setTimeout(() => this.#flush(), wait);
  }

  // A sentence about one's own words.
  tell(text) { this.place.textContent = text; }

  #flush() {
    const heard = this.#queue.splice(0);
    this.#timer = 0;
    this.#last = Date.now();
    const counted = this.counts || this.setting === "count" || heard.length > MANY;
    this.tell(counted ? window.kindred.countOf(heard.length) : heard.map(sentence).join(" "));
  }
}

function sentence({ li }) {
  const who = li.querySelector(".name").textContent;
  const role = li.querySelector(".tag")?.textContent;
  const note = li.querySelector(".message-note:not([hidden]) summary")?.textContent;
  const words = note || li.querySelector(".message-words").textContent;
  const cut = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  return `${role ? `${who}, ${role}` : who}: ${cut}`;
}

window.kindred.countOf = (many) => (many === 1 ? say("one") : say("many", { NUMBER: many }));
window.kindred.Announcer = Announcer;
