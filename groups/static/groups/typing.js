// "Somebody is writing", for who shows it too. For the eye alone: it is read aloud to nobody.
const say = (...given) => window.kindred.say(...given);
const EVERY = 3000, LASTS = 6000;

class Typing {
  #told = 0; #writing = new Map(); // wire id -> timer

  // `tell()` says that this person is writing.
  constructor({ place, form, tell }) {
    this.place = place;
    form?.elements.body.addEventListener("input", ({ target }) => {
      const waits = form.classList.contains("composer-waits"); // nobody is there to see it
      if (waits || !target.value.trim() || Date.now() - this.#told < EVERY) return;
      this.#told = Date.now();
      tell();
    });
  }

  hear({ a }) {
    clearTimeout(this.#writing.get(a));
    this.#writing.set(a, setTimeout(() => this.over(a), LASTS));
    this.#show();
  }

  // Their words are here, or nothing came for a while.
  over(a) {
    clearTimeout(this.#writing.get(a));
    if (this.#writing.delete(a)) this.#show();
  }

  #show() {
    const [first, ...more] = this.#writing.keys();
    const said = first && document.querySelector(`#messages .message[data-by="${CSS.escape(first)}"] .name`);
    const name = said?.textContent;
    const one = name ? say("writes", { NAME: name }) : say("somebody-writes");
    this.place.textContent = !first ? "" : more.length ? say("several-write") : one;
  }
}

window.kindred.Typing = Typing;
