"""Somebody without a mouse: Tab, Enter, Space, arrows and letters, and nothing else."""

MOST = 80  # presses of Tab until something counts as out of reach
IS = """const is = (it, wanted) => {
  if (/^[#[]/.test(wanted)) return it.matches(wanted);
  if (!it.matches("a, button, summary, input, select, textarea")) return false;
  const name = it.getAttribute("aria-label") || it.labels?.[0]?.innerText || it.innerText || "";
  return name.replace(/\\s+/g, " ").includes(wanted);
};"""
IS_AT = f"(wanted) => {{ {IS} return is(document.activeElement, wanted); }}"
IS_THERE = f"""(wanted) => {{ {IS}
  return [...document.body.querySelectorAll("*")].some((it) => it.checkVisibility() && is(it, wanted));
}}"""
IS_CHOSEN = "(wanted) => document.activeElement.selectedOptions[0]?.text.startsWith(wanted)"


class Keys:
    """One page, and the hands of whoever is at its keyboard. A place is named by the words that
    stand there, or by a selector."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.type(text)

    def to(self, place, *, by="Tab"):
        """Goes on until the place has the focus. Fails where it is never reached. Whoever looks at
        the screen begins when it stands there."""
        self.page.wait_for_function(IS_THERE, arg=place)
        for _ in range(MOST):
            self.press(by)
            if self.page.evaluate(IS_AT, place):
                return
        raise AssertionError(f"{place} cannot be reached by keyboard")

    def enter(self, *places):
        """Goes to each of them in turn and presses Enter there."""
        for place in places:
            self.to(place)
            self.press("Enter")

    def go(self, *places):
        """The same, where a page comes of the last of them."""
        *before, last = places
        self.enter(*before)
        self.to(last)
        with self.page.expect_navigation():
            self.press("Enter")

    def choose(self, words):
        """One of the next round buttons."""
        self.to("[type=radio]")
        for _ in range(MOST):
            if self.page.evaluate(IS_AT, words):
                self.press("Space")
                return
            self.press("ArrowDown")
        raise AssertionError(f"{words} cannot be chosen by keyboard")

    def pick(self, words):
        """One line of the list that has the focus, by arrows: letters that come slowly begin anew."""
        for _ in range(MOST):
            if self.page.evaluate(IS_CHOSEN, words):
                return
            self.press("ArrowDown")
        raise AssertionError(f"{words} cannot be picked by keyboard")

    def see(self, place, words="", **how):
        """Waits until these words stand in the place."""
        self.page.locator(place, has_text=words).first.wait_for(**how)
