// What is in a box is kept on the server a second after the last key, and when the page goes.
// Never in the browser's own storage: it would stay on a borrowed phone.
const AFTER = 1000;
const FIELDS = ["body", "note", "note_kind", "intent", "held_for", "reply_to"];
const BELOW = ["body", "below"]; // of a box below a post
const SOON = 15, TRIES = 12, PAUSE = 250; // the next page looks for what was on its way: s, times, ms

class Draft {
  #timer = 0; #kept; #going; #drawn;
  refused = false; // the server would not keep it: it is longer than anything that can be sent
  over = false; // the words went out with the page itself, or leaving quickly keeps them
  busy = () => false; // words are on their way: the draft is theirs until they have arrived

  constructor(form, url) {
    this.form = form;
    this.url = url;
    this.box = form.elements.body;
    this.fields = form.elements.below ? BELOW : FIELDS;
    this.#drawn = form.elements.cid.value;
    this.#remember({ ...this.#now, body: this.box.defaultValue });
    if (!this.isKept) this.later(); // on a slow line somebody writes before this runs
    form.addEventListener("input", ({ target }) => { if (this.fields.includes(target.name)) this.later(); });
    for (const end of ["beforeunload", "pagehide"]) window.addEventListener(end, () => this.#go());
    document.addEventListener("kindred:leave", () => { this.over = true; });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.keep({ keepalive: true }, this.box.value);
    });
  }

  // Whether the server has what is in the box.
  get isKept() { return JSON.stringify(this.#now) === this.#kept; }

  get #now() { return Object.fromEntries(this.fields.map((name) => [name, this.#value(name)])); }

  #value(name) { return name === "held_for" ? window.kindred.heldFor(this.form) : this.form.elements[name].value; }

  // `again`: also what is kept already, since another screen may have kept its own words meanwhile.
  async keep(how = {}, again = "") {
    clearTimeout(this.#timer);
    const now = this.#now;
    if (this.over || (this.isKept && !again) || (!now.body && this.busy())) return;
    if (await this.#tell({ cid: this.form.elements.cid.value, ...now }, how)) this.#remember(now);
  }

  later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), AFTER);
  }

  // The page goes. Words that were not kept yet go under a new name, and the page that comes looks for
  // that name: it may be drawn before they arrive.
  #go() {
    const { cid } = this.form.elements, words = JSON.stringify(this.#now);
    if (this.over || words === this.#going) return;
    this.#going = words;
    if (!this.isKept && this.box.value && !this.busy()) {
      cid.value = window.kindred.uuid();
      handOver([...handedOver(), cid.value].join("."), SOON);
    }
    this.keep({ keepalive: true }, this.box.value);
  }

  // Words that had been on their way come into the box, before what was typed since. The page may
  // have been drawn with them already, and they may be sent by now.
  take({ cid, body }) {
    if (cid === this.#drawn) return;
    const { box } = this, begun = box.defaultValue, typed = box.value;
    box.value = body + (typed.startsWith(begun) ? typed.slice(begun.length) : typed && `\n\n${typed}`);
    this.form.elements.cid.value = cid;
    this.later();
  }

  // These words were sent: nothing is left of them to keep.
  clear(cid) {
    const { below, held_for } = this.#now; // these are the box's own, not the words'
    const nothing = { ...Object.fromEntries(this.fields.map((name) => [name, ""])), ...(below ? { below } : { held_for }) };
    this.#remember(nothing);
    this.#tell({ cid, ...nothing });
  }

  #remember(words) { this.#kept = JSON.stringify(words); }

  async #tell(what, how = {}) {
    const words = new FormData();
    words.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries(what)) words.set(name, value);
    const sent = fetch(this.url, { method: "POST", body: words, ...how });
    const answer = await sent.catch(() => null);
    this.refused = answer?.status === 400;
    return Boolean(answer?.ok);
  }
}

// The names of words on their way, and nothing of the words: for the next page of this room alone.
function handOver(names, seconds) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `begun=${names}; max-age=${seconds}; path=${location.pathname}; samesite=lax${secure}`;
}

const handedOver = () => document.cookie.match(/\bbegun=([\w.-]+)/)?.[1].split(".") ?? [];

// What was on its way when the last page went is given to `put`, as soon as the server has it.
Draft.arrive = async (url, put) => {
  const names = new Set(handedOver());
  handOver("", 0);
  for (let n = 0; names.size && n < TRIES; n += 1) {
    const answer = await fetch(url, { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) return;
    for (const draft of (await answer.json()).drafts) if (names.delete(draft.cid)) put(draft);
    if (names.size) await new Promise((done) => setTimeout(done, PAUSE));
  }
};

window.kindred.Draft = Draft;
