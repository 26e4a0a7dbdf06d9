"""From the first page to the first word in a room, with somebody from the team there."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from community.safety.models import Item
from groups.models import SupportGroup
from tests.browser.pages import go
from tests.browser.rooms import opened, signed_in_at, wait_for_words, write
from tests.browser.test_twelve_cases import decide
from tests.people import PASSWORD, on_duty
from tests.words import history

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]

MINUTES, PAGES = 3, 5
HEAVY = "I cannot sleep, everything is pointless, I don't want to be here any more."
WORSE = "I just want it to stop, I have pills here."


@pytest.fixture
def evening(emil, room):
    """Emil is there; the group says what it speaks of."""
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    SupportGroup.objects.filter(slug="evenings").update(speaks_of="sleep\nevenings")
    return room


def come_in_with(page, brought):
    """From the first page to what was found for these words."""
    go(page.get_by_role("main").get_by_role("link", name="Come in", exact=True))
    page.check("input[name=adult][value=yes]")
    page.check("input[name=health]")
    go(page.locator("main button.button").first)
    page.check("input[name=pick] >> nth=0")
    page.fill("input[name=password]", PASSWORD)
    go(page.get_by_role("button", name="Go on"))
    page.fill("textarea", brought)
    go(page.locator("main button.button").first)


def test_a_stranger_says_a_first_word_within_five_pages(window, server, opened, evening, ben):
    bens = opened(ben, evening)
    page = window().new_page()
    visited = []
    page.on(
        "framenavigated",
        lambda frame: visited.append(frame.url) if frame.parent_frame is None else None,
    )
    began = time.monotonic()

    page.goto(server.url)
    visited.clear()
    come_in_with(page, "I cannot sleep in the evenings.")
    go(page.get_by_role("button", name="I agree, let me in"))
    page.wait_for_url("**/rooms/*/")
    here = page.locator("#strip").inner_text()
    write(page, "Good evening, I am new.")
    wait_for_words(bens, "Good evening, I am new.")

    assert "emil-ash from the team is here" in here
    assert history(evening) == ["Good evening, I am new."]
    assert len(visited) == PAGES, visited
    assert time.monotonic() - began < MINUTES * 60


def test_while_nobody_is_here_help_comes_first_and_what_was_written_is_answered_later(
    window, server, emil, evenings, room
):
    SupportGroup.objects.filter(pk=evenings.pk).update(speaks_of="sleep\nevenings")
    page = window().new_page()

    # Nobody is here, and the first page says so. Distress on the way in: help before groups.
    page.goto(server.url)
    assert "Nobody from the team is here right now." in page.locator(".strip").inner_text()
    come_in_with(page, HEAVY)
    found = page.locator("main").inner_text()
    order = ["Thank you for telling us", "If you are hurt", "What you wrote", HEAVY, "Evenings"]
    assert [found.index(words) for words in order] == sorted(found.index(words) for words in order)

    # She comes in all the same, and what she writes waits for the team, with help at the box.
    go(page.get_by_role("button", name="I agree, let me in"))
    page.wait_for_url("**/rooms/*/")
    write(page, WORSE)
    page.locator("#held").get_by_text("waiting · nobody has seen this").wait_for()
    page.locator("#help-near").wait_for(state="visible")
    assert history(room) == []

    # Later Emil reads and answers; it stands on her page, with his name.
    item = Item.objects.get(kind="signal", subject_kind="message")
    desk = signed_in_at(server, window(), emil).new_page()
    desk.goto(f"{server.url}/desk/")
    assert WORSE in decide(desk, item, "write", "I have read both. I am here now.")
    page.goto(f"{server.url}/me/")
    go(page.get_by_role("main").get_by_role("button", name="emil-ash wrote to you"))
    page.get_by_text("I have read both. I am here now.").wait_for()
