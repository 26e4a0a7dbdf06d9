"""Only the author rewrites words, and everyone's screen follows."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.record.models import Entry
from community.refusal import Refused
from community.safety.enums import ItemKind, Level, Why
from community.safety.models import Item
from groups.actions.messages import delete_message, edit_message, hide_message
from groups.models import Message, Seat
from groups.near import Signal
from tests.people import on_duty
from tests.words import history, say, told


@pytest.fixture
def words(ana, emil, room):
    on_duty(emil, room)
    return say(ana, room, "It rained all day.")


def refusal_of(act, **how):
    with pytest.raises(Refused) as caught:
        act(**how)
    return caught.value.refusal.code, caught.value.refusal.hides


def test_the_author_rewrites_their_own_words(ana, room, words):
    edit_message(room=room.pk, seq=words.seq, body="It rained till noon.", by=ana)

    assert history(room) == ["It rained till noon."]
    assert told(room, after=words.seq) == [(words.seq + 1, "edit", "It rained till noon.")]


def test_saving_the_same_words_tells_nobody(ana, room, words):
    edit_message(room=room.pk, seq=words.seq, body="It rained all day.", by=ana)

    assert told(room, after=words.seq) == []


def test_another_member_cannot_rewrite_them(ben, room, words):
    refused = refusal_of(edit_message, room=room.pk, seq=words.seq, body="Mine now", by=ben)

    assert refused == ("not_yours", False)
    assert history(room) == ["It rained all day."]


def test_a_moderator_cannot_rewrite_them(emil, room, words):
    refused = refusal_of(edit_message, room=room.pk, seq=words.seq, body="Nicer", by=emil)

    assert refused == ("not_yours", False)


def test_for_a_stranger_they_are_not_there(cleo, room, words):
    theirs = refusal_of(edit_message, room=room.pk, seq=words.seq, body="x", by=cleo)
    nobodys = refusal_of(edit_message, room=room.pk, seq=999, body="x", by=cleo)
    nowhere = refusal_of(edit_message, room="0" * 10, seq=1, body="x", by=cleo)

    assert {theirs[1], nobodys[1], nowhere[1]} == {True}


def test_hidden_words_stay_as_they_were_when_hidden(ana, emil, room, words):
    hide_message(room=room.pk, seq=words.seq, reason=Why.HEAVY, by=emil)

    assert refusal_of(edit_message, room=room.pk, seq=words.seq, body="x", by=ana)[0] == "hidden"


def test_deleted_words_cannot_come_back_by_editing(ana, room, words):
    delete_message(room=room.pk, seq=words.seq, by=ana)

    assert refusal_of(edit_message, room=room.pk, seq=words.seq, body="x", by=ana)[0] == "gone"


def test_a_paused_author_cannot_write_by_editing(ana, room, words):
    Seat.objects.filter(person=ana, room=room).update(
        paused_until=timezone.now() + timedelta(hours=1)
    )

    assert refusal_of(edit_message, room=room.pk, seq=words.seq, body="x", by=ana)[0] == "paused"


def test_new_words_do_not_slip_into_an_unattended_room(ana, emil, room, words):
    emil.duties.update(until=timezone.now())

    assert refusal_of(edit_message, room=room.pk, seq=words.seq, body="x", by=ana)[0] == "waiting"


def test_changed_words_that_worry_call_a_person(ana, room, words):
    signal = Signal(Level.SOON, ("wish",))

    edit_message(room=room.pk, seq=words.seq, body="A darker thing.", signal=signal, by=ana)

    item = Item.objects.get(kind=ItemKind.SIGNAL)
    assert (item.level, item.signals, item.about) == (Level.SOON, ["wish"], ana)
    assert item.subject_id == str(Message.objects.get(room=room, seq=words.seq).pk)


def test_rewriting_ones_own_words_is_no_act_of_power(ana, room, words):
    edit_message(room=room.pk, seq=words.seq, body="Other words", by=ana)

    assert not Entry.objects.filter(act__contains="message").exists()
