// One polite, short text for each handful of new messages: never the history, never a word twice.
// What is read is one's own choice, kept in a cookie: all, count, off. What was read leaves the page
// again: after a moment, and at once where the words do not stand like that any more.
const say = (...given) => window.kindred.say(...given);
const SOON = 300, WINDOW = 2000, MANY = 3, LONGEST = 240, STAYS = 10000;
const place = document.querySelector("#announcer");
let told = [], ends = 0; // the messages that are being read, each with what is said of it

// Reads a sentence aloud.
window.kindred.tell = (text, of = []) => {
  told = of;
  clearTimeout(ends);
  if (text) ends = setTimeout(() => window.kindred.tell(""), STAYS);
  place.textContent = text;
};

class Announcer {
  #queue = []; #timer = 0; #last = 0;

  // `counts`: only ever how many. On a wall words have their place below a post, and can wait.
  constructor({ counts = false } = {}) { this.counts = counts; }

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
  tell(text) { window.kindred.tell(text); }

  // Something happened in the room: words that were hidden, covered, changed or forgotten leave.
  look() {
    if (told.some(({ li, said }) => !li.isConnected || sentence(li) !== said)) this.tell("");
  }

  #flush() {
    const heard = this.#queue.splice(0).filter(({ li }) => li.isConnected);
    this.#timer = 0;
    this.#last = Date.now();
    if (!heard.length) return;
    const counted = this.counts || this.setting === "count" || heard.length > MANY;
    if (counted) { this.tell(window.kindred.countOf(heard.length)); return; }
    const all = heard.map(({ li }) => ({ li, said: sentence(li) }));
    window.kindred.tell(all.map(({ said }) => said).join(" "), all);
  }
}

function sentence(li) {
  const who = li.querySelector(".name").textContent;
  const role = li.querySelector(".tag")?.textContent;
  const note = li.querySelector(".message-note:not([hidden]) summary")?.textContent;
  const words = note || li.querySelector(".message-words").textContent;
  const cut = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  return `${role ? `${who}, ${role}` : who}: ${cut}`;
}

window.kindred.countOf = (many) => (many === 1 ? say("one") : say("many", { NUMBER: many }));
window.kindred.Announcer = Announcer;
