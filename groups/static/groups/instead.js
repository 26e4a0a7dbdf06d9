// Where nothing can be written for a while the box steps back, with what is in it, and comes again by
// itself: at the time the page names, or when the server says so.
const place = () => document.querySelector("#instead");
let timer = 0;

function waitForTheEnd() {
  clearTimeout(timer);
  const until = Date.parse(place()?.dataset.until ?? "");
  if (until) timer = setTimeout(() => window.kindred.refresh(), Math.max(until - Date.now(), 0) + 500);
}

window.kindred.insteadOfBox = (page) => {
  const fresh = page.querySelector("#instead"), box = document.querySelector("#composer");
  if (!fresh || !place()) return;
  const opens = page.querySelector("#composer");
  if (opens && !box) { location.reload(); return; }
  const turns = box && box.hidden === Boolean(opens), wasThere = box?.contains(document.activeElement);
  if (fresh.innerHTML !== place().innerHTML) place().replaceWith(fresh);
  if (box) box.hidden = !opens;
  if (turns) tell(opens, wasThere);
  waitForTheEnd();
};

// Who was writing is led to why they cannot; everybody hears it once.
function tell(opens, wasThere) {
  if (!opens && wasThere) {
    place().tabIndex = -1;
    place().focus();
    return;
  }
  const words = document.querySelector(opens ? "#box-label" : "#instead").textContent;
  window.kindred.tell(words.replace(/\s+/g, " ").trim());
}

waitForTheEnd();
