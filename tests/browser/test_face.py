"""The pages of the face: readable by everyone, at every size, in every set of colours."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.axe import COLOURS, TOLD, findings
from tests.browser.pages import go
from tests.people import staffed

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ["/", "/styleguide/", "/nothing-here/", "/leave/", "/leave/how/"]
THEMES = ["light", "dark", "contrast"]


@pytest.mark.parametrize("theme", THEMES)
def test_the_checker_finds_nothing(window, live_server, theme):
    context = window()
    context.add_cookies([{"name": "theme", "value": theme, "url": live_server.url}])
    page = context.new_page()

    found = {}
    for address in PAGES:
        page.goto(live_server.url + address)
        found[address] = findings(page, told=TOLD if theme == "light" else COLOURS)

    assert found == {address: [] for address in PAGES}


def test_the_checker_finds_what_is_there(window, live_server):
    page = window().new_page()
    page.goto(live_server.url + "/leave/")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")

    assert findings(page) == ["violations: button-name: <button></button>"]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_runs_off_a_small_screen(window, live_server, address):
    # 320 px is a small phone, and a screen of 1280 px at 400 %.
    page = window(viewport={"width": 320, "height": 256}).new_page()
    page.goto(live_server.url + address)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_nothing_runs_off_with_letters_twice_as_big(window, live_server):
    page = window(viewport={"width": 320, "height": 640}).new_page()

    wide = {}
    for address in PAGES:
        page.goto(live_server.url + address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide[address] = page.evaluate("document.documentElement.scrollWidth")

    assert wide == dict.fromkeys(PAGES, 320)


def test_no_page_breaks_its_own_policy(window, live_server):
    page = window().new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda r: said.append(r.url) if live_server.url not in r.url else None)

    for address in ("/", "/styleguide/", "/leave/", "/leave/how/"):
        page.goto(live_server.url + address)

    assert [words for words in said if not words.startswith("data:")] == []


def test_both_doors_are_seen_without_scrolling(window, live_server):
    page = window().new_page()
    page.goto(live_server.url + "/")

    for name in ("I need someone now", "Come in"):
        box = page.locator(".door-buttons").get_by_role("link", name=name).bounding_box()
        assert box["y"] + box["height"] <= 640


def test_the_chosen_colours_stay(window, live_server):
    page = window(color_scheme="light").new_page()
    page.goto(live_server.url + "/leave/how/")

    go(page.get_by_role("button", name="Dark"))

    assert page.url.endswith("/leave/how/")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(live_server.url + "/")
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"


def test_everything_to_press_is_big_enough(window, live_server):
    page = window().new_page()
    page.goto(live_server.url + "/styleguide/")

    small = page.evaluate(
        """() => [...document.querySelectorAll("button, .button, nav a, footer a, summary, .choice")]
          .filter((e) => !e.closest(".message"))  // a room's words have tests of their own
          .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
          .filter(([, box]) => box.height && (box.height < 44 || box.width < 24))
          .map(([words]) => words)"""
    )

    assert small == []


def test_a_dialog_opens_closes_and_gives_the_focus_back(window, live_server):
    page = window().new_page()
    page.goto(live_server.url + "/styleguide/")
    page.get_by_role("link", name="Ask first").click()
    expect(page.locator("#example")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator("#example")).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent") == "Ask first"


def test_times_are_those_of_the_readers_own_clock(window, live_server):
    later = timezone.localtime() + timedelta(hours=2)
    staffed(later.time().replace(minute=0), (later + timedelta(hours=3)).time())
    said = {}
    for zone in ("Europe/London", "America/New_York"):
        page = window(timezone_id=zone).new_page()
        page.goto(live_server.url + "/")
        said[zone] = page.locator(".strip time").inner_text()

    assert len(said["Europe/London"]) == len("08:00")
    assert said["America/New_York"].endswith("(your time)")


def test_one_can_leave_quickly_from_a_dialog(window, live_server):
    page = window().new_page()
    page.goto(live_server.url + "/styleguide/")
    page.get_by_role("link", name="Ask first").click()
    assert page.evaluate("document.activeElement.textContent") == "Take them back"

    page.locator("#example").get_by_role("button", name="Leave quickly").click()

    page.wait_for_url("**/leave/")
    assert page.title() == "Notes"
