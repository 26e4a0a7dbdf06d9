// For those who greet: a quiet mark beside the name of who is new here, also on words that come later.
// The page says whose first day it is (`#newcomers`); nobody else is told.
window.kindred.markNewcomers = () => {
  const ids = (document.querySelector("#newcomers")?.dataset.ids ?? "").split(" ");
  for (const li of document.querySelectorAll("#messages .message[data-by]")) {
    const mark = li.querySelector(".message-newcomer"), isNew = ids.includes(li.dataset.by);
    if (!isNew) mark?.remove();
    if (!isNew || mark) continue;
    const tag = document.createElement("span");
    tag.className = "tag message-newcomer";
    tag.textContent = window.kindred.say("new-here");
    li.querySelector(".message-who .name").after(" ", tag);
  }
};
