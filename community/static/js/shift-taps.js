// Shift alone, three times within five seconds. Pure: it is told what happened and when, and says
// "cover", "uncover" or "" ; whoever asks keeps the clock.
//
// A tap is Shift down and up with nothing else in between. Never a tap: Shift held for a capital,
// with Ctrl, Alt or Meta, with the other Shift, held long (filter keys), during composition, or
// latched (sticky keys: the Shift state outlives the key). A fourth tap, the way to five that
// switches sticky keys on, takes the cover away again; so the page is covered at the third tap and
// left only after `wait`, measured by the person's own rhythm.
class ShiftTaps {
  static within = 5000;
  static held = 700;

  constructor() {
    this.ups = [];
    this.downAt = null;
    this.covered = false;
    this.spoilt = false;
    this.quietUntil = 0;
  }

  get wait() {
    const gaps = this.ups.slice(1).map((up, i) => up - this.ups[i]);
    return Math.min(2500, Math.max(600, 1.5 * Math.max(...gaps, 0)));
  }

  see(event) {
    if (event.type === "keydown") return this.#down(event);
    if (event.type === "keyup" && event.key === "Shift") return this.#up(event);
    if (event.type !== "keyup") this.#forget(); // a pointer, a composition, another window
    return "";
  }

  #down(event) {
    if (event.key !== "Shift" || event.isComposing) {
      this.#forget();
      if (!event.shiftKey) this.spoilt = false;
      return "";
    }
    if (this.covered) {
      this.covered = false;
      this.#forget();
      this.quietUntil = event.at + ShiftTaps.within;
      return "uncover";
    }
    const alone = !(event.ctrlKey || event.altKey || event.metaKey || event.repeat);
    if (!alone || this.downAt !== null) {
      this.#forget();
      this.spoilt = true; // until every Shift is up
      return "";
    }
    this.downAt = event.at;
    return "";
  }

  #up(event) {
    const began = this.downAt;
    this.downAt = null;
    if (this.spoilt || event.shiftKey) {
      this.#forget();
      this.spoilt = event.shiftKey;
      return "";
    }
    if (began === null || event.at - began > ShiftTaps.held) {
      this.#forget();
      return "";
    }
    if (event.at < this.quietUntil) {
      this.quietUntil = event.at + ShiftTaps.within;
      return "";
    }
    this.ups = [...this.ups.filter((up) => event.at - up <= ShiftTaps.within), event.at];
    if (this.ups.length < 3) return "";
    this.covered = true;
    return "cover";
  }

  #forget() {
    this.ups = [];
    this.downAt = null;
  }
}
window.kindred.ShiftTaps = ShiftTaps;
