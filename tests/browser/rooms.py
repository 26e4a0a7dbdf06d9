"""Rooms in real browsers: a server process of their own, and a page as somebody sees it."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from community import pace
from community.models import AccessClock
from tests.people import browser_of

LINE = "#room[data-live], #room[data-older]"  # a page that opens one
# What has to happen, on a busy machine, in milliseconds. How soon it happens is measured by
# tests/faults and by the bench, where nothing else runs.
CALM = 30_000


@pytest.fixture
def opened(window, server, transactional_db):
    """`opened(ana, room)` is Ana's browser with the room open and its line live."""
    pace.forget()
    AccessClock.objects.get_or_create(pk=1)

    def open_room(somebody, room, path="", **how):
        context = signed_in_at(server, window(**how), somebody)
        page = context.new_page()
        heard = listen(page)
        page.goto(f"{server.url}/rooms/{room.pk}/{path}")
        if how.get("java_script_enabled", True) and page.locator(LINE).count():
            wait_until(page, lambda: heard)
        return page

    return open_room


def listen(page):
    """All that comes by the lines of this page from now on."""
    heard = []
    page.on("websocket", lambda line: line.on("framereceived", lambda said: heard.append(said)))
    return heard


def signed_in_at(server, context, somebody):
    """Gives the browser a session of this person's."""
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": browser_of(somebody).cookies[name].value, "url": server.url}
    context.add_cookies([cookie])
    return context


def leave_quickly(page):
    """Presses the button and waits for the dull page itself: the title says "Notes" before it."""
    page.get_by_role("button", name="Leave quickly").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Notes")


def stop_the_clock(page):
    """From now on its timers wait to be told: `page.clock.run_for(milliseconds)`."""
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now()") + 60_000)


def remember(page, place):
    """Whatever stands in this place from now on, however shortly: see `said`."""
    page.locator(place).evaluate(
        """(it, place) => {
          const said = ((window.said ??= {})[place] = []);
          const look = () => said.push(it.textContent);
          new MutationObserver(look).observe(it, { childList: true, subtree: true, characterData: true });
          look();
        }""",
        place,
    )


def said(page, place, text):
    """Waits until this has stood in the place that is remembered."""
    stood = "([place, text]) => window.said[place].some((one) => one.includes(text))"
    page.wait_for_function(stood, arg=[place, text])


def write(page, body):
    """Types into the box and presses the button."""
    page.locator("#box").fill(body)
    page.locator("#send").click()


def settled(page):
    """Waits until none of one's own words are on their way: only then a page lets go unasked."""
    expect(page.locator(".message-sending")).to_have_count(0)


def wait_for_own(page, text, timeout=CALM):
    """One's own words stand there at once; these have reached the room."""
    reached = page.locator("#messages .message[id] .message-words", has_text=text)
    reached.wait_for(timeout=timeout)


def expect_words(page, texts):
    """Waits until these words, and no others, stand in the room on this screen."""
    expect(page.locator("#messages .message-words")).to_have_text(texts)


def words(page):
    """The words of the room as they stand on this screen."""
    return page.locator("#messages .message-words").all_inner_texts()


def wait_for_words(page, text, timeout=CALM):
    page.locator("#messages .message-words", has_text=text).wait_for(timeout=timeout)


def wait_until(page, holds, timeout=CALM):
    """Waits until this holds, while the page goes on: rows, too, may come or go after the answer."""
    for _ in range(timeout // 50):
        if holds():
            return
        page.wait_for_timeout(50)
    assert holds()


def wait_until_gone(page, text, timeout=CALM):
    """Waits until these words stand nowhere in the document: in no list, in no quote, and not in
    what is read aloud."""
    nowhere = "text => !document.documentElement.outerHTML.includes(text)"
    page.wait_for_function(nowhere, arg=text, timeout=timeout)
