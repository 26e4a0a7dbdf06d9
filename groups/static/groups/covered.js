// Below one's own words: that the team covers a part of them, and where one reads why. Where the page
// was printed without that line, it is taken from the empty message.
window.kindred.showCovered = (li, covered) => {
  let line = li.querySelector('[data-if="covered"]');
  if (!line && covered) {
    line = document.querySelector("#message").content.querySelector('[data-if="covered"]').cloneNode(true);
    const link = line.querySelector("a");
    link.href = link.getAttribute("href").replace(/#m-\d+$/, `#${li.id}`);
    li.querySelector(".message-words").after(line);
  }
  if (line) line.hidden = !covered;
};
