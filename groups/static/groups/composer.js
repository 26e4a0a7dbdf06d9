// The box: what is sent shows at once, says truthfully where it is, and never gets lost.
const say = (...given) => window.kindred.say(...given);
const LARGEST = 16384 - 256; // bytes of one frame, and what stands around the words
const PATIENCE = 10000; // after that, "sending" is not the truth any more

class Composer {
  #sent = new Map(); // cid -> words that have no answer for good yet
  #timers = new Map();
  #drafts = new Map(); // cid -> the draft of the box it came from, where that is not this one
  state = "connecting";

  constructor({ form, room, transcript, announcer, connection, draft, line, after }) {
    Object.assign(this, { form, room, transcript, announcer, connection, draft, line, after });
    this.box = form.elements.body;
    this.along = new window.kindred.Along(form);
    this.trouble = new window.kindred.Trouble(document.querySelector("#trouble"));
    draft.busy = () => this.#sent.size > 0;
    form.addEventListener("submit", (event) => this.#submit(event));
    this.box.addEventListener("keydown", (event) => this.#key(event));
  }

  get unsent() { return [...this.#sent.values()]; }

  #key(event) {
    const sends = document.cookie.includes("enter=send");
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !sends) return;
    event.preventDefault();
    this.form.requestSubmit(document.querySelector("#send"));
  }

  #submit(event) {
    event.preventDefault();
    const { cid } = this.form.elements;
    const body = this.box.value.trim();
    if (!body) { this.box.focus(); return; }
    const words = { cid: cid.value, body, ...this.along.take() };
    if (event.submitter?.name === "held_for") words.held_for = event.submitter.value;
    words.sure = event.submitter?.id === "sure";
    words.waits = this.form.classList.contains("composer-waits"); // what the button promised
    if (new TextEncoder().encode(JSON.stringify(words)).length > LARGEST) {
      this.trouble.show(say("too-large"), "", []);
      return;
    }
    this.#empty();
    this.say(words);
    this.box.focus();
  }

  // Words go out, from the box or from another place that has one and its own draft.
  say(words, draft = this.draft) {
    this.#drafts.set(words.cid, draft);
    this.transcript.forget(words.cid);
    this.transcript.expect(words);
    this.after();
    this.#go(words);
  }

  #empty() {
    this.box.value = "";
    this.along.clear();
    this.form.elements.cid.value = window.kindred.uuid();
    this.trouble.hide();
    for (const id of ["reminders", "kept"]) document.querySelector(`#${id}`)?.remove();
  }

  #go(words) {
    this.#sent.set(words.cid, words);
    this.transcript.pending(words.cid)?.tell("sending", say("sending"));
    clearTimeout(this.#timers.get(words.cid));
    this.#timers.set(words.cid, setTimeout(() => this.#late(words), PATIENCE));
    this.connection.doubt();
    if (this.state === "polling") this.#post(words);
    else this.line().send(this.room.id, words);
  }

  #late(words) {
    if (!this.#sent.has(words.cid)) return;
    this.announcer.tell(say("not-sent"));
    const again = this.#button("try-again", () => this.#go(words));
    this.transcript.pending(words.cid)?.tell("failed", say("not-sent"), again);
  }

