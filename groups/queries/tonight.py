"""What the strip above a live room says of the meeting that is near or on, and what else is on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from groups.enums import RoomKind, VisitState
from groups.models import Hosting, Meeting, Room, Seat, Visit
from groups.places import is_full_to
from groups.queries.hosts import Shown
from groups.queries.meetings import ahead, hosts_of_meeting
from groups.queries.mine import MyRoom
from groups.queries.openings import Opening

NEAR = timedelta(hours=12)
HURRIES = timedelta(hours=2)  # what else is on: soon enough to go there instead
MOST = 3


@dataclass(frozen=True, slots=True)
class Tonight:
    """The meeting of the day. `is_on`: it has begun. `alone`: it has, and nobody from the team is
    there; `instead` are rooms of one's own to go to then. `hosts_it`: the reader is asked to.
    `is_full`: it is on, its places are taken, and the reader has none."""

    meeting: Meeting
    is_on: bool
    alone: bool
    hosts: tuple[Shown, ...]
    hosts_it: bool
    visitors: tuple[Visit, ...]
    instead: tuple[MyRoom, ...] = ()
    is_full: bool = False


def tonight(
    seat: Seat, opening: Opening | None, *, rooms: Iterable[MyRoom], now: datetime
) -> Tonight | None:
    """None where no meeting of the room is near: then nothing is asked."""
    room = seat.room
    if room.kind != RoomKind.LIVE or opening is None or opening.meeting is None:
        return None
    if not _is_today(opening.meeting, now):
        return None
    meeting = ahead(now=now).filter(room=room).select_related("room__group").first()
    if meeting is None:
        return None
    is_on = meeting.begins_at <= now
    alone = is_on and not opening.here
    return Tonight(
        meeting=meeting,
        is_on=is_on,
        alone=alone,
        hosts=hosts_of_meeting(meeting),
        hosts_it=Hosting.objects.filter(meeting=meeting, person=seat.person_id).exists(),
        visitors=tuple(
            Visit.objects.filter(meeting=meeting, state=VisitState.AGREED).select_related("person")
        ),
        instead=tuple(_instead(rooms, room, now=now))[:MOST] if alone else (),
        is_full=is_on and is_full_to(meeting, seat, now=now),
    )


def _is_today(moment: datetime, now: datetime) -> bool:
    """Until the night is over it is still this evening's."""
    return moment <= now + NEAR and (
        moment <= now or timezone.localtime(moment).date() <= timezone.localtime(now).date()
    )


def _instead(rooms: Iterable[MyRoom], room: Room, *, now: datetime) -> Iterable[MyRoom]:
    """Other rooms of one's own: those where somebody from the team is, then those that meet soon."""
    others = [mine for mine in rooms if mine.room.pk != room.pk and mine.opening is not None]
    here = [mine for mine in others if mine.opening and mine.opening.here]
    soon = [mine for mine in others if mine not in here and _meets_soon(mine, now)]
    return [*here, *soon]


def _meets_soon(mine: MyRoom, now: datetime) -> bool:
    at = mine.opening.meeting if mine.opening else None
    return at is not None and now < at <= now + HURRIES
