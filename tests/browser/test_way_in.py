"""From the first page to the first word in a room, with somebody from the team there."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from groups.models import SupportGroup
from tests.browser.rooms import opened, wait_for_words, write
from tests.people import PASSWORD, on_duty
from tests.words import history

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]

MINUTES, PAGES = 3, 5


@pytest.fixture
def evening(emil, room):
    """Emil is there; the group says what it speaks of."""
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    SupportGroup.objects.filter(slug="evenings").update(speaks_of="sleep\nevenings")
    return room


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
    page.get_by_role("main").get_by_role("link", name="Come in", exact=True).click()
    page.check("input[name=adult][value=yes]")
    page.check("input[name=health]")
    page.click("main button.button")
    page.check("input[name=pick] >> nth=0")
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.fill("textarea", "I cannot sleep in the evenings.")
    page.click("main button.button")
    page.get_by_role("button", name="I agree, let me in").click()
    page.wait_for_url("**/rooms/*/")
    here = page.locator("#strip").inner_text()
    write(page, "Good evening, I am new.")
    wait_for_words(bens, "Good evening, I am new.")

    assert "emil-ash from the team is here" in here
    assert history(evening) == ["Good evening, I am new."]
    assert len(visited) == PAGES, visited
    assert time.monotonic() - began < MINUTES * 60
