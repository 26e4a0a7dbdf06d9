"""Waiting words that reach those who lead: no dead end, and no reading by the way."""

import pytest

from community.refusal import Refused
from community.safety.actions import deciding, desk
from community.safety.enums import ItemKind, ItemState
from community.safety.models import Item
from groups.actions import held
from groups.models import Message
from tests.people import browser_of
from tests.safety.conftest import decision
from tests.words import wait


@pytest.fixture
def waiting(ana, room):
    """Words of Ana's that wait for the team, and their item."""
    wait(ana, room, "The lamp is still on.")
    return Item.objects.get(kind=ItemKind.HELD)


def test_a_coordinator_decides_waiting_words_she_took(waiting, hana):
    browser = browser_of(hana)

    browser.post(f"/desk/items/{waiting.pk}/take/")
    page = browser.get(f"/desk/items/{waiting.pk}/")
    deciding.decide(item=waiting.pk, by=hana, decision=decision("keep_between_us"))

    waiting.refresh_from_db()
    assert (page.status_code, waiting.state) == (200, ItemState.CLOSED)
    assert "The lamp is still on." in page.content.decode()


def test_a_coordinator_reads_nothing_she_has_not_taken(waiting, hana, ana, room):
    message = int(waiting.subject_id)

    with pytest.raises(Refused) as no:
        held.open_held(room=room.pk, message=message, by=hana)

    assert no.value.refusal.code == "take_first"


def test_whoever_has_it_always_lets_go(waiting, hana):
    desk.take(item=waiting.pk, by=hana)
    Item.objects.update(about=hana)

    desk.release(item=waiting.pk, by=hana)

    assert Item.objects.get(pk=waiting.pk).state == ItemState.OPEN


def test_opening_the_page_marks_nothing_as_read(waiting, emil):
    message = Message.objects.get()
    browser = browser_of(emil)

    browser.get(f"/desk/items/{waiting.pk}/")
    browser.get(f"/desk/items/{waiting.pk}/?words=yes")
    message.refresh_from_db()
    after_opening = message.seen_by
    shown = browser.post(f"/desk/items/{waiting.pk}/words/", {"show": "yes"})

    message.refresh_from_db()
    assert (after_opening, message.seen_by) == (None, emil.pk)
    assert "The lamp is still on." in shown.content.decode()


def test_words_changed_since_are_covered_for_who_has_them(waiting, emil, ana, room):
    browser = browser_of(emil)
    browser.post(f"/desk/items/{waiting.pk}/take/")
    before = browser.get(f"/desk/items/{waiting.pk}/").content.decode()

    held.change_held(room=room.pk, cid=Message.objects.get().cid, body="It went out.", by=ana)

    after = browser.get(f"/desk/items/{waiting.pk}/").content.decode()
    assert ("The lamp is still on." in before, "It went out." in after) == (True, False)
    assert Message.objects.get().seen_by is None


def test_a_coordinator_is_asked_to_take_it_first(waiting, hana):
    page = browser_of(hana).post(f"/desk/items/{waiting.pk}/words/", {"show": "yes"}, follow=True)

    words = page.content.decode()
    assert "Please take this on the desk first" in words
    assert "The lamp is still on." not in words
