// Words on their way, in order, one in flight a room. Pure memory: it never touches storage.
//
// Words stay here from `add` until `settle`. When a line is lost, `recall` makes what was in flight
// wait again; it goes out under the same cid, and the server knows whether it heard it before.
window.kindred ??= {};

class Outbox {
  #rooms = new Map();

  // Puts words last in their room's line. `words`: { cid, body, sure, and what goes along }.
  // The same cid again (with `sure`, or tried anew) takes the place it has.
  add(r, words) {
    const line = this.#line(r);
    const known = line.findIndex((entry) => entry.words.cid === words.cid);
    const entry = { words, flying: false, notBefore: 0 };
    if (known < 0) line.push(entry);
    else line[known] = entry;
  }

  // The next words of the room that may go out now, or null. They count as in flight from here on.
  next(r, now) {
    const first = this.#line(r)[0];
    if (!first || first.flying || first.notBefore > now) return null;
    first.flying = true;
    return first.words;
  }

  // An answer for good came: the words leave the box. True if they were in it.
  settle(r, cid) {
    const line = this.#line(r);
    const at = line.findIndex((entry) => entry.words.cid === cid);
    if (at >= 0) line.splice(at, 1);
    return at >= 0;
  }

  // The server asks for a little time: the words go out again at `notBefore`.
  postpone(r, cid, notBefore) {
    const entry = this.#line(r).find((one) => one.words.cid === cid);
    if (entry) Object.assign(entry, { flying: false, notBefore });
  }

  // The line is lost: what was in flight waits again.
  recall() {
    for (const line of this.#rooms.values()) for (const entry of line) entry.flying = false;
  }

  // How many words reached nobody yet.
  get size() {
    return [...this.#rooms.values()].reduce((sum, line) => sum + line.length, 0);
  }

  #line(r) {
    if (!this.#rooms.has(r)) this.#rooms.set(r, []);
    return this.#rooms.get(r);
  }
}

window.kindred.Outbox = Outbox;
