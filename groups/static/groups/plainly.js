// The plain form, without leaving the page: for screens that no socket reaches. The cid makes a
// repeat harmless. Answers what became of the words, or nothing where that is not known.
window.kindred.postPlainly = async (form, words) => {
  const fields = new FormData();
  fields.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const [name, value] of Object.entries(words)) if (value) fields.set(name, value);
  const answer = await fetch(form.action, { method: "POST", body: fields }).catch(() => null);
  if (!answer) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const near = page.querySelector("#help-near");
  const help = Boolean(near && !near.hidden);
  const quiet = page.querySelector("#help-quiet")?.hidden === false;
  const shown = { help, again: help && !near.open, quiet };
  if (answer.ok && page.querySelector("#room")) {
    const held = page.getElementById(`w-${words.cid}`);
    return { held: Boolean(held), marked: held?.matches(".message-marked"), ...shown };
  }
  if (answer.status !== 422) return null;
  const refused = page.querySelector("#trouble-words, #kept p")?.textContent ?? "";
  const asks = page.querySelector("#sure")?.hidden === false;
  return { refused, ...(asks ? { err: "check", found: marks(page.querySelector("#found")) } : {}), ...shown };
};

// The places that the page marks, as the line names them. What was found in the note has no mark.
function marks(place) {
  let at = 0;
  const found = [];
  for (const node of place.childNodes) {
    const start = at;
    at += [...node.textContent].length;
    if (node.nodeName === "MARK") found.push({ start, end: at });
  }
  return found.length ? found : [{ start: 0, end: 0 }];
}
