"""Words that came up stay readable for the desk when they are rewritten, and only as long."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from community.accounts.models import Person
from community.safety import personal_data
from community.safety.actions import clocks, deciding, desk
from community.safety.enums import ItemKind, Level
from community.safety.models import Item, Sign
from groups.actions import held
from groups.actions.messages import delete_message, edit_message
from groups.enums import HeldFor
from groups.near import Signal
from tests.people import browser_of, on_duty
from tests.safety.conftest import decision
from tests.words import say, wait

FOUND = Signal(Level.NOW, ("plan",))
THEN, NOW = "I have them all here, tonight.", "I am fine, just tired."


@pytest.fixture
def signal(ana, emil, room):
    """What Ana wrote in the live room, on the desk."""
    on_duty(emil, room)
    say(ana, room, THEN, signal=FOUND)
    return Item.objects.get(kind=ItemKind.SIGNAL)


def words_then():
    return Sign.objects.get().words_then


def test_the_desk_reads_both_after_an_edit(signal, ana, emil, room):
    desk.take(item=signal.pk, by=emil)
    before = browser_of(emil).get(f"/desk/items/{signal.pk}/").content.decode()

    edit_message(room=room.pk, seq=1, body=NOW, by=ana)

    after = browser_of(emil).get(f"/desk/items/{signal.pk}/").content.decode()
    assert "Changed since it came up" not in before
    assert all(part in after for part in ("Changed since it came up", THEN, NOW))


def test_a_second_signal_adds_its_own_words(signal, ana, room):
    edit_message(room=room.pk, seq=1, body="Tonight, for sure.", signal=FOUND, by=ana)

    assert words_then() == f"{THEN}\n\nTonight, for sure."


def test_nothing_is_kept_of_words_taken_out(signal, ana, room):
    delete_message(room=room.pk, seq=1, by=ana)

    assert words_then() == ""


def test_nothing_is_kept_of_words_kept_private(ana, room):
    message = wait(ana, room, THEN, signal=FOUND)
    kept = words_then()

    held.choose_held_for(room=room.pk, cid=message.cid, held_for=HeldFor.ME, by=ana)

    assert (kept, words_then()) == (THEN, "")


def test_the_words_are_forgotten_90_days_after_it_closed(signal, emil):
    item = desk.take(item=signal.pk, by=emil)
    deciding.decide(item=item.pk, by=emil, decision=decision("nothing"))
    now = timezone.now()

    clocks.forget_snapshots(now + timedelta(days=89))
    kept = words_then()
    clocks.forget_snapshots(now + timedelta(days=91))

    assert (kept, words_then()) == (THEN, "")


def test_the_words_go_with_the_person(signal, ana):
    personal_data.erase(Person.objects.get(pk=ana.pk), False)

    assert words_then() == ""


def test_the_words_are_sealed(signal):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words_then FROM safety_sign")
        (raw,) = cursor.fetchone()

    assert raw
    assert "tonight" not in str(raw)
