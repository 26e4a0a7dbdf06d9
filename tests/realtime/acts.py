"""What people do from their pages while screens are open, through the same actions as the pages.

They run in the process of the tests, so that a server hears of them as it hears of any other
process: through Redis where there is one, by its poller where there is none.
"""

import uuid

from community.safety.enums import Why
from groups import sending
from groups.actions.belonging import remove_from_room
from groups.actions.messages import hide_message

REASON = next(iter(Why))


def say(somebody, room, body):
    """Words by the page's form; answers their number."""
    verdict = sending.send(by=somebody.pk, room=room.pk, cid=uuid.uuid4(), body=body)
    assert verdict.refusal is None, verdict
    return verdict.seq


def hide(moderator, room, seq):
    hide_message(room=room.pk, seq=seq, reason=REASON, by=moderator)


def remove(moderator, room, somebody):
    remove_from_room(
        room=room, person=somebody, by=moderator, reason=REASON, words="Please take a break."
    )
