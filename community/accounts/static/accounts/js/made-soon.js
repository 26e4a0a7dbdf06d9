// While a file is being made its part of the page is asked for anew, until it is ready. The words in it
// are a status, so a screen reader says what changed. Without scripts, "Look again" does the same.

const AGAIN = 2000;

const lookAgain = async () => {
  const here = document.querySelector("[data-made-soon]");
  if (!here) return;
  if (!document.hidden) {
    try {
      const answer = await fetch(location.pathname, { cache: "no-store", redirect: "error" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(here.id);
      if (answer.ok && fresh) put(here, fresh);
    } catch {
      // The line is away: asked again below.
    }
  }
  setTimeout(lookAgain, AGAIN);
};

// What is the same stays as it is, so that nobody loses the button they are on.
const put = (here, fresh) => {
  const said = here.querySelector("[role=status]");
  const says = fresh.querySelector("[role=status]");
  if (!says) return here.replaceWith(fresh);
  if (said.textContent !== says.textContent) said.textContent = says.textContent;
  if (fresh.matches("[data-made-soon]")) {
    here.querySelector("progress").value = fresh.querySelector("progress").value;
    return;
  }
  delete here.dataset.madeSoon;
  while (said.nextElementSibling) said.nextElementSibling.remove();
  while (says.nextElementSibling) here.append(says.nextElementSibling);
};

if (document.querySelector("[data-made-soon]")) setTimeout(lookAgain, AGAIN);
