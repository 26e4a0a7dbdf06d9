// The state of the line, in words, and only when it lasts. When it ends for good, the room's words
// leave the screen.
const say = (...given) => window.kindred.say(...given);
const LASTS = 5000, BACK = 4000, TOLD = 10000;
// What keeps a member out, and where it leads. What is not here is a removal.
const SHUT = { consent: "/accounts/consent/", second_factor: "/accounts/2fa/", not_active: "/me/" };

class Connection {
  #timer = 0; #shown = false; #state = "connecting";

  constructor({ line, room }) {
    this.line = line;
    this.room = room;
  }

  be(state, code, why, unsent = "") {
    this.#state = state;
    if (state === "ended") this.#end(code, why, unsent);
    else if (state === "live") this.#live();
    else this.doubt();
  }

  // Down, or words have no answer: in a lift the line says nothing of itself for a long time.
  doubt() {
    if (!this.#shown) this.#timer ||= setTimeout(() => this.#show(say("away")), LASTS);
  }

  // Everything sent has its answer.
  trust() {
    if (this.#state === "live") this.#live();
  }

  #live() {
    this.#stop();
    if (!this.#shown) return;
    this.#show(say("back"));
    this.#timer = setTimeout(() => this.#clear(), BACK);
  }

  // Something that was pressed came to nothing. Here it is seen from everywhere on the page, and read
  // aloud once; then the line speaks of itself again.
  tell(text) {
    this.#show(text);
    if (this.#state === "ended") return;
    this.#timer = setTimeout(() => {
      this.#clear();
      if (this.#state !== "live") this.doubt();
    }, TOLD);
  }

  #clear() {
    this.#stop();
    this.#shown = false;
    this.line.textContent = "";
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #show(text) {
    this.#stop();
    this.#shown = true;
    this.line.textContent = text;
  }

  #end(code, why, unsent) {
    this.#stop();
    const shut = why in SHUT ? why : "removed";
    if (code === 4401) this.#blank("ended", "/accounts/login/", unsent);
    else if (code === 4403) this.#blank(shut, SHUT[shut] ?? "/me/", unsent);
    else if (code === 4409) this.#show(say("replaced"));
    else if (code !== 1000) this.#show(say("stopped"));
  }

  // Words that reached nobody, to be copied: where the room is shut, nothing else keeps them.
  #keep(unsent) {
    const label = document.createElement("label");
    label.htmlFor = "unsent";
    label.textContent = say("unsent");
    const words = document.createElement("textarea");
    Object.assign(words, { id: "unsent", className: "input", rows: 6, readOnly: true, value: unsent });
    return [label, words];
  }

  // Nothing of the room stays on the page: not its words, not its name.
  #blank(phrase, href, unsent) {
    const title = document.createElement("h1");
    title.textContent = say(phrase === "ended" ? "ended-title" : "removed-title");
    const over = document.createElement("div");
    over.className = "notice notice-quiet room-over";
    over.setAttribute("role", "alert");
    const why = document.createElement("p");
    why.textContent = say(phrase);
    const way = document.createElement("p");
    const link = document.createElement("a");
    link.href = href;
    link.textContent = say(`${phrase}-go`);
    way.append(link);
    over.append(why, ...(unsent ? this.#keep(unsent) : []), way);
    document.querySelector(".room-nav")?.remove();
    this.room.replaceChildren(title, over);
  }
}

window.kindred.Connection = Connection;
