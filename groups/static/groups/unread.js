// What has been read, and the way to what is new. The page never scrolls away from who reads above.
const NEAR = 140; // px from the end still counts as being there

class Unread {
  #count = 0; #first = null; #highest = 0;

  // `read(seq)` tells how far the person has read.
  constructor({ jump, log, read }) {
    this.jump = jump;
    this.log = log;
    this.read = read;
    jump.querySelector("button").addEventListener("click", () => this.#go());
    window.addEventListener("scroll", () => this.look(), { passive: true });
    document.addEventListener("visibilitychange", () => this.look());
    window.addEventListener("focus", () => this.look());
  }

  get atEnd() {
    const { scrollHeight, clientHeight } = document.documentElement;
    return scrollHeight - clientHeight - window.scrollY < NEAR;
  }

  toEnd() { window.scrollTo(0, document.documentElement.scrollHeight); }

  // Where to begin: at what is new, else at the newest.
  begin(seq) {
    this.#highest = seq;
    const fresh = document.querySelector("#new");
    if (location.search) return; // somebody looks for a day or a word
    if (location.hash.length > 1 && document.querySelector(`#${CSS.escape(location.hash.slice(1))}`)) return;
    if (fresh) fresh.scrollIntoView({ block: "center" });
    else this.toEnd();
    this.look();
  }

  // Events were applied while `wasAtEnd`; `added` are the messages of others among them.
  after(added, seq, wasAtEnd) {
    this.#highest = Math.max(this.#highest, seq);
    if (wasAtEnd) this.toEnd();
    else if (added.length) {
      this.#first ??= added[0].li;
      this.#count += added.length;
      this.jump.querySelector("button").textContent = window.kindred.countOf(this.#count);
      this.jump.hidden = false;
    }
    this.look();
  }

  look() {
    if (document.visibilityState !== "visible" || !this.atEnd) return;
    this.#count = 0;
    this.#first = null;
    this.jump.hidden = true;
    if (document.hasFocus()) this.read(this.#highest);
  }

  #go() {
    const first = this.#first;
    this.log.focus({ preventScroll: true });
    if (first?.isConnected) first.scrollIntoView({ block: "center" });
    else this.toEnd();
    this.#count = 0;
    this.#first = null;
    this.jump.hidden = true;
  }
}

window.kindred.Unread = Unread;
