// What goes along with the words in the box: whom they answer, what their author would like, a note.
const FIELDS = ["note_kind", "note", "intent", "reply_to"];

class Along {
  constructor(form) {
    this.form = form;
    this.place = form.querySelector("#answering");
    document.querySelector("#messages").addEventListener("click", (event) => {
      const link = event.target.closest("[data-answer]");
      if (link) this.#answer(event, link.closest(".message"));
    });
    form.querySelector("#answering-drop").addEventListener("click", (event) => {
      event.preventDefault();
      this.#to(null);
      form.elements.body.focus();
    });
    form.querySelector(".composer-more").addEventListener("change", () => this.#tell());
    this.#tell();
  }

  // Only what was chosen: { note_kind, note, intent, reply_to }.
  take() {
    const chosen = FIELDS.map((name) => [name, this.form.elements[name].value.trim()]);
    const { reply_to, ...rest } = Object.fromEntries(chosen.filter(([, value]) => value));
    return reply_to ? { ...rest, reply_to: Number(reply_to) } : rest;
  }

  // Words come back into the box, with what went along.
  put(words) {
    for (const name of FIELDS) this.form.elements[name].value = words[name] ?? "";
    this.#to(words.reply_to ?? null);
    this.#tell();
  }

  clear() {
    this.put({});
    this.form.querySelector(".composer-more").open = false;
  }

  #answer(event, li) {
    event.preventDefault();
    li.querySelector(".message-menu").open = false;
    this.#to(Number(li.id.slice(2)), li.querySelector(".message-intent")?.textContent);
    this.form.elements.body.focus();
  }

  #to(seq, intent = "") {
    this.form.elements.reply_to.value = seq ?? "";
    this.place.hidden = !seq;
    if (!this.place.querySelector("#answering-to")) return; // a wall: it will stand under its post
    this.place.querySelector("#answering-to").replaceChildren(...(seq ? [window.kindred.quote(seq)] : []));
    this.place.querySelector("#answering-intent").textContent = intent;
  }

  // What was chosen stays in sight while it is folded away.
  #tell() {
    const { intent, note_kind: kind, note } = this.form.elements;
    const chosen = [intent, kind].filter(({ value }) => value).map((one) => one.selectedOptions[0].text);
    if (note.value && !kind.value) chosen.push(note.value);
    this.form.querySelector("#along").textContent = chosen.join(" · ");
  }
}

window.kindred.Along = Along;
