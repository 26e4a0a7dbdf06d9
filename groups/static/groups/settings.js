// How the room works for one person: kept in cookies that say nothing about them.
const place = document.querySelector("#settings");

function keep(name, value) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${value}; max-age=31536000; path=/rooms/; samesite=lax${secure}`;
}

if (place) {
  place.hidden = false;
  place.addEventListener("change", ({ target }) => {
    if (target.name === "enter") keep("enter", target.checked ? "send" : "line");
    if (target.name === "aloud") keep("aloud", target.value);
  });
}
