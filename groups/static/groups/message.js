// One message on the screen. The markup is the page's own (`<template id="message">`): cloned, its
// text nodes filled, what does not apply taken away.
const say = (...given) => window.kindred.say(...given);
const TOGETHER = 300000; // words of one person this close stand under one name

class Message {
  // `room`: { id, me, zone }. `li`: a message that the page printed already.
  constructor(room, li) {
    this.room = room;
    this.li = li ?? document.querySelector("#message").content.firstElementChild.cloneNode(true);
    if (!li) window.kindred.menu(this.li);
  }

  #one(selector) { return this.li.querySelector(selector); }

  get own() { return this.li.dataset.by === this.room.me; }

  // Fills an empty message from what is known: { by, name, role, at } and what `fill` takes.
  draw({ by, name, role, at, ...words }) {
    const { li, room } = this;
    li.dataset.by = by;
    li.dataset.at = at;
    li.classList.toggle("message-own", this.own);
    this.#one(".name").textContent = this.own ? say("you") : name;
    for (const tag of li.querySelectorAll("[data-role]")) if (tag.dataset.role !== role) tag.remove();
    const time = this.#one("time");
    time.dateTime = at;
    const how = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: room.zone };
    time.textContent = new Intl.DateTimeFormat("en-GB", how).format(new Date(at));
    const label = this.#one(".message-menu .unseen");
    if (label) label.textContent = this.own ? say("menu-own") : say("menu", { NAME: name });
    return this.fill(words);
  }

  // New words in the same place, or no words any more.
  fill(words) {
    const { body = "", edited = false, covered = false, state = "shown" } = words;
    if (state !== "shown") return this.become(state);
    window.kindred.fillWords(this.#one(".message-words"), body);
    window.kindred.cards(this.#one(".message-words"));
    window.kindred.about(this.li, words);
    window.kindred.showAsked(this.li, words.folded, this.own);
    window.kindred.fold(this.li, { ...words, own: this.own });
    this.#status("edited", edited ? window.kindred.editedWord : "");
    window.kindred.showCovered(this.li, covered && this.own);
    this.#be("shown");
    return this;
  }

  // hidden, deleted or expired: the words leave this screen.
  become(state) {
    const words = this.#one(".message-words");
    words.textContent = say(state === "hidden" && this.own ? "hidden-own" : state);
    if (state === "hidden" && this.own) {
      const why = document.createElement("a");
      why.href = `/rooms/${this.room.id}/mine/#${this.li.id}`;
      why.textContent = say("read-why");
      words.append(" ", why);
    }
    window.kindred.about(this.li, {});
    window.kindred.showAsked(this.li, undefined, this.own);
    window.kindred.fold(this.li, { own: this.own });
    this.#status("edited", "");
    window.kindred.showCovered(this.li, false);
    this.#be(state);
    return this;
  }

  // It has a number now: links lead to it.
  number(seq) {
    this.li.id = `m-${seq}`;
    const ours = ".message-taken form, [data-if] a";
    for (const one of this.li.querySelectorAll(ours)) {
      const name = one.matches("a") ? "href" : "action";
      const there = one.getAttribute(name).replace(/(\bm\/)\d+/, `$1${seq}`);
      one.setAttribute(name, there.replace(/#m-\d+$/, `#m-${seq}`));
    }
    return this;
  }

  // Under the same name as the message before it.
  follow(before) {
    const near = before && Date.parse(this.li.dataset.at) - Date.parse(before.dataset.at) < TOGETHER;
    const same = near && before.dataset.by === this.li.dataset.by && before.matches(".message");
    this.li.classList.toggle("message-follows", Boolean(same));
  }

  // What is true of one's own words on their way: text, and buttons where something can be done.
  tell(kind, text, ...actions) {
    for (const name of ["sending", "held", "failed"]) {
      this.li.classList.toggle(`message-${name}`, name === kind);
    }
    const place = this.#status("sending", text);
    if (place && actions.length) place.append(" ", ...actions);
    const menu = this.#one(".message-menu");
    if (menu) menu.hidden = Boolean(kind);
    return this;
  }

  #status(name, text) {
    const place = this.#one(`.message-state[data-if="${name}"]`);
    if (place) place.textContent = text;
    return place;
  }

  #be(state) {
    const gone = state !== "shown" && state !== "hidden";
    this.li.classList.toggle("message-hidden", state === "hidden");
    this.li.classList.toggle("message-erased", gone);
    window.kindred.menuAnew(this.li);
  }
}

// A part that the page did not print, since there was nothing in it: taken from the empty message.
window.kindred.part = (li, name, place) => {
  const found = li.querySelector(name);
  if (found) return found;
  const part = document.querySelector("#message").content.querySelector(name).cloneNode(true);
  li.querySelector(place).after(part);
  return part;
};

window.kindred.editedWord =
  document.querySelector("#message")?.content.querySelector('[data-if="edited"]').textContent ?? "";
window.kindred.Message = Message;
