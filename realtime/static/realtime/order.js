// One room's numbers: applies what comes next, ignores what was seen, asks where there is a gap.
window.kindred ??= {};

class Order {
  // `last`: the highest number on the page.
  constructor(last) {
    this.last = last;
    this.highest = last;
    this.asking = false;
    this.behind = false; // without a socket: what comes next was missed
  }

  // The events that may be applied now, in order. `gap` says that something is missing in between:
  // ask for what comes after `last`.
  take(events) {
    const fresh = [];
    for (const event of events) {
      if (this.last === null) this.last = event.s - 1; // the first after a reset
      this.highest = Math.max(this.highest ?? 0, event.s);
      if (event.s !== this.last + 1) continue;
      this.last = event.s;
      fresh.push(event);
    }
    return fresh;
  }

  get gap() {
    return this.last !== null && this.highest > this.last;
  }

  // The server starts over: whatever number comes first is right. An empty room begins at 0.
  reset(head) {
    this.last = head === 0 ? 0 : null;
    this.highest = this.last;
    this.asking = head !== 0; // what follows was missed, not said just now
  }
}

window.kindred.Order = Order;
