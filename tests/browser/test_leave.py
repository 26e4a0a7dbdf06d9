"""Leaving quickly, as a person sees it: gone at once, signed out, nothing on the way back."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from groups.models import Draft, Message
from tests.browser.pages import go
from tests.browser.rooms import stop_the_clock, wait_until
from tests.cms.library import topic

pytestmark = pytest.mark.django_db(transaction=True)

DULL = re.compile(r"/leave/$")
PAGE = "/styleguide/"


@pytest.fixture
def ana_reads(ana, signed_in, live_server):
    """`ana_reads()` is Ana's page; she came there by the first page and a link."""

    def open_page(**how):
        page = signed_in(ana, **how).new_page()
        page.goto(live_server.url + "/leave/how/")
        # Ana follows a link of ours; there is none to this page.
        page.evaluate("path => { document.querySelector('.site-name').href = path }", PAGE)
        go(page.locator(".site-name"), key="Enter")
        expect(page).to_have_title(re.compile("Styleguide"))
        return page

    return open_page


def tap_shift(page, times):
    """By a clock that goes on as told: how long a key is down says whether it was tapped."""
    stop_the_clock(page)
    for _ in range(times):
        page.keyboard.down("Shift")
        page.clock.run_for(60)
        page.keyboard.up("Shift")
        page.clock.run_for(60)


def is_gone(page):
    expect(page).to_have_url(DULL)
    expect(page).to_have_title("Notes")
    return "Kindred" not in page.content()


def is_forgotten(page):
    """Whether the browser has the server's answer, which may come after the dull page."""
    return {cookie["name"] for cookie in page.context.cookies()} == {"left"}


def test_the_button_ends_the_session_and_shows_notes(ana_reads):
    page = ana_reads()

    page.get_by_role("button", name="Leave quickly").click()

    assert is_gone(page)
    wait_until(page, lambda: is_forgotten(page))
    assert not Session.objects.exists()


def test_shift_three_times_leaves(ana_reads):
    page = ana_reads()

    tap_shift(page, 3)
    page.clock.run_for(2500)

    assert is_gone(page)


def test_shift_three_times_covers_the_words_at_once(ana_reads):
    page = ana_reads()

    tap_shift(page, 3)

    assert page.evaluate("getComputedStyle(document.body).visibility") == "hidden"


@pytest.mark.parametrize("typed", ["ABC DEF", "Hello There World"])
def test_typing_capitals_stays(ana_reads, typed):
    page = ana_reads()
    page.locator("textarea").first.focus()

    for letter in typed:
        page.keyboard.press(f"Shift+{letter}" if letter.isupper() else letter)
    page.wait_for_timeout(900)

    assert page.locator("textarea").first.input_value() == typed
    expect(page).to_have_url(re.compile(PAGE))


def test_shift_five_times_for_sticky_keys_stays(ana_reads):
    page = ana_reads()

    tap_shift(page, 5)
    page.clock.run_for(5000)

    expect(page).to_have_url(re.compile(PAGE))
    assert page.evaluate("getComputedStyle(document.body).visibility") == "visible"


def test_escape_never_leaves(ana_reads):
    page = ana_reads()

    for _ in range(5):
        page.keyboard.press("Escape")
    page.wait_for_timeout(900)

    expect(page).to_have_url(re.compile(PAGE))


def test_the_way_back_shows_nothing(ana_reads):
    page = ana_reads()
    page.get_by_role("button", name="Leave quickly").click()
    assert is_gone(page)

    page.go_back()

    assert is_gone(page)


def test_the_way_back_without_scripts_shows_nothing(ana_reads):
    page = ana_reads(java_script_enabled=True)
    context = page.context
    # Without scripts the form itself is sent.
    page.evaluate("document.querySelector('[data-leave]').removeAttribute('data-leave')")
    page.get_by_role("button", name="Leave quickly").click()
    assert is_gone(page)
    assert not Session.objects.exists()

    page.go_back()

    assert is_gone(page)
    assert {cookie["name"] for cookie in context.cookies()} == {"left"}


