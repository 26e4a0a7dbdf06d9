// What is in the box is kept on the server a second after the last key, and when the page goes.
// Never in the browser's own storage: it would stay on a borrowed phone.
const AFTER = 1000;

class Draft {
  #timer = 0; #kept; #keptNote;
  refused = false; // the server would not keep it: it is longer than anything that can be sent
  busy = () => false; // words are on their way: the draft is theirs until they have arrived

  constructor(form) {
    this.form = form;
    this.box = form.elements.body;
    this.note = form.elements.note;
    this.#remember();
    for (const field of [this.box, this.note]) field.addEventListener("input", () => this.#later());
    window.addEventListener("pagehide", () => this.keep({ keepalive: true }, this.box.value));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.keep({ keepalive: true }, this.box.value);
    });
  }

  // Whether the server has what is in the box.
  get isKept() { return this.box.value === this.#kept && this.note.value === this.#keptNote; }

  // `again`: also what is kept already, since another screen may have kept its own words meanwhile.
  async keep(how = {}, again = "") {
    clearTimeout(this.#timer);
    const body = this.box.value, note = this.note.value;
    if ((this.isKept && !again) || (!body && this.busy())) return;
    if (await this.#tell({ cid: this.form.elements.cid.value, body, note }, how)) {
      this.#remember(body, note);
    }
  }

  // These words were sent: nothing is left of them to keep.
  clear(cid) {
    this.#remember("", "");
    this.#tell({ cid, body: "", note: "" });
  }

  #remember(body = this.box.value, note = this.note.value) {
    this.#kept = body;
    this.#keptNote = note;
  }

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
