// What is new on a wall has been read once each new message was on the screen of somebody who is
// there. Nothing scrolls by itself.
class WallUnread {
  #unseen = new Set(); #first = null; #count = 0; #highest = 0; #whole;

  constructor({ jump, read }) {
    this.jump = jump;
    this.read = read;
    this.#whole = "allNew" in document.querySelector("#room").dataset;
    this.eye = new IntersectionObserver((seen) => this.#look(seen), { rootMargin: "0px 0px -48px" });
    jump.querySelector("button").addEventListener("click", () => this.#go());
    for (const name of ["focus", "visibilitychange"]) window.addEventListener(name, () => this.#watch());
  }

  get atEnd() { return false; }

  toEnd() {}

  begin(seq) {
    this.#highest = seq;
    for (const tag of document.querySelectorAll("#messages .message-fresh")) this.#unseen.add(tag.closest(".message"));
    this.#watch();
  }

  after(added, seq) {
    this.#highest = Math.max(this.#highest, seq);
    for (const { li } of added) {
      this.#first ??= li;
      this.#count += 1;
      this.#unseen.add(li);
    }
    if (added.length) {
      this.jump.querySelector("button").textContent = window.kindred.countOf(this.#count);
      this.jump.hidden = false;
    }
    this.#watch();
  }

  // Observed anew, so that what is in sight counts when somebody comes back to the page.
  #watch() {
    this.eye.disconnect();
    for (const li of this.#unseen) this.eye.observe(li);
    this.#tell();
  }

  #look(seen) {
    if (document.visibilityState !== "visible" || !document.hasFocus()) return;
    for (const { target, isIntersecting } of seen) if (isIntersecting) this.#unseen.delete(target);
    this.#tell();
  }

  #tell() {
    for (const li of this.#unseen) if (!li.isConnected) this.#unseen.delete(li);
    if (this.#unseen.size) return;
    this.#first = null;
    this.#count = 0;
    this.jump.hidden = true;
    if (this.#whole && document.hasFocus()) this.read(this.#highest);
  }

  #go() {
    this.#first?.scrollIntoView({ block: "center" });
    document.querySelector("#log").focus({ preventScroll: true });
  }
}

window.kindred.WallUnread = WallUnread;