  // `back`: the words go back into the box, and the draft keeps them.
  #settle(cid, back = false) {
    clearTimeout(this.#timers.get(cid));
    this.#timers.delete(cid);
    const words = this.#sent.get(cid);
    this.#sent.delete(cid);
    if (!this.#sent.size) this.connection.trust();
    const draft = this.#drafts.get(cid) ?? this.draft;
    const more = draft === this.draft && (this.#sent.size || this.box.value); // it is theirs by now
    if (!back && !more) draft.clear(cid);
    if (!back) this.#drafts.delete(cid);
    return words;
  }

  // The server has the words. The event may have come first. `answer`: what stands at the box.
  ack({ cid, s, at, held, marked, ...answer }) {
    const words = this.#settle(cid);
    if (words) words.marked = marked;
    if (held && words) this.#hold(words);
    else if (s) this.transcript.number(cid, s, at);
    const near = window.kindred.near(answer); // said aloud, too, where the event came first
    const sent = words ? (held ? this.#waits(words) : say("sent")) : "";
    if (sent || near) this.announcer.tell(`${sent} ${near}`.trim());
    // The team may have come or gone since the page was told: words that were promised to wait do
    // so even when somebody is there by now, and then the page says who.
    const waits = this.form.classList.contains("composer-waits");
    if (held ? words?.held_for === "group" : s && waits) window.kindred.refresh();
  }

  // An event with one's own words is an answer as good as an ack.
  arrived(cid) { if (cid && this.#sent.has(cid)) this.#settle(cid); }

  nack({ cid, err, words: why, final, found, ...answer }) {
    window.kindred.near(answer);
    const pending = this.transcript.pending(cid);
    if (!final) { pending?.tell("sending", why); return; }
    const words = this.#settle(cid, true);
    if (!words) return;
    this.announcer.tell(why);
    // And the page says until when, or what can be done.
    if (["paused", "closed", "full"].includes(err)) window.kindred.refresh();
    if (!this.box.value) { this.#back(words, why, err, found); return; }
    const back = this.#button("to-box", () => this.#back(words, why, err, found));
    pending?.tell("failed", why, back);
  }

  // Words come back into the box, with why.
  #back(words, why, err, found = []) {
    const typed = this.box.value;
    this.transcript.forget(words.cid);
    this.box.value = typed ? `${words.body}\n\n${typed}` : words.body;
    this.along.put(words);
    const same = err === "check" && !typed;
    this.form.elements.cid.value = same ? words.cid : window.kindred.uuid();
    this.trouble.show(why, words.body, same ? found : []);
    this.box.focus();
    this.draft.keep({}, this.box.value); // under the name it goes out by now
    const from = this.#drafts.get(words.cid);
    if (from && from !== this.draft) from.clear(words.cid);
  }

  #hold(words) {
    const link = document.createElement("a");
    link.href = `/rooms/${this.room.id}/held/${words.cid}/`;
    link.textContent = say(words.marked ? "without-held" : "change-held");
    this.transcript.hold(words.cid, this.#waits(words), link);
    this.after();
  }

  #waits({ held_for, marked }) {
    if (marked) return say("waiting-marked");
    return say(held_for === "group" ? "waiting" : `waiting-${held_for}`);
  }

  #button(phrase, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say(phrase);
    button.addEventListener("click", act);
    return button;
  }

  // Words of the page before this one, that were on their way to the draft when it went.
  take(draft) {
    this.draft.take(draft);
    this.along.put(draft);
  }

  // The line ends or somebody leaves quickly: words that reached nobody stand in the box, where the
  // draft finds them, or the last notice.
  giveBack() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    const unsent = this.unsent;
    if (!unsent.length) return;
    if (unsent.length === 1 && !this.box.value) this.form.elements.cid.value = unsent[0].cid;
    this.box.value = [...unsent.map(({ body }) => body), this.box.value].join("\n\n").trim();
    for (const { held_for } of unsent) this.along.narrow(held_for);
  }

  // The line has another state: words without an answer take the way that is open.
  be(state) {
    this.state = state;
    if (state === "polling") for (const words of this.unsent) this.#post(words);
  }

  async #post(words) {
    const answer = await window.kindred.postPlainly(this.form, words);
    if (!answer || !this.#sent.has(words.cid)) return;
    if ("refused" in answer) {
      this.nack({ err: "form", ...answer, cid: words.cid, words: answer.refused, final: true });
      return;
    }
    this.ack({ ...answer, cid: words.cid });
    if (!answer.held) this.transcript.pending(words.cid)?.tell("", "");
  }
}

window.kindred.Composer = Composer;
