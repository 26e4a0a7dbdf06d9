// A wall: each post with its answers below it. What is new has its place and nothing else moves: a
// new post comes on top, an answer under its post.
const { Answers, Draft, Transcript, uuid } = window.kindred;

class Wall extends Transcript {
  constructor(list, room) {
    super(list, room);
    this.moderates = "moderates" in document.querySelector("#room").dataset;
    document.addEventListener("kindred:page", ({ detail }) => this.#follow(detail));
  }

  put(message, { reply_to: post }) {
    const seq = message.li.id.replace("m-", "");
    const thread = document.getElementById(`t-${post ?? seq}`) ?? this.#begin(post ?? seq, Boolean(post));
    thread.querySelector(".thread-list").append(message.li);
    if (seq) this.#ask(message.li, seq);
  }

  settle() {}

  number(cid, seq, at) {
    const message = super.number(cid, seq, at);
    const thread = message?.li.closest(".thread");
    if (thread && !thread.id) this.#name(thread, seq);
    if (thread) this.#ask(message.li, seq);
    return message;
  }

  // A thread whose one post went back into the box, or waits for a person, is none.
  tidy() {
    for (const thread of [...this.list.children]) {
      if (!thread.querySelector(".message")) thread.remove();
    }
  }

  // Everything that has a number goes; threads of words on their way stay.
  empty() { this.list.replaceChildren(...[...this.list.children].filter(({ id }) => !id)); }

  // Answers go out by the line, as words from the box do.
  answers(composer) {
    const url = composer.form.dataset.draftUrl;
    this.boxes = new Answers({ url, busy: () => composer.unsent.length > 0 });
    document.addEventListener("submit", (event) => {
      const form = event.target.closest(Answers.BOX);
      if (!form) return;
      event.preventDefault();
      const { cid, reply_to, body } = form.elements;
      const text = body.value.trim();
      if (!text) { body.focus(); return; }
      const waits = composer.form.classList.contains("composer-waits");
      const words = { cid: cid.value, body: text, held_for: "group", sure: false, waits };
      composer.say({ ...words, reply_to: Number(reply_to.value) }, this.boxes.of(form));
      body.value = "";
      cid.value = uuid();
      form.parentElement.open = false;
      form.parentElement.querySelector("summary").focus();
    });
    this.list.addEventListener("click", (event) => this.#answer(event));
  }

  // "Answer" in a message's menu leads to the box under its post.
  #answer(event) {
    const link = event.target.closest("[data-answer-below]");
    const place = link?.closest(".thread").querySelector(".thread-answer");
    if (!place) return;
    event.preventDefault();
    link.closest(".message-menu").open = false;
    place.open = true;
    place.querySelector("textarea").focus();
  }

  // By when it is read, and by whom it was, only the server knows.
  #ask(li, seq) {
    li.querySelector(".message-read").id = `r-${seq}`;
    if (this.moderates || li.dataset.by === this.room.me) window.kindred.refresh();
  }

  #follow(page) {
    for (const fresh of page.querySelectorAll(".message-read[id]")) {
      document.getElementById(fresh.id)?.replaceChildren(...fresh.childNodes);
    }
  }

  #begin(post, isOlder) {
    const thread = document.querySelector("#thread").content.firstElementChild.cloneNode(true);
    if (post) this.#name(thread, post);
    else thread.querySelector(".thread-answer")?.setAttribute("hidden", "");
    if (isOlder) thread.querySelector(".thread-older").hidden = false;
    this.list.prepend(thread);
    return thread;
  }

  #name(thread, seq) {
    thread.id = `t-${seq}`;
    const older = thread.querySelector(".thread-older a");
    if (older) older.href = older.getAttribute("href").replace("around=0", `around=${seq}`);
    const answer = thread.querySelector(".thread-answer");
    if (!answer) return;
    answer.hidden = false;
    answer.querySelector('[name="cid"]').value = uuid();
    for (const name of ["reply_to", "below"]) answer.querySelector(`[name="${name}"]`).value = seq;
    answer.querySelector("textarea").id = `a-${seq}`;
  }
}

window.kindred.Wall = Wall;

// On a page with older posts the line only takes away: what is written there goes out with the page.
const older = document.querySelector(".wall:not([data-live])");
if (older) {
  const url = `/rooms/${older.dataset.room}/draft/`;
  const answers = new Answers({ url });
  Draft.arrive(url, (draft) => answers.below(draft.below)?.take(draft));
}
