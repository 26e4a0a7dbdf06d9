// In a back room: who has a note. Nobody there: the buttons say what can be done.
window.kindred.showTaken = (li, name, mine) => {
  const place = li.querySelector(".message-taken");
  if (!place) return;
  const [take, letGo] = place.querySelectorAll("form");
  const tag = place.querySelector(".tag");
  tag.textContent = window.kindred.say("taken", { NAME: name });
  tag.hidden = !name;
  take.hidden = Boolean(name);
  letGo.hidden = !(name && mine);
};
