// A round, the hands, who is here: drawn by the server, asked for when the room says that something
// changed. Small forms are sent without leaving the page, so that nothing in the box is lost.
const say = (...given) => window.kindred.say(...given);
const KINDS = new Set(["round", "hand", "pace"]);
const SOON = 150, BEAT = 5000;
const PARTS = ["strip-now", "box-label", "listening"];

// Why a press came to nothing: in the words of the page that answered, or that nothing came.
async function why(answer) {
  const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
  return page?.querySelector("#refusal")?.textContent ?? say("not-pressed");
}

class Together {
  #timer = 0;

  // `view`: answers { atEnd, toEnd }. Who reads the newest words goes on seeing what stands below them.
  constructor({ room, announcer, connection, view }) {
    this.announcer = announcer;
    this.connection = connection;
    this.view = view;
    this.url = `/rooms/${room.id}/together/`;
    window.kindred.together = (page) => this.#draw(page);
    document.addEventListener("submit", (event) => this.#send(event));
    setInterval(() => this.#count(), BEAT);
    this.#count();
  }

  get place() { return document.querySelector("#together"); }

  // A round runs, and this person has not said yet how they come in: nothing is read to them.
  get isShut() { return this.place?.hasAttribute("data-shut") ?? false; }

  hear(events) {
    if (events.some(({ k }) => KINDS.has(k))) this.#soon();
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.ask(), Math.random() * SOON);
  }

  async ask() {
    const { page } = await window.kindred.look(this.url);
    if (!page) return;
    for (const id of PARTS) window.kindred.swap(page, id);
    this.#draw(page);
  }

  async #send(event) {
    const form = event.target;
    if (!form.matches("#together form[data-stays]")) return;
    event.preventDefault();
    const how = { method: "POST", body: new FormData(form), redirect: "manual" };
    const answer = await fetch(form.action, how).catch(() => null);
    if (answer?.type !== "opaqueredirect") this.connection.tell(await why(answer));
    this.ask();
  }

  // The focus stays where it was, or on the part itself where its button is gone; what was folded
  // open stays open.
  #draw(page) {
    const old = this.place, fresh = page.querySelector("#together");
    if (!old || !fresh) return;
    const { atEnd } = this.view();
    const before = old.querySelector("#round-now")?.textContent ?? "";
    const focus = old.contains(document.activeElement) ? document.activeElement : null;
    const press = focus?.dataset.press, id = focus?.closest("details")?.id;
    for (const open of old.querySelectorAll("details[open]")) {
      const same = fresh.querySelector(`#${open.id}`);
      if (same) same.open = true;
    }
    if (this.isShut && !fresh.hasAttribute("data-shut")) {
      location.reload(); // the server kept back what was said meanwhile
      return;
    }
    old.toggleAttribute("data-shut", fresh.hasAttribute("data-shut"));
    if (window.kindred.isSame(old, fresh)) return;
    old.replaceChildren(...fresh.childNodes);
    if (focus) {
      const again = press && old.querySelector(`[data-press="${CSS.escape(press)}"]`);
      (again || (id && old.querySelector(`#${id} summary`)) || old).focus();
    }
    if (atEnd) this.view().toEnd();
    const now = old.querySelector("#round-now")?.textContent ?? "";
    if (now && now !== before) this.announcer.tell(now);
    window.kindred.markNewcomers();
    this.#count();
  }

  // How much time is left, in calm words: no figure runs, nothing is read aloud.
  #count() {
    const line = this.place?.querySelector(".round-time");
    if (!line) return;
    const left = Date.parse(line.dataset.ends) - Date.now();
    const minutes = Math.round(left / 60000);
    if (left <= 0) line.textContent = say("time-over");
    else if (minutes > 1) line.textContent = say("time-many", { NUMBER: minutes });
    else line.textContent = say("time-one");
  }
}

window.kindred.Together = Together;