def test_the_line_closes_first_then_the_draft_then_the_session(ana_reads):
    page = ana_reads()
    posted = []
    page.on("request", lambda r: posted.append(r.url) if r.method == "POST" else None)
    page.evaluate(
        """() => {
          const form = document.querySelector("form.composer");
          form.dataset.draftUrl = "/theme/?draft";
          form.querySelector("textarea").name = "body";
          document.addEventListener("kindred:leave", () => fetch("/theme/?line", {method: "POST"}));
        }"""
    )
    page.locator("form.composer textarea").first.fill("I keep thinking about tomorrow")

    page.get_by_role("button", name="Leave quickly").click()

    assert is_gone(page)
    wait_until(page, lambda: len(posted) == 3)
    assert [url.split("/", 3)[3] for url in posted] == ["theme/?line", "theme/?draft", "leave/"]


def test_words_in_the_box_of_a_room_wait_as_a_draft(ana, room, signed_in, live_server):
    page = signed_in(ana).new_page()
    page.goto(f"{live_server.url}/rooms/{room.pk}/")
    page.locator("form.composer textarea").fill("I keep thinking about tomorrow")

    page.get_by_role("button", name="Leave quickly").click()

    assert is_gone(page)
    wait_until(page, lambda: is_forgotten(page) and Draft.objects.exists())
    kept = list(Draft.objects.values_list("room", "person"))
    assert kept == [(room.pk, ana.pk)]
    assert Draft.objects.get().body == "I keep thinking about tomorrow"
    assert not Message.objects.exists()
    assert not Session.objects.exists()


def test_other_windows_of_the_browser_go_too(ana_reads, live_server):
    page = ana_reads()
    other = page.context.new_page()
    other.goto(live_server.url + PAGE)

    page.get_by_role("button", name="Leave quickly").click()

    assert is_gone(other)


def test_an_address_typed_in_lets_people_back_in(ana_reads, live_server):
    page = ana_reads()
    page.get_by_role("button", name="Leave quickly").click()
    assert is_gone(page)
    wait_until(page, lambda: is_forgotten(page))  # the answer says "left" once more
    assert not Session.objects.exists()

    page.goto(live_server.url + "/")
    page.get_by_role("link", name="How to leave quickly").click()

    expect(page.get_by_role("heading", name="How to leave quickly")).to_be_visible()


def test_a_page_elsewhere_cannot_sign_somebody_out(ana, signed_in, live_server):
    context = signed_in(ana)
    page = context.new_page()
    page.route(
        "http://elsewhere.localhost/**",
        lambda route: route.fulfill(
            content_type="text/html",
            body=f'<form method="post" action="{live_server.url}/leave/"><button>Go</button></form>',
        ),
    )
    page.goto("http://elsewhere.localhost/")

    page.get_by_role("button", name="Go").click()

    expect(page).to_have_url(DULL)
    assert Session.objects.count() == 1


def three_stops(page):
    """What has the focus at the first three presses of Tab."""
    stops = []
    for _ in range(3):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.textContent.trim()"))
    return stops


def test_the_first_three_stops_are_skip_leave_and_help(window, live_server):
    page = window().new_page()
    page.goto(live_server.url + "/")

    assert three_stops(page) == ["Skip to the page", "Leave quickly", "Help now"]


def test_who_writes_in_the_editor_leaves_as_quickly_and_is_asked_nothing(
    signed_in, live_server, fay
):
    shelf = topic("Day by day")
    page = signed_in(fay, viewport={"width": 1280, "height": 900}).new_page()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{live_server.url}/cms/pages/add/cms/articlepage/{shelf.pk}/")
    expect(page.locator("[name=title]")).to_be_visible()

    stops = three_stops(page)
    page.locator("[name=title]").click()
    page.keyboard.type("Not saved yet")
    page.locator("body.ready").wait_for()
    for _ in range(3):
        page.keyboard.press("Shift")

    expect(page).to_have_title("Notes")
    expect(page.get_by_role("heading", level=1)).to_have_text("Notes")
    assert stops == ["Skip to main content", "Leave quickly", "Help now"]
    assert asked == []
    assert not Session.objects.exists()
