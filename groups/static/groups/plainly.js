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
  return { refused: page.querySelector("#trouble-words, #kept p")?.textContent ?? "", ...shown };
};
