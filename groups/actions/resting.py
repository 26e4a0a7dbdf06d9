"""A moderator lets a room rest, and opens it again.

Nobody is refused: what is written meanwhile waits, as while nobody is on duty. Opening lets nothing
in by itself. Both are numbered events, so that every screen knows whether a word came before.
"""

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.record.write import write
from community.refusal import insist
from groups import rules_moderating
from groups.append import add_event
from groups.enums import EventKind
from groups.finding import room_under_lock
from groups.models import Room


@transaction.atomic
def let_rest(*, room: str, by: Person) -> None:
    """The room rests: everybody reads, the moderators alone are heard. Raises Refused."""
    where = room_under_lock(room)
    now = timezone.now()
    insist(rules_moderating.may_lock(by, where, now=now))
    where.locked_at = now
    _turn(where, EventKind.LOCK, by=by)


@transaction.atomic
def wake(*, room: str, by: Person) -> None:
    """The room is open again. Raises Refused."""
    where = room_under_lock(room)
    insist(rules_moderating.may_unlock(by, where, now=timezone.now()))
    where.locked_at = None
    _turn(where, EventKind.UNLOCK, by=by)


def _turn(room: Room, kind: EventKind, *, by: Person) -> None:
    room.save(update_fields=["locked_at"])
    write(act=f"{kind.value}_room", by=by.pk, subject=room.place, area=room.area)
    add_event(room, kind=kind)
