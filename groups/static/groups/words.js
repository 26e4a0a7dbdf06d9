// How somebody's words stand on the page: text, and addresses as links that give nothing away.
// The page's own filter (groups/templatetags/words.py) does the same; one table of cases tests both.
const ADDRESS = /https?:\/\/[^\s<>"]+/g;
const AFTER = /[.,;:!?)\]}'’”]+$/;

window.kindred.fillWords = (place, text) => {
  place.replaceChildren();
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(AFTER, "");
    const link = document.createElement("a");
    link.href = address;
    link.rel = "noopener nofollow ugc";
    link.textContent = address;
    place.append(text.slice(at, match.index), link);
    at = match.index + address.length;
  }
  place.append(text.slice(at));
};
