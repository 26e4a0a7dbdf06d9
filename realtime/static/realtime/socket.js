// The line of one tab to the rooms it shows: protocol peer.v1.
//
//   const line = window.kindred.connect({
//     url: "/ws/",                     // path or ws(s) address
//     key: "…",                        // what the page printed (realtime.keys.socket_key)
//     rooms: [{ r: "3f9a…", after: 12 }],   // after: the highest number printed on the page
//     on: {                            // every one may be left out
//       state(name, code, why) {},     // connecting · live · lost · polling · ended (code, why)
//       events(r, events, backfill) {},// in order, each once: { s, k, a, cid, ref, at, d };
//                                      // backfill: what was missed, not to be read aloud
//       ack(r, ack) {},                // { cid, s, at, dup, held?, help? }; held: it has no s
//       nack(r, nack) {},              // { cid, err, words, final, retry_ms?, found? }
//       reset(r, head, why) {},        // empty the transcript: the last 50 follow as events
//       eph(r, frame) {}, me(frame) {}, bye(frame) {},
//     },
//   });
//   line.send(r, { cid, body, note, note_kind, intent, reply_to, held_for, sure, waits });
//   line.typing(r);                    // somebody is writing: told to who shows it too, or lost
//   line.read(r, seq);                 // read up to here; told at most every 3 s
//   line.waiting;                      // how many words reached nobody yet
//   line.close();
//
// Kinds and content: msg, edit, restore, note, cover { body, note?, note_kind?, intent?, reply_to?,
// edited?, covered? } or { state } where the words may not be shown any more; all but msg name the
// message in `ref`; hide, delete too; take { off? } says in `a` who has it; gone and erased say who in
// `a.id`; lock and unlock: the room rests or is closed, or is open; round { state: open|turn|free|end, now?: id,
// ends?: time }; hand { a: id, up }; pace { seconds }; expired: what was said before is gone, as a
// reset tells; notice; void is a number with nothing in it.
// `send` keeps the words until an ack or a final nack; a nack that is not final is tried again by
// itself under the same cid. After `check` call send again with the same cid and sure: true.
// ended: 4400 4413 say so · 4401 to sign-in, transcript dropped · 4403 transcript dropped, humane
// words by `why` (consent, second_factor, not_active, …) · 4409 open in another tab. While polling nothing is sent: let the form post instead; its
// hidden cid makes a repeat harmless. `kindred.uuid()` names words.
const { Outbox, Order } = window.kindred;
const BEAT = 25000, QUIET = 45000, PROBE = 10000, POLL = 10000, READ = 3000, CONFIRM = 200;
const MISSED = 20; // more at once than this was not said just now
const FINAL = new Set([4400, 4401, 4403, 4409, 4413]);

class Line {
  #socket = null; #outbox = new Outbox(); #rooms = new Map(); #timers = new Map(); #reads = new Map();
  #state = ""; #tries = 0; #pings = 0; #heard = 0; #unconfirmed = 0; #welcomed = false;
  #ended = false; #patience = 0; #notBefore = 0; #why = ""; #tab = window.kindred.uuid(); #given; #waker; #doubter;

