// What is in the box is kept on the server a second after the last key, and when the page goes.
// Never in the browser's own storage: it would stay on a borrowed phone.
const AFTER = 1000;

class Draft {
  #timer = 0; #kept;
  busy = () => false; // words are on their way: the draft is theirs until they have arrived

  constructor(form) {
    this.form = form;
    this.box = form.elements.body;
    this.#kept = this.box.value;
    this.box.addEventListener("input", () => this.#later());
    window.addEventListener("pagehide", () => this.keep({ keepalive: true }));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.keep({ keepalive: true });
    });
  }

  // Whether the server has what is in the box.
  get isKept() { return this.box.value === this.#kept; }

  async keep(how = {}) {
    clearTimeout(this.#timer);
    const body = this.box.value;
    if (body === this.#kept || (!body && this.busy())) return;
    const words = new FormData();
    for (const name of ["csrfmiddlewaretoken", "cid"]) words.set(name, this.form.elements[name].value);
    words.set("body", body);
    const sent = fetch(this.form.dataset.draftUrl, { method: "POST", body: words, ...how });
    if ((await sent.catch(() => null))?.ok) this.#kept = body;
  }

  // The words were sent: nothing is left to keep.
  clear() {
    this.#kept = null;
    this.keep();
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), AFTER);
  }
}

window.kindred.Draft = Draft;
