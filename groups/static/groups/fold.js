// What of somebody's words is folded for this reader. The page's own rule (groups/folding.py) does
// the same; one table of cases tests both. Folded is never gone: a line says that something is
// there, and it can be opened.
const say = (...given) => window.kindred.say(...given);
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SHORT = /^([a-z])(?:ies|ied|ying)$/; // dies, died, dying: die
const ENDINGS = [["ies", "y"], ["ied", "y"], ["ings", ""], ["ing", ""], ["ed", ""]];

const bare = (word) => (word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word);

// betting, bet: the last consonant was doubled for the ending.
function once(base) {
  const last = base.at(-1);
  return last === base.at(-2) && !"aeiouylsz".includes(last) ? base.slice(0, -1) : base;
}

function singular(word) {
  if (word.length > 4 && /(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

function stem(word) {
  const short = word.match(SHORT);
  if (short) return `${short[1]}ie`;
  for (const [ending, instead] of ENDINGS) {
    const base = word.endsWith(ending) ? word.slice(0, -ending.length) : "";
    if (base.length > 2 && /[aeiouy]/.test(base) && !word.endsWith("eed"))
      return bare(once(base) + instead);
  }
  return bare(singular(word));
}

const stems = (text) => (text.normalize("NFC").toLowerCase().match(WORD) ?? []).map(stem);

function standsIn(words, said) {
  return words.length > 0
    && said.some((_, at) => words.every((word, next) => word === said[at + next]));
}

// The page's own wishes: a choice for each kind of note, and muted words until their day.
function wished() {
  const page = document.querySelector("#folding")?.content;
  const lines = [...page?.querySelectorAll("[data-fold]") ?? []];
  const muted = [...page?.querySelectorAll("[data-muted]") ?? []];
  return {
    kinds: Object.fromEntries(lines.map((line) => [line.dataset.kind, line.textContent])),
    choices: Object.fromEntries(lines.map((line) => [line.dataset.kind, line.dataset.fold])),
    muted: muted.filter(({ dataset }) => Date.parse(dataset.until) > Date.now())
      .map((line) => line.textContent),
  };
}

// show, collapse, never, muted or asked.
function howFolded({ own, note = "", note_kind = "", body = "", asked = "" }, { choices, muted }) {
  if (own) return "show";
  const choice = note || note_kind ? choices[note_kind || "other"] ?? "collapse" : "show";
  const said = muted.length && choice !== "never" ? stems(`${note} ${body}`) : [];
  if (muted.some((words) => standsIn(stems(words), said))) return "muted";
  return asked && choice !== "never" ? "asked" : choice;
}

function label(note, kind, kinds) {
  if (!kind || (kind === "other" && note)) return note;
  return note ? `${kinds[kind]}: ${note}` : kinds[kind];
}

// Puts the line above the words, closed or open, or takes it away. What somebody opened stays open.
window.kindred.fold = (li, words) => {
  const wishes = wished();
  const asked = window.kindred.asked(li, words.own);
  const how = howFolded({ ...words, asked }, wishes);
  const { note = "", note_kind = "" } = words;
  const text = how === "muted" ? say("folded")
    : how === "never" ? say("folded-kind", { KIND: wishes.kinds[note_kind || "other"] })
    : [asked, label(note, note_kind, wishes.kinds)].filter(Boolean).join(" · ");
  if (!text && !li.querySelector(".message-note")) return;
  const above = li.querySelector(".message-about") ? ".message-about" : ".message-who";
  const details = window.kindred.part(li, ".message-note", above);
  const summary = details.querySelector("summary");
  const same = summary.textContent === text && details.dataset.how === how;
  Object.assign(details.dataset, { how, note, kind: note_kind });
  details.hidden = !text;
  if (!text || !same) details.open = how === "show";
  summary.textContent = text;
};

// The reader chose anew, on another page of theirs: what is on this screen follows.
document.addEventListener("kindred:page", ({ detail: page }) => {
  const now = document.querySelector("#folding"), fresh = page.querySelector("#folding");
  if (!now || !fresh || now.innerHTML === fresh.innerHTML) return;
  now.replaceWith(fresh);
  for (const li of document.querySelectorAll("#messages .message:not(.message-hidden, .message-erased)")) {
    const { note, kind: note_kind } = li.querySelector(".message-note")?.dataset ?? {};
    const body = window.kindred.wordsOf(li), own = li.matches(".message-own");
    window.kindred.fold(li, { own, note, note_kind, body });
  }
  window.kindred.requote();
});
Object.assign(window.kindred.fold, { howFolded, stems });