  constructor(given) {
    this.#given = given;
    for (const { r, after } of given.rooms) this.#rooms.set(r, new Order(after));
    this.#waker = () => this.#wake();
    this.#doubter = () => this.#doubt();
    window.addEventListener("online", this.#waker);
    window.addEventListener("offline", this.#doubter);
    document.addEventListener("visibilitychange", this.#waker);
    window.addEventListener("pageshow", this.#waker);
    window.addEventListener("pagehide", () => this.#socket?.close(1000));
    document.addEventListener("kindred:leave", () => this.close());
    this.#open();
  }

  get waiting() { return this.#outbox.size; }

  send(r, { cid, body, sure = false, held_for = "group", ...more }) {
    const words = { cid, body, sure };
    if (held_for !== "group") words.held_for = held_for;
    for (const name of ["note", "note_kind", "intent", "reply_to", "waits"]) {
      if (more[name]) words[name] = more[name];
    }
    this.#outbox.add(r, words);
    this.#sendNext(r);
  }

  read(r, seq) {
    if (seq <= (this.#reads.get(r) ?? 0)) return;
    this.#reads.set(r, seq);
    if (this.#timers.has(`read ${r}`)) return;
    this.#after(`read ${r}`, READ, () => this.#say({ t: "read", r, seq: this.#reads.get(r) }));
  }

  typing(r) {
    if (this.#welcomed) this.#say({ t: "typing", r });
  }

  close() {
    if (!this.#ended) this.#end(1000);
    this.#socket?.close(1000);
  }

  // Opening ------------------------------------------------------------------------------------

  #open() {
    if (this.#ended || this.#socket) return;
    this.#stop("retry");
    if (this.#state !== "polling") this.#be(this.#tries ? "lost" : "connecting");
    const url = new URL(this.#given.url, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url, "peer.v1");
    this.#socket = socket;
    this.#welcomed = false;
    this.#patience = 0;
    this.#why = "";
    socket.onopen = () => {
      this.#heard = Date.now();
      const rooms = [...this.#rooms].map(([r, order]) => ({ r, after: order.last ?? 0 }));
      this.#say({ t: "hello", v: 1, tab: this.#tab, key: this.#given.key, rooms });
    };
    socket.onmessage = ({ data }) => {
      if (this.#socket !== socket) return;
      this.#heard = Date.now();
      this.#hear(JSON.parse(data));
    };
    socket.onclose = ({ code }) => { if (this.#socket === socket) this.#lost(code); };
    this.#after("welcome", PROBE, () => this.#drop());
  }

  #lost(code) {
    if (code === 1009) code = 4413; // far too large: the server's own library closed, without a word
    this.#socket = null;
    this.#outbox.recall();
    for (const order of this.#rooms.values()) order.asking = false;
    for (const name of ["beat", "probe", "welcome"]) this.#stop(name);
    if (this.#ended) return;
    if (FINAL.has(code)) { this.#end(code); return; }
    this.#tries += 1;
    const longest = Math.min(30000, 500 * 2 ** this.#tries);
    const wait = code === 4408 ? 0 : this.#patience + Math.random() * longest;
    this.#notBefore = Date.now() + this.#patience;
    if (this.#tries > 3) this.#poll(); else if (this.#state !== "polling") this.#be("lost");
    this.#after("retry", wait, () => this.#open());
  }

  // The line is dead though nobody said so: it is given up and opened anew.
  #drop() {
    const socket = this.#socket;
    if (!socket) return;
    socket.onclose = null;
    socket.close();
    this.#lost(1006);
  }

  #wake() {
    if (document.visibilityState === "hidden" || this.#ended) return;
    if (this.#socket) { if (this.#welcomed) this.#probe(); }
    else if (Date.now() >= this.#notBefore) this.#open();
  }

  // The browser says that it has no network. A line that answers all the same is alive again.
  #doubt() {
    if (this.#ended || !this.#welcomed || !this.#socket) return;
    this.#be("lost");
    this.#probe();
  }

  #end(code) {
    this.#ended = true;
    for (const name of [...this.#timers.keys()]) this.#stop(name);
    window.removeEventListener("online", this.#waker);
    window.removeEventListener("offline", this.#doubter);
    window.removeEventListener("pageshow", this.#waker);
    document.removeEventListener("visibilitychange", this.#waker);
    this.#be("ended", code, this.#why);
  }

  // Hearing ------------------------------------------------------------------------------------

  #hear(frame) {
    const { t, r } = frame, { on } = this.#given;
    if (t === "ev") this.#apply(r, [frame], false);
    else if (t === "evs") this.#apply(r, frame.ev, frame.more || frame.ev.length > MISSED);
    else if (t === "ack") { this.#outbox.settle(r, frame.cid); on.ack?.(r, frame); this.#sendNext(r); }
    else if (t === "nack") this.#refused(r, frame);
    else if (t === "welcome") this.#welcome();
    else if (t === "pong") this.#compare(frame.head);
    else if (t === "reset") { this.#rooms.get(r)?.reset(frame.head); on.reset?.(r, frame.head, frame.why); }
    else if (t === "eph") on.eph?.(r, frame);
    else if (t === "me") on.me?.(frame);
    else if (t === "bye") { [this.#patience, this.#why] = [frame.retry_ms ?? 0, frame.why]; on.bye?.(frame); }
  }

  #welcome() {
    this.#welcomed = true;
    this.#tries = 0;
    this.#stop("welcome");
    this.#stop("poll");
    this.#be("live");
    this.#beat();
    for (const r of this.#rooms.keys()) this.#sendNext(r);
  }

  #refused(r, frame) {
    if (frame.final) this.#outbox.settle(r, frame.cid);
    else {
      this.#outbox.postpone(r, frame.cid, Date.now() + frame.retry_ms);
      this.#after(`again ${r}`, frame.retry_ms, () => this.#sendNext(r));
    }
    this.#given.on.nack?.(r, frame);
    this.#sendNext(r);
  }

  #apply(r, events, backfill) {
    const order = this.#rooms.get(r);
    if (!order) return;
    const fresh = order.take(events);
    if (fresh.length) this.#given.on.events?.(r, fresh, backfill || order.asking);
    order.asking = false;
    if (order.gap && this.#welcomed) this.#ask(r, order);
    this.#unconfirmed += events.length;
    if (this.#unconfirmed >= CONFIRM) this.#ping();
  }

  #ask(r, order) {
    order.asking = true;
    this.#say({ t: "more", r, after: order.last, limit: 200 });
  }

  // What the server has and this page does not, although both are quiet.
  #compare(heads) {
    this.#stop("probe");
    if (this.#welcomed) this.#be("live");
    for (const [r, head] of Object.entries(heads)) {
      const order = this.#rooms.get(r);
      if (order && order.last !== null && head > order.last && !order.asking) this.#ask(r, order);
    }
  }

  // Saying -------------------------------------------------------------------------------------

  #say(frame) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #sendNext(r) {
    const words = this.#welcomed && this.#socket ? this.#outbox.next(r, Date.now()) : null;
    if (words) this.#say({ t: "send", r, ...words });
  }

  #ping() {
    const pos = {};
    for (const [r, order] of this.#rooms) if (order.last !== null) pos[r] = order.last;
    this.#unconfirmed = 0;
    this.#pings += 1;
    this.#say({ t: "ping", n: this.#pings, pos });
  }

  #beat() {
    this.#after("beat", BEAT, () => {
      if (Date.now() - this.#heard > QUIET) this.#probe(); else this.#ping();
      this.#beat();
    });
  }

  #probe() {
    const since = this.#heard;
    this.#ping();
    this.#after("probe", PROBE, () => { if (this.#heard === since) this.#drop(); });
  }

  // Without a socket ---------------------------------------------------------------------------

  #poll() {
    if (this.#state === "polling") return;
    for (const order of this.#rooms.values()) order.behind = true;
    this.#be("polling");
    const again = async () => {
      await Promise.all([...this.#rooms].map(([r, order]) => this.#fetch(r, order)));
      if (this.#state === "polling") this.#after("poll", POLL, again);
    };
    again();
  }

  async #fetch(r, order) {
    const how = { credentials: "same-origin", cache: "no-store", redirect: "manual" };
    const answer = await fetch(`/rooms/${r}/since/${order.last ?? 0}`, how).catch(() => null);
    if (!answer || this.#ended || this.#welcomed && this.#socket) return;
    if (answer.type === "opaqueredirect" || answer.status === 401) this.#end(4401);
    else if (answer.status === 404 || answer.status === 403) {
      this.#why = (await answer.json().catch(() => ({}))).why ?? "";
      if (!this.#ended) this.#end(4403);
    }
    if (!answer.ok) return;
    const { head, ev, more, reset } = await answer.json();
    if (reset) { order.reset(head); this.#given.on.reset?.(r, head, reset); }
    this.#apply(r, ev, order.behind || more || ev.length > MISSED);
    order.behind = more;
  }

  // Small things -------------------------------------------------------------------------------

  #be(state, ...why) {
    if (state === this.#state) return;
    this.#state = state;
    this.#given.on.state?.(state, ...why);
  }

  #after(name, wait, act) {
    this.#stop(name);
    this.#timers.set(name, setTimeout(() => { this.#timers.delete(name); act(); }, wait));
  }

  #stop(name) {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}

window.kindred.connect = (given) => new Line(given);
