// Why words did not go out, below the box; and in them, what looks like a way to reach somebody.
class Trouble {
  constructor(place) { this.place = place; }

  show(why, body, found) {
    this.place.querySelector("#trouble-words").textContent = why;
    this.#mark(this.place.querySelector("#found"), body, found);
    this.place.querySelector("#sure").hidden = !found.length;
    this.place.hidden = false;
  }

  hide() { this.place.hidden = true; }

  #mark(place, body, found) {
    const letters = [...body]; // the server counts characters, not halves of them
    let at = 0;
    place.replaceChildren();
    for (const { start, end } of found) {
      if (start === end) continue; // in the note above
      const mark = document.createElement("mark");
      mark.textContent = letters.slice(start, end).join("");
      place.append(letters.slice(at, start).join(""), mark);
      at = end;
    }
    place.append(letters.slice(at).join(""));
    place.hidden = !found.length;
  }
}

window.kindred.Trouble = Trouble;
