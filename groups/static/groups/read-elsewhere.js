// What was read on another screen of the same person is not new here either. `mine`: how far this
// screen has read itself; its own marks stay while somebody is reading.
window.kindred.readElsewhere = ({ k, id }, here, mine) => {
  if (k !== "read") return false;
  const [room, text] = id.split("."), seq = Number(text);
  document.querySelector(`.room-nav a[data-room="${CSS.escape(room)}"] .badge`)?.remove();
  if (room !== here || seq <= mine) return true;
  for (const tag of document.querySelectorAll("#messages .message-fresh")) {
    if (Number(tag.closest(".message").id.slice(2)) <= seq) tag.remove();
  }
  for (const mark of document.querySelectorAll("#new, #read")) mark.remove();
  return true;
};
