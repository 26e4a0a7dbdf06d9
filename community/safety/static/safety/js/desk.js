// The desk stays true by itself: it asks for changes, says how old it is when the line is away,
// and shows the server that its moderator is there. Without it the page is loaded by hand.

const desk = document.querySelector("[data-desk]");
const EVERY = 5000;
const PING = 25000;

if (desk) {
  const token = () => desk.querySelector("[name=csrfmiddlewaretoken]").value;
  const post = (address) =>
    fetch(address, {
      method: "POST",
      keepalive: true,
      headers: { "X-CSRFToken": token(), Accept: "application/json" },
    });

  keepOnDuty(desk.dataset.ping, post);
  callKeepsRooms(desk.dataset.call, post);
  if (desk.dataset.since) keepFresh(desk);
}

// A ping now makes a page's long lease short; then one before each lease is half over.
function keepOnDuty(address, post) {
  let had = false;
  const ping = async () => {
    try {
      const answer = await post(address);
      if (!answer.ok) return;
      const { places } = await answer.json();
      if (had && !places.length) sayGone();
      had = places.length > 0;
    } catch {
      // The line is away: the list says so, and the next ping tries again.
    }
  };
  ping();
  setInterval(ping, PING);
  addEventListener("online", ping);
}

// Dialling from the desk takes the screen away: the rooms stay open for the call. Where they cannot,
// that is said in words.
function callKeepsRooms(address, post) {
  document.addEventListener("click", async (event) => {
    if (!event.target.closest?.('a[href^="tel:"]')) return;
    try {
      const answer = await post(address);
      sayCall(answer.status === 409 ? (await answer.json()).words : "");
    } catch {
      // The line is away: the number is dialled all the same.
    }
  });
}

function sayCall(words) {
  const said = document.createElement("p");
  said.className = "notice";
  said.textContent = words;
  document.getElementById("call-said").replaceChildren(...(words ? [said] : []));
}

function keepFresh(desk) {
  let seenAt = new Date();
  let asking = false;
  const look = async () => {
    if (asking) return;
    asking = true;
    try {
      const version = document.getElementById("desk-live").dataset.version;
      const answer = await fetch(desk.dataset.since.replace("/-/", `/${version}/`));
      if (answer.redirected || !(answer.ok || answer.status === 204)) throw new Error("no answer");
      seenAt = new Date();
      if (answer.status === 200) show(await answer.text());
      sayFresh(seenAt);
    } catch {
      sayOld(seenAt);
    } finally {
      asking = false;
    }
  };
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", () => document.hidden || look());
  document.addEventListener("kindred:me", look); // whoever holds a line may say so at once
  addEventListener("online", look);
}

// Puts the new list in the old one's place. Lines that did not change keep their nodes, so that
// neither the focus nor a reader's place is lost.
function show(html) {
  const old = document.getElementById("desk-live");
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("desk-live");
  if (!fresh) return;
  const before = new Set([...old.querySelectorAll("li[id]")].map((line) => line.id));
  const focused = document.activeElement?.closest?.("#desk-live li[id]")?.id;
  for (const line of fresh.querySelectorAll("li[id]")) {
    const known = document.getElementById(line.id);
    if (known && known.innerHTML === line.innerHTML) line.replaceWith(known);
  }
  const news = [...fresh.querySelectorAll("li[id]")].some((line) => !before.has(line.id));
  old.replaceWith(document.adoptNode(fresh));
  if (focused && !document.activeElement?.closest?.("#desk-live")) {
    document.getElementById(focused)?.querySelector("a")?.focus({ preventScroll: true });
  }
  if (news) say(document.getElementById("desk-said"), "more");
}

function sayFresh(at) {
  const age = document.getElementById("desk-age");
  if (age.dataset.state === "gone") return;
  age.classList.remove("desk-age-old");
  age.textContent = age.dataset.fresh;
  age.dataset.seen = at.toISOString();
}

function sayOld(at) {
  const age = document.getElementById("desk-age");
  const time = at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  age.classList.add("desk-age-old");
  age.textContent = age.dataset.old.replace("%time%", time);
}

function sayGone() {
  const age = document.getElementById("desk-age");
  if (!age) return;
  age.dataset.state = "gone";
  age.classList.add("desk-age-old");
  age.textContent = age.dataset.gone;
}

// A status region speaks only when its words change.
function say(region, what) {
  region.textContent = "";
  setTimeout(() => (region.textContent = region.dataset[what]), 50);
}
