// The name that was picked stands in the box too, so that a password manager keeps it.
const form = document.querySelector("[data-name-form]");
if (form) {
  const box = form.elements.handle;
  const picks = form.querySelectorAll('input[name="pick"]');
  for (const pick of picks) {
    pick.addEventListener("change", () => {
      box.value = pick.value;
    });
  }
  box.addEventListener("input", () => {
    for (const pick of picks) pick.checked = pick.value === box.value;
  });
}
