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
  if (answer.ok && page.querySelector("#room")) {
    return { held: Boolean(page.getElementById(`w-${words.cid}`)), help };
  }
  if (answer.status !== 422) return null;
  return { refused: page.querySelector("#trouble-words, #kept p")?.textContent ?? "", help };
};
