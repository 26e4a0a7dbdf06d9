"""Words for tests, said the real way, and what is left of them."""

from uuid import uuid4

from groups.append import Append, append
from groups.events import events_after, spoken_before
from groups.models import Draft, Message


def say(somebody, room, body, **more):
    """What became of these words."""
    return append([Append(room=room.pk, person=somebody.pk, cid=uuid4(), body=body, **more)])[0]


def wait(somebody, room, body, **more):
    """The waiting message that came of words written while nobody is on duty."""
    verdict = say(somebody, room, body, **more)
    assert verdict.held
    return Message.objects.get(room=room, cid=verdict.cid)


def told(room, *, after=0):
    """(number, kind, words) of everything screens are told."""
    return [(e.seq, e.kind, e.body) for e in events_after(room.pk, after)]


def history(room):
    """The words a newcomer to the page reads."""
    return [e.body for e in spoken_before(room.pk, 10**9)]


def drafts_of(somebody):
    """The words in this person's boxes that are kept, in no order."""
    return set(Draft.objects.filter(person=somebody).values_list("body", flat=True))
