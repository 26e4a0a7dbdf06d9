"""Waiting words that reach those who lead: no dead end, and no reading by the way."""

import pytest

from community.refusal import Refused
from community.safety.actions import deciding, desk
from community.safety.enums import ItemKind, ItemState
from community.safety.models import Item
from groups.actions import held
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
