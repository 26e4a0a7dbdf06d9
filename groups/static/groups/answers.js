// The boxes below the posts of a wall. What is begun in one of them is kept, as what stands in the box
// of the room is.
const BOX = ".thread-answer form";

class Answers {
  #drafts = new WeakMap(); // form -> Draft

  // `busy()`: whether words are on their way.
  constructor({ url, busy }) {
    Object.assign(this, { url, busy });
    document.addEventListener("input", ({ target }) => {
      const form = target.closest(BOX);
      if (form) this.of(form).later();
    });
  }

  of(form) {
    if (!this.#drafts.has(form)) {
      const draft = new window.kindred.Draft(form, this.url);
      if (this.busy) draft.busy = this.busy;
      else form.addEventListener("submit", () => { draft.over = true; });
      form.dataset.draftUrl = this.url; // leaving quickly keeps it too
      this.#drafts.set(form, draft);
    }
    return this.#drafts.get(form);
  }

  // The box below this post, opened; nothing where it is not on this page.
  below(post) {
    const form = document.querySelector(`#t-${post} ${BOX}`);
    if (form) form.parentElement.open = true;
    return form && this.of(form);
  }
}

window.kindred.Answers = Answers;
window.kindred.Answers.BOX = BOX;
