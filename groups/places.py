"""Who has a place in a meeting that is on and has only so many. Whoever speaks in it takes one, said
beforehand or not; who has none can read along. Read under the lock of `groups.append`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from community.refusal import Refusal
from groups.enums import Answer, EventKind
from groups.models import Meeting, Reply, Room, RoomEvent, Seat

LATE = timedelta(minutes=10)  # then the place of who said they come and has not is free for others
FULL = Refusal(
    "full",
    _(
        "All places of this meeting are taken. You can read along, and your words stay in the box. "
        "On the page of the meeting you can wait for a place."
    ),
)


@dataclass(slots=True)
class Places:
    """Those of one meeting. `people`: who has one, by number."""

    meeting: Meeting
    people: set[int]

    def why_none(self, seat: Seat, *, now: datetime) -> Refusal | None:
        """Why whoever sits here has no place, and can get none now."""
        if self._needs_none(seat) or seat.person_id in self.people:
            return None
        assert self.meeting.places is not None
        if len(self.people) < self.meeting.places or self._used(now) < self.meeting.places:
            return None
        return FULL

    def take(self, seat: Seat, *, now: datetime) -> None:
        """Whoever sits here speaks."""
        if self._needs_none(seat) or seat.person_id in self.people:
            return
        self.people.add(seat.person_id)
        Reply.objects.update_or_create(
            meeting=self.meeting,
            person_id=seat.person_id,
            defaults={"answer": Answer.COMES, "at": now},
        )

    def _needs_none(self, seat: Seat) -> bool:
        """The team, hosts and visitors come besides."""
        return seat.moderates or seat.part != ""

    def _used(self, now: datetime) -> int:
        """How many of those with a place have come: they have read what was said since it began."""
        if now < self.meeting.begins_at + LATE:
            return len(self.people)
        said = RoomEvent.objects.filter(
            room=self.meeting.room_id, kind=EventKind.MSG, at__gte=self.meeting.begins_at
        )
        first = said.order_by("seq").values_list("seq", flat=True).first()
        here = Seat.objects.filter(room=self.meeting.room_id, person__in=self.people)
        return here.filter(read_seq__gte=first).count() if first else len(self.people)


def read_places(rooms: Iterable[Room], *, now: datetime) -> dict[str, Places]:
    """By room, under the rooms' locks; `rooms` are those where a meeting with so many places may be
    on. No query where there is none, two where there are some."""
    wanted = [room.pk for room in rooms]
    if not wanted:
        return {}
    on = Q(room__in=wanted, cancelled_at=None, begins_at__lte=now, ends_at__gt=now)
    meetings = Meeting.objects.select_for_update().filter(on, places__isnull=False)
    found = {one.pk: Places(one, set()) for one in meetings.order_by("pk")}
    coming = Reply.objects.filter(meeting__in=found, answer=Answer.COMES)
    for meeting, person in coming.values_list("meeting", "person"):
        found[meeting].people.add(person)
    return {one.meeting.room_id: one for one in found.values()}


def is_full_to(meeting: Meeting, seat: Seat, *, now: datetime) -> bool:
    """Whether whoever sits here has no place and can get none now. No query where there are places
    for all."""
    if meeting.places is None:
        return False
    coming = Reply.objects.filter(meeting=meeting, answer=Answer.COMES)
    places = Places(meeting, set(coming.values_list("person", flat=True)))
    return places.why_none(seat, now=now) is not None
