"""A slow line: scripts come late, answers overtake each other, a page is drawn anew under a finger. What
was typed, pressed or asked last is what counts."""

import pytest
from django.conf import settings

from tests.browser.rooms import signed_in_at, wait_until
from tests.words import drafts_of

pytestmark = pytest.mark.django_db(transaction=True)

STRIP = '<div id="strip"><a href="#a">{a}</a> <button>{b}</button></div>'
ANSWERS = """(script) => {
  Object.assign(window, { kindred: {}, asked: [], pressed: 0 });
  window.fetch = () => new Promise((answer) =>
    asked.push((text) => answer({ ok: true, text: async () => text })));
  document.addEventListener("click", ({ target }) => { pressed += target.matches("button"); });
  new Function(script)();
  window.draw = (part) => {
    const page = new DOMParser().parseFromString(part, "text/html");
    kindred.swap(page, "strip");
  };
}"""


@pytest.fixture
def page(window):
    """A page with one part that is drawn anew; `asked` holds what the server has not answered yet."""
    opened = window(bypass_csp=True).new_page()
    opened.set_content(STRIP.format(a="One", b="Two"))
    script = settings.BASE_DIR / "groups" / "static" / "groups" / "refresh.js"
    opened.evaluate(ANSWERS, script.read_text())
    return opened


def test_an_answer_that_was_overtaken_is_not_drawn(page):
    got = page.evaluate(
        """async () => {
          const first = kindred.look("/"), second = kindred.look("/");
          asked[1]("newer");
          const newer = (await second).page.body.textContent;
          asked[0]("older");
          return [newer, await first];
        }"""
    )

    assert got == ["newer", {"late": True}]


def test_a_press_is_heard_though_its_button_was_to_be_drawn_anew(page):
    page.evaluate("() => { kindred.look('/').then(({ page }) => kindred.swap(page, 'strip')); }")
    button = page.locator("#strip button")
    button.hover()

    page.mouse.down()
    page.evaluate("(text) => { asked[0](text); }", STRIP.format(a="One", b="Three"))
    while_pressed = button.inner_text()
    page.mouse.up()
    page.locator("#strip button", has_text="Three").wait_for()

    assert (while_pressed, page.evaluate("pressed")) == ("Two", 1)


def test_whoever_is_in_a_part_stays_there_when_it_is_drawn_anew(page):
    page.locator("#strip a").focus()
    page.evaluate("() => { window.before = document.activeElement; }")

    page.evaluate("draw", STRIP.format(a="One", b="Two"))
    same = page.evaluate("document.activeElement === before")
    page.evaluate("draw", STRIP.format(a="Other words", b="Three"))

    assert same
    assert page.evaluate("document.activeElement.textContent") == "Other words"


def held_back(page, script):
    """This script is on its way until what is answered here is called."""
    waiting = []
    page.route(script, lambda route: waiting.append(route))

    def comes():
        wait_until(page, lambda: waiting)
        for route in waiting:
            route.continue_()

    return comes


def test_a_password_is_typed_on_while_the_script_comes(window, server, transactional_db):
    page = window().new_page()
    script_comes = held_back(page, "**/site*.js")
    page.goto(f"{server.url}/accounts/login/", wait_until="commit")
    box = page.locator("input[name=password]")
    box.press_sequentially("nine slow")

    script_comes()
    page.get_by_role("button", name="Show", exact=True).wait_for()
    page.keyboard.type(" rivers")

    assert box.input_value() == "nine slow rivers"


def test_words_that_were_there_before_the_script_are_kept(window, server, ana, room):
    page = signed_in_at(server, window(), ana).new_page()
    script_comes = held_back(page, "**/room*.js")
    page.goto(f"{server.url}/rooms/{room.pk}/", wait_until="commit")
    page.locator("#box").fill("Awake again.")

    script_comes()

    wait_until(page, lambda: drafts_of(ana) == {"Awake again."})
    assert page.locator("#box").input_value() == "Awake again."
