// What the scripts say stands in the page, so that it is translated with everything else.
const said = new Map();
for (const line of document.querySelector("#phrases")?.content.children ?? []) {
  said.set(line.dataset.say, line.textContent);
}

// The phrase of this name; capitals such as NAME are filled in from `parts`.
window.kindred.say = (name, parts = {}) =>
  Object.entries(parts).reduce((text, [key, value]) => text.replace(key, value), said.get(name) ?? "");
