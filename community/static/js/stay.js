// Before a session ends by itself: asks once more whether it still does (another window may have
// moved the end on), says so, and keeps it with one press.
const BEFORE = 300; // seconds
const stay = document.querySelector("#stay");
let timer = 0;

function wait(left) {
  clearTimeout(timer);
  stay.hidden = left > BEFORE;
  if (left > BEFORE) timer = setTimeout(look, (left - BEFORE) * 1000);
  else if (left > 0) timer = setTimeout(look, left * 500); // it may be kept from another window
}

async function look(how) {
  const answer = await fetch(stay.action, { redirect: "manual", cache: "no-store", ...how })
    .catch(() => null);
  if (answer?.ok) wait((await answer.json()).seconds);
}

if (stay) {
  stay.addEventListener("submit", (event) => {
    event.preventDefault();
    look({ method: "POST", body: new FormData(stay) });
  });
  wait(Number(stay.dataset.seconds));
}
