"""What is shown of meetings: to members, to those who host, to those who plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min, QuerySet

from community.accounts.models import Person
from groups.enums import Answer, GroupState, RoomState, VisitState
from groups.models import Hosting, Meeting, Reply, Room, SupportGroup, Visit
from groups.queries.hosts import Shown, hosts_of

SHOWN = 20  # meetings on a group's page of meetings


@dataclass(frozen=True, slots=True)
class Line:
    """One meeting in a list, with one's own answer."""

    meeting: Meeting
    answer: str
    hosts: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One meeting's page. `free` is None where there is no limit. `coming` and `waiting` are names,
    for its hosts alone."""

    meeting: Meeting
    answer: str
    reminds: bool
    hosts: tuple[Shown, ...]
    free: int | None
    hosting: Hosting | None
    visits: tuple[Visit, ...]
    coming: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


def ahead(*, now: datetime) -> QuerySet[Meeting]:
    """The meetings that are on or to come, soonest first."""
    return Meeting.objects.filter(
        cancelled_at=None,
        ends_at__gt=now,
        room__state=RoomState.OPEN,
        room__group__state=GroupState.OPEN,
    ).order_by("begins_at", "pk")


def next_meetings(rooms: Iterable[str], *, now: datetime) -> dict[str, datetime]:
    """When the next meeting begins in each of these rooms, or when the one that is on began. One
    query."""
    found = ahead(now=now).filter(room__in=list(rooms)).order_by()
    return dict(found.values_list("room").annotate(Min("begins_at")))


def coming_meetings(group: SupportGroup, person: Person, *, now: datetime) -> list[Line]:
    """The group's next meetings. A fixed number of queries."""
    found = list(ahead(now=now).filter(room__group=group).select_related("room")[:SHOWN])
    answers = dict(
        Reply.objects.filter(person=person, meeting__in=found).values_list("meeting", "answer")
    )
    hosts = _hosts(found, hosts_of(group))
    return [Line(one, answers.get(one.pk, ""), hosts.get(one.pk, ())) for one in found]


def meeting_in(group: SupportGroup, number: int) -> Meeting:
    """A meeting of this group. Raises Meeting.DoesNotExist."""
    found = Meeting.objects.select_related("room__group", "plan")
    return found.get(pk=number, room__group=group)


def sheet_of(meeting: Meeting, person: Person, *, hosts_it: bool) -> Sheet:
    """One meeting as this person may see it. A fixed number of queries."""
    group = meeting.room.group
    assert group is not None
    mine = Reply.objects.filter(meeting=meeting, person=person).first()
    visits = Visit.objects.filter(meeting=meeting).exclude(state=VisitState.OFF)
    return Sheet(
        meeting=meeting,
        answer=mine.answer if mine else "",
        reminds=mine.reminds if mine else True,
        hosts=_hosts([meeting], hosts_of(group)).get(meeting.pk, ()),
        free=_free(meeting),
        hosting=Hosting.objects.filter(meeting=meeting, person=person).first(),
        visits=tuple(visits.select_related("person").order_by("asked_at")),
        coming=_names(meeting, Answer.COMES) if hosts_it else (),
        waiting=_names(meeting, Answer.WAITS) if hosts_it else (),
    )


def hosts_of_meeting(meeting: Meeting) -> tuple[Shown, ...]:
    """Who hosts it, as they are shown. Three queries."""
    assert meeting.room.group is not None
    return _hosts([meeting], hosts_of(meeting.room.group)).get(meeting.pk, ())


def rooms_to_meet_in(group: SupportGroup) -> QuerySet[Room]:
    """The open live rooms of the group."""
    return group.rooms.filter(state=RoomState.OPEN, kind="live").order_by("made_at")


def _hosts(meetings: list[Meeting], able: list[Shown]) -> dict[int, tuple[Shown, ...]]:
    """Who hosts each, of those who may host: nobody else is named."""
    pairs = set(Hosting.objects.filter(meeting__in=meetings).values_list("meeting", "person"))
    return {
        one.pk: tuple(host for host in able if (one.pk, host.person) in pairs) for one in meetings
    }


def _free(meeting: Meeting) -> int | None:
    if meeting.places is None:
        return None
    taken = Reply.objects.filter(meeting=meeting, answer=Answer.COMES).count()
    return max(0, meeting.places - taken)


def _names(meeting: Meeting, answer: Answer) -> tuple[str, ...]:
    found = Reply.objects.filter(meeting=meeting, answer=answer).order_by("at", "pk")
    return tuple(found.values_list("person__handle", flat=True))
