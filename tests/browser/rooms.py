"""Rooms in real browsers: a server process of their own, and a page as somebody sees it."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from community import pace
from community.models import AccessClock
from tests.people import browser_of

# What has to happen, on a busy machine, in milliseconds. How soon it happens is measured by
# tests/faults and by the bench, where nothing else runs.
CALM = 15_000


@pytest.fixture
def opened(window, server, transactional_db):
    """`opened(ana, room)` is Ana's browser with the room open and its line live."""
    pace.forget()
    AccessClock.objects.get_or_create(pk=1)

    def open_room(somebody, room, path="", **how):
        context = signed_in_at(server, window(**how), somebody)
        page = context.new_page()
        page.goto(f"{server.url}/rooms/{room.pk}/{path}")
        return page

    return open_room


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


def write(page, body):
    """Types into the box and presses the button."""
    page.locator("#box").fill(body)
    page.locator("#send").click()


def words(page):
    """The words of the room as they stand on this screen."""
    return page.locator("#messages .message-words").all_inner_texts()


def wait_for_words(page, text, timeout=CALM):
    page.locator("#messages .message-words", has_text=text).wait_for(timeout=timeout)


def wait_for_rows(page, holds, timeout=CALM):
    """Waits until this holds in the database: some rows are tidied away after the answer."""
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
