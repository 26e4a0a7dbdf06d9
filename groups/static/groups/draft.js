// What is in the box is kept on the server a second after the last key, and when the page goes.
// Never in the browser's own storage: it would stay on a borrowed phone.
const AFTER = 1000;
const FIELDS = ["body", "note", "note_kind", "intent", "reply_to"];

class Draft {
  #timer = 0; #kept;
  refused = false; // the server would not keep it: it is longer than anything that can be sent
  busy = () => false; // words are on their way: the draft is theirs until they have arrived

  constructor(form) {
    this.form = form;
    this.box = form.elements.body;
    this.#remember(this.#now);
    for (const name of FIELDS) form.elements[name].addEventListener("input", () => this.#later());
    window.addEventListener("pagehide", () => this.keep({ keepalive: true }, this.box.value));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.keep({ keepalive: true }, this.box.value);
    });
  }

  // Whether the server has what is in the box.
  get isKept() { return JSON.stringify(this.#now) === this.#kept; }

  get #now() { return Object.fromEntries(FIELDS.map((name) => [name, this.form.elements[name].value])); }

  // `again`: also what is kept already, since another screen may have kept its own words meanwhile.
  async keep(how = {}, again = "") {
    clearTimeout(this.#timer);
    const now = this.#now;
    if ((this.isKept && !again) || (!now.body && this.busy())) return;
    if (await this.#tell({ cid: this.form.elements.cid.value, ...now }, how)) this.#remember(now);
  }

  // These words were sent: nothing is left of them to keep.
  clear(cid) {
    const nothing = Object.fromEntries(FIELDS.map((name) => [name, ""]));
    this.#remember(nothing);
    this.#tell({ cid, ...nothing });
  }

  #remember(words) { this.#kept = JSON.stringify(words); }

  async #tell(what, how = {}) {
    const words = new FormData();
    words.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries(what)) words.set(name, value);
    const sent = fetch(this.form.dataset.draftUrl, { method: "POST", body: words, ...how });
    const answer = await sent.catch(() => null);
    this.refused = answer?.status === 400;
    return Boolean(answer?.ok);
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), AFTER);
  }
}

window.kindred.Draft = Draft;
