// What goes along with the words in the box: whom they answer, what their author would like, a note,
// and whom they are for.
const FIELDS = ["note_kind", "note", "intent", "reply_to"];
const FOR = ["group", "team", "me"]; // each is read by fewer than the one before

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

  // Only what was chosen: { note_kind, note, intent, reply_to }; and always held_for.
  take() {
    const chosen = FIELDS.map((name) => [name, this.form.elements[name].value.trim()]);
    const { reply_to, ...rest } = Object.fromEntries(chosen.filter(([, value]) => value));
    const taken = { ...rest, held_for: heldFor(this.form) };
    return reply_to ? { ...taken, reply_to: Number(reply_to) } : taken;
  }

  // Words come back into the box, with what went along.
  put(words) {
    for (const name of FIELDS) this.form.elements[name].value = words[name] ?? "";
    this.#to(words.reply_to ?? null);
    this.narrow(words.held_for);
    this.#tell();
  }

  // Words that come back bring whom they are for. In a box with others in it, or with another choice
  // made by now, the one of the two holds that shows both to fewer people.
  narrow(whom = "group") {
    this.#choose(FOR[Math.max(FOR.indexOf(whom), FOR.indexOf(heldFor(this.form)))]);
  }

  // What is not for the group is never said to it because the team has come: the choice stays in
  // sight until these words have gone.
  #choose(whom) {
    const fields = this.form.querySelector("#held-for");
    fields.querySelector(`[value="${whom}"]`).checked = true;
    fields.hidden = whom === "group" && !this.form.classList.contains("composer-waits");
    fields.disabled = fields.hidden;
  }

  clear() {
    if (!this.form.classList.contains("composer-waits")) this.#choose("group");
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

// Whom the words are for. A button may say it as well, for itself alone.
function heldFor(form) {
  return form.querySelector('[type="radio"][name="held_for"]:checked:enabled')?.value ?? "group";
}

Object.assign(window.kindred, { Along, heldFor });
