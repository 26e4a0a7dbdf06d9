// The list of messages: what has a number in order, one's own words on their way below it.
const { Message } = window.kindred;

class Transcript {
  #pending = new Map(); // cid -> Message, not numbered yet

  // `room`: { id, me, role, zone }.
  constructor(list, room) {
    this.list = list;
    this.room = room;
  }

  // Own words, shown before anybody has heard of them.
  expect({ cid, ...words }) {
    let message = this.#pending.get(cid);
    if (!message) {
      message = new Message(this.room);
      this.#pending.set(cid, message);
      message.draw({ by: this.room.me, name: "", role: this.room.role, at: new Date().toISOString(), ...words });
      this.put(message, { at: message.li.dataset.at, reply_to: words.reply_to });
      this.#hideEmpty();
    }
    return message;
  }

  // Asked for each time: what waits is drawn anew whenever the server is asked what became of it.
  get held() { return document.querySelector("#held"); }

  pending(cid) { return this.#pending.get(cid); }

  get unsent() { return [...this.#pending.keys()]; }

  // The words reached the server under this number.
  number(cid, seq, at) {
    const message = this.#pending.get(cid);
    if (!message) return null;
    this.#pending.delete(cid);
    if (document.getElementById(`m-${seq}`)) message.li.remove();
    else message.number(seq).tell("", "");
    if (at) message.li.dataset.at = at;
    return message;
  }

  // The words wait for a person: they stand below, seen by their author alone.
  hold(cid, text, link) {
    const message = this.#pending.get(cid);
    if (!message) return;
    this.#pending.delete(cid);
    message.tell("held", text, link);
    message.li.classList.remove("message-follows");
    message.li.id = `w-${cid}`;
    this.held.append(message.li);
    this.held.closest("section").hidden = false;
    this.tidy();
  }

  forget(cid) {
    this.#pending.get(cid)?.li.remove();
    this.#pending.delete(cid);
    this.tidy();
  }

  // One event of the room. Answers the message that is new on this screen, or nothing.
  apply({ s, k, a, cid, ref, at, d = {} }) {
    if (k === "msg") return this.#add(s, { a, cid, at, d });
    if (k === "erased") return this.#erase(a?.id || d.a, d.kept);
    queueMicrotask(() => window.kindred.requote({ ref }));
    const li = ref && document.getElementById(`m-${ref}`);
    if (!li) return null;
    const message = new Message(this.room, li);
    if (k === "hide") message.become("hidden");
    else if (k === "delete") message.become("deleted");
    else if (["edit", "restore", "note", "cover", "fold"].includes(k)) message.fill(d);
    else if (k === "take") window.kindred.showTaken(li, d.off ? "" : a.name, a.id === this.room.me);
    return null;
  }

  clear() {
    this.#pending.clear();
    this.list.replaceChildren();
    this.held.replaceChildren();
  }

  // Everything numbered goes; words on their way stay.
  empty() {
    const stay = [...this.#pending.values()].map((message) => message.li);
    this.list.replaceChildren(...stay);
  }

  #add(s, { a, cid, at, d }) {
    if (document.getElementById(`m-${s}`)) return null;
    const waiting = this.#pending.get(cid);
    document.getElementById(`w-${cid}`)?.remove();
    this.held.closest("section").hidden = !this.held.children.length;
    const message = waiting ? this.number(cid, s, at) : new Message(this.room);
    if (waiting) message.fill(d);
    else message.draw({ by: a.id, name: a.name ?? "", role: a.role, at, ...d }).number(s);
    const next = [...this.#pending.values()][0]?.li ?? null;
    if (waiting) this.settle(message, next);
    else this.put(message, { at, reply_to: d.reply_to, next });
    this.#hideEmpty();
    return waiting ? null : message;
  }

  // Somebody has gone for good: their name leaves, and their words unless they left them here.
  #erase(id, kept) {
    for (const li of this.list.querySelectorAll(`.message[data-by="${CSS.escape(id ?? "")}"]`)) {
      if (!kept) new Message(this.room, li).become("expired");
      li.querySelector(".name").textContent = "";
      li.querySelector("[data-role]")?.remove();
    }
    window.kindred.requote({ by: id });
    return null;
  }

  // A new message goes to the end, before what is still on its way; a line begins its day.
  put(message, { at, next = null }) {
    this.list.insertBefore(message.li, next);
    this.#day(at, message.li);
    message.follow(this.#before(message.li));
  }

  // One's own, that has its number now, goes before what has none yet.
  settle(message, next) {
    if (next) this.list.insertBefore(message.li, next);
    message.follow(this.#before(message.li));
  }

  #before(li) {
    return li.previousElementSibling;
  }

  // A line where a new day begins, before `li` or at the end.
  #day(at, li = null) {
    const day = this.#dayOf(at);
    const lines = this.list.querySelectorAll(".message-day time");
    if (lines.length && lines[lines.length - 1].dateTime === day) return;
    const line = document.createElement("li");
    line.className = "message-day";
    const time = document.createElement("time");
    time.dateTime = day;
    const how = { weekday: "long", day: "numeric", month: "long", timeZone: this.room.zone };
    time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, how).format(new Date(at));
    line.append(time);
    this.list.insertBefore(line, li);
  }

  // A day that no words follow any more is no line of its own.
  tidy() {
    const last = this.list.lastElementChild;
    if (last?.matches(".message-day:not(.message-new)")) last.remove();
  }

  #dayOf(at) {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: this.room.zone }).format(new Date(at));
  }

  #hideEmpty() { document.querySelector("#empty").hidden = true; }
}

window.kindred.Transcript = Transcript;
