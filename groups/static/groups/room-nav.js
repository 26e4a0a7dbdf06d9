// Where the list of my rooms runs off a small screen, the room one is in is brought into sight.
const here = document.querySelector(".room-nav [aria-current]");
if (here) {
  const list = here.closest("ul");
  list.scrollLeft = here.offsetLeft - (list.clientWidth - here.offsetWidth) / 2;
}
