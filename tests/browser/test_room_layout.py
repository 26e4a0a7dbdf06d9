"""Where things stand in a room: nothing pushes the page aside, nothing lies on its neighbour."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from groups.actions import held
from groups.models import Message
from tests import people
from tests.browser.rooms import opened, write
from tests.words import say, wait

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]

NARROW = {"viewport": {"width": 320, "height": 640}}


def box(page, selector):
    return page.locator(selector).bounding_box()


def test_many_rooms_do_not_widen_the_page(opened, ana, ben, emil, evenings, room):
    for number in range(8):
        title = f"A room with a long name, number {number}"
        another = people.room(evenings, title=title)
        people.on_duty(emil, another, until=timezone.now() + timedelta(hours=1))
        say(ben, another, "New here.")

    page = opened(ana, room, **NARROW)

    assert page.locator(".room-nav .badge").count() == 8
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_what_is_said_of_waiting_words_stands_below_them(opened, ana, emil, room):
    waiting = wait(ana, room, "Awake again.")
    held.open_held(room=room.pk, message=waiting.pk, by=emil)
    held.offer_held(room=room.pk, message=waiting.pk, by=emil)

    page = opened(ana, room, **NARROW)

    parts = page.locator("#held .message > *").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({top, bottom}) => [top, bottom])"
    )
    assert len(parts) == 5
    assert parts == sorted(parts)
    assert all(above[1] <= below[0] for above, below in pairwise(parts))


def test_at_night_a_phone_shows_one_row_of_answers_and_no_empty_day(opened, ana, room):
    page = opened(ana, room, viewport={"width": 360, "height": 740})

    write(page, "Awake again.")
    page.locator("#held").get_by_text("waiting · nobody has seen this").wait_for()

    assert page.locator("#messages .message-day").count() == 0
    answers = page.locator("#held-for label").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().top)"
    )
    assert answers == [answers[0]] * 3


def test_words_held_after_others_were_read_stand_below_them(opened, ana, emil, room):
    page = opened(ana, room)
    write(page, "Awake again.")
    page.locator("#held .message").wait_for()
    waiting = Message.objects.get(room=room)
    held.open_held(room=room.pk, message=waiting.pk, by=emil)
    page.locator("#held").get_by_text("emil-ash has read this").wait_for()

    write(page, "Still awake.")
    page.locator("#held .message").nth(1).wait_for()

    shown = page.locator("#held .message-words").all_inner_texts()
    assert shown == ["Awake again.", "Still awake."]
