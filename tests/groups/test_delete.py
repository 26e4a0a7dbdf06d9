"""A person takes their words out, and nothing of them is left."""

import pytest

from community.refusal import Refused
from community.safety.enums import Why
from groups.actions.messages import delete_message, hide_message, restore_message
from groups.enums import MessageState, WhyBack
from groups.models import Message
from tests.people import on_duty, seat
from tests.words import history, say, told


@pytest.fixture
def words(ana, emil, room):
    on_duty(emil, room)
    return say(ana, room, "My sister's name is Wilma.", note="family")


def test_own_words_are_emptied_and_the_number_stays(ana, room, words):
    delete_message(room=room.pk, seq=words.seq, by=ana)

    kept = Message.objects.get(room=room, seq=words.seq)
    assert (kept.body, kept.note, kept.state, kept.state_by) == ("", "", "deleted", ana.pk)
    assert told(room) == [(words.seq, "msg", ""), (words.seq + 1, "delete", "")]


def test_deleting_twice_happens_once(ana, room, words):
    delete_message(room=room.pk, seq=words.seq, by=ana)
    delete_message(room=room.pk, seq=words.seq, by=ana)

    assert [kind for _, kind, _ in told(room)] == ["msg", "delete"]


@pytest.mark.parametrize("who", ["ben", "emil"])
def test_nobody_else_deletes_them(who, room, words, request):
    with pytest.raises(Refused) as caught:
        delete_message(room=room.pk, seq=words.seq, by=request.getfixturevalue(who))

    assert caught.value.refusal.code == "not_yours"
    assert history(room) == ["My sister's name is Wilma."]


def test_a_stranger_learns_nothing_by_trying(cleo, room, words):
    with pytest.raises(Refused) as caught:
        delete_message(room=room.pk, seq=words.seq, by=cleo)

    assert caught.value.refusal.hides


def test_the_author_may_delete_hidden_words(ana, emil, room, words):
    hide_message(room=room.pk, seq=words.seq, reason=Why.OTHERS, by=emil)

    delete_message(room=room.pk, seq=words.seq, by=ana)

    assert Message.objects.get(room=room, seq=words.seq).state == MessageState.DELETED
    with pytest.raises(Refused):
        restore_message(room=room.pk, seq=words.seq, reason=WhyBack.FITS, by=emil)


def test_somebody_who_left_the_room_may_still_delete(ana, room, words):
    place = seat(ana, room)
    place.state, place.ended_at = "left", place.entered_at
    place.save()

    delete_message(room=room.pk, seq=words.seq, by=ana)

    assert history(room) == [""]
