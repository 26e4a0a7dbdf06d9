"""A moderator covers while the author changes: one is first, and no place is counted in other words."""

import pytest

from community.refusal import Refused
from community.safety.enums import Why
from groups.actions.covering import cover_words, name_of
from groups.actions.messages import edit_message
from groups.models import Message
from groups.spans import COVER
from tests.people import on_duty
from tests.safety.together import together
from tests.words import history, say

pytestmark = pytest.mark.django_db(transaction=True)
OLD, NEW = "I took forty blue ones.", "Forty is what I took."


@pytest.mark.parametrize("_round", range(4))
def test_a_cover_and_a_change_at_once(_round, ana, emil, room):
    on_duty(emil, room)
    message = Message.objects.get(room=room, seq=say(ana, room, OLD).seq)
    read = name_of(message)

    def covers():
        cover_words(room=room.pk, seq=1, parts=[(7, 22)], read=read, reason=Why.METHOD, by=emil)

    def changes():
        edit_message(room=room.pk, seq=1, body=NEW, by=ana)

    cover, change = together(covers, changes)

    message.refresh_from_db()
    if cover is None:
        assert isinstance(change, Refused)
        assert (change.refusal.code, message.own_words) == ("covered", OLD)
        assert history(room) == [f"I took {COVER}."]
    else:
        assert isinstance(cover, Refused)
        assert (cover.refusal.code, change) == ("changed_since", None)
        assert history(room) == [NEW]


def test_two_moderators_cover_at_once_and_both_parts_are_gone(ana, emil, noor, room):
    on_duty(emil, room)
    message = Message.objects.get(room=room, seq=say(ana, room, OLD).seq)
    read = name_of(message)

    def covers(part, by):
        cover_words(room=room.pk, seq=1, parts=[part], read=read, reason=Why.METHOD, by=by)

    answers = together(lambda: covers((7, 12), emil), lambda: covers((13, 17), noor))

    assert (answers, history(room)) == ([None, None], [f"I took {COVER} {COVER} ones."])
