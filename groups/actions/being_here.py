"""How somebody is in a room, and how fast the room talks."""

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.record.write import write
from community.refusal import Refused, insist
from groups import rules, rules_rounds
from groups.append import add_event
from groups.enums import EventKind
from groups.enums_rounds import Presence
from groups.finding import room_under_lock, seat_of
from groups.models import Seat, Turn


@transaction.atomic
def be_here(*, room: str, by: Person) -> None:
    """From now on, today, others see the name. Raises Refused."""
    _choose(room, Presence.HERE, by)


@transaction.atomic
def just_listen(*, room: str, by: Person) -> None:
    """From now on only the number of listeners tells of them, until they write. Who is in a round
    steps out of it first. Raises Refused."""
    _choose(room, Presence.LISTENING, by)


def _choose(room: str, how: Presence, by: Person) -> None:
    where = room_under_lock(room)
    seat = seat_of(by, where)
    insist(rules.may_read(seat))
    assert seat is not None
    if how == Presence.LISTENING:
        turn = Turn.objects.filter(seat=seat, round__room=where, round__ended_at=None).first()
        insist(rules_rounds.may_listen_quietly(turn))
    Seat.objects.filter(pk=seat.pk).update(presence=how, presence_at=timezone.now())


@transaction.atomic
def set_pace(*, room: str, seconds: int, by: Person) -> None:
    """So many seconds lie between two messages of one person; none: as people write. Raises
    Refused."""
    where = room_under_lock(room)
    insist(rules_rounds.may_lead(by, where, seat_of(by, where), now=timezone.now()))
    if (refusal := rules_rounds.may_set_pace(seconds)) is not None:
        raise Refused(refusal)
    if where.pace == seconds:
        return
    where.pace = seconds
    where.save(update_fields=["pace"])
    write(
        act="set_pace",
        by=by.pk,
        subject=where.place,
        area=where.area,
        data={"seconds": seconds},
    )
    add_event(where, kind=EventKind.PACE, data={"seconds": seconds})
