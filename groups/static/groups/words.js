// What stands for covered words, as in groups/spans.py.
const COVER = "\ufffc";

// How somebody's words stand on the page: text, and addresses as links that give nothing away.
// The page's own filter (groups/templatetags/words.py) does the same; one table of cases tests both.
const ADDRESS = /https?:\/\/[^\s<>"\ufffc]+/g;
const AFTER = /[.,;:!?)\]}'’”]+$/;

// Text with a plain mark where the team covers something.
function plain(text) {
  return text.split(COVER).flatMap((part, at) => {
    if (at === 0) return [part];
    const mark = document.createElement("span");
    mark.className = "covered";
    mark.textContent = window.kindred.say("covered");
    return [mark, part];
  });
}

window.kindred.fillWords = (place, text) => {
  place.replaceChildren();
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(AFTER, "");
    const link = document.createElement("a");
    link.href = address;
    link.rel = "noopener nofollow ugc";
    link.textContent = address;
    place.append(...plain(text.slice(at, match.index)), link);
    at = match.index + address.length;
  }
  place.append(...plain(text.slice(at)));
};
