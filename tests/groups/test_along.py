"""A sentence cut in two is heard whole, and an attack on somebody who is called by name alone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from community.accounts.models import Person
from community.safety.enums import Level, Why
from community.safety.models import Item, Sign
from groups.actions.messages import delete_message, hide_message
from groups.enums import RoomKind
from groups.models import Message, Room
from groups.near import Near
from groups.sending import look_again, prepare, send
from tests.groups.test_room_page import post
from tests.people import browser_of, on_duty, sit

BEGUN, ENDED = "I have the pills", "and I will take them tonight"


@pytest.fixture
def staffed(emil, room):
    on_duty(emil, room)
    return room


def said(person, room, body):
    return send(by=person.pk, room=room.pk, cid=uuid4(), body=body)


def levels(person):
    """Of what came onto the desk about them."""
    return list(Sign.objects.filter(item__about=person.pk).values_list("level", flat=True))


def heard(person, room, body):
    """How soon somebody should look at these words, and why."""
    signal = prepare(by=person.pk, room=room.pk, cid=uuid4(), body=body).signal
    return signal and (signal.level, signal.codes)


def test_a_sentence_cut_in_two_is_heard_as_the_whole(ana, staffed):
    whole = heard(ana, staffed, f"{BEGUN} {ENDED}")

    first, second = said(ana, staffed, BEGUN), said(ana, staffed, ENDED)

    assert (first.near, second.near) == (Near.NOTHING, Near.OPEN)
    assert levels(ana) == [Level.SOON] == [whole[0]]


def test_the_page_hears_it_too_and_so_does_a_room_for_two(ana, ben, staffed, hana):
    two = Room.objects.create(kind=RoomKind.PAIR, title="Two", answers_for=hana)
    sit(ben, two)
    browser = browser_of(ana)

    for words in ("I really want to", "die"):
        post(browser, staffed, words)
        said(ben, two, words)

    assert (levels(ana), levels(ben)) == ([Level.SOON], [Level.SOON])


def test_what_somebody_else_said_before_changes_nothing(ana, ben, staffed):
    said(ben, staffed, BEGUN)
    verdict = said(ana, staffed, ENDED)

    assert verdict.near == Near.NOTHING
    assert not Item.objects.exists()


@pytest.mark.parametrize("gone", ["hidden", "taken back", "long ago", "another room"])
def test_what_stands_there_no_more_is_not_read_along(ana, emil, staffed, wall, gone):
    first = said(ana, wall if gone == "another room" else staffed, BEGUN)
    if gone == "hidden":
        hide_message(room=staffed.pk, seq=first.seq, reason=Why.OTHERS, by=emil)
    elif gone == "taken back":
        delete_message(room=staffed.pk, seq=first.seq, by=ana)
    elif gone == "long ago":
        Message.objects.update(written_at=timezone.now() - timedelta(minutes=4))

    said(ana, staffed, ENDED)

    assert levels(ana) == []


def test_an_attack_by_bare_name_hurries_for_whoever_is_called_so(ana, ben, staffed):
    insult = f"what a day, {ben.handle.title()} is a worthless retard"

    assert heard(ana, staffed, insult) == (Level.SOON, ("attack",))
    assert heard(ana, staffed, f"i hope {ben.handle} dies") == (Level.SOON, ("attack",))
    assert look_again(insult, "", room=staffed.pk, by=ana.pk)[1].codes == ("attack",)
    # Somebody who is not there, oneself, and kind words with the name in them.
    assert heard(ana, staffed, insult.replace(ben.handle.title(), "Cleo")) is None
    assert heard(ben, staffed, insult) is None
    assert heard(ana, staffed, f"shut up, I feel worthless, but {ben.handle} is so kind") is None


def test_a_name_that_is_also_a_word_is_a_word(ana, ben, staffed):
    for name in ("Hope", "Will"):
        Person.objects.filter(pk=ben.pk).update(handle=name)

        assert heard(ana, staffed, f"{name} is a worthless lie") is None
        assert heard(ana, staffed, f"@{name} is a worthless liar") == (Level.TODAY, ("attack",))
