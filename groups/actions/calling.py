"""What is told before a meeting, by the clock: hosts are asked, cover is called, members reminded.

The ticker's job. Each step is claimed in the meeting's row in the transaction that tells it, so that
it happens once, however many processes look and however often.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.safety import duty
from groups.actions.meetings import path_of
from groups.enums import Answer, GroupState, MembershipState, RoomState
from groups.models import Meeting
from groups.queries.hosts import hosts_of

HOSTS_BEFORE = timedelta(hours=48)  # those who host are asked to confirm
COVER_BEFORE = timedelta(hours=24)  # nobody has: everybody who could is asked
HURRY_BEFORE = timedelta(minutes=15)  # nobody is there: they are asked again
REMIND_BEFORE = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class _Step:
    """Something told once, from `before` the beginning on until `until_after` it. `run` answers
    whether there was anything to tell."""

    mark: str
    before: timedelta
    run: Callable[[Meeting, datetime], bool]
    until_after: timedelta = timedelta(0)


def tick(now: datetime) -> None:
    """The ticker's job: every step that is due."""
    for step in _STEPS:
        for number in _due(step, now).values_list("pk", flat=True):
            _take(step, number, now)


def _due(step: _Step, now: datetime) -> QuerySet[Meeting]:
    return Meeting.objects.filter(
        cancelled_at=None,
        begins_at__lte=now + step.before,
        begins_at__gt=now - step.until_after,
        ends_at__gt=now,
        room__state=RoomState.OPEN,
        room__group__state=GroupState.OPEN,
        **{step.mark: None},
    ).order_by("pk")


@transaction.atomic
def _take(step: _Step, number: int, now: datetime) -> None:
    """Whoever holds the row and finds it untold tells it; what is not needed yet is asked again at
    the next tick."""
    meeting = _due(step, now).select_for_update(of=("self",)).filter(pk=number).first()
    if meeting is not None and step.run(meeting, now):
        setattr(meeting, step.mark, now)
        meeting.save(update_fields=[step.mark])


def _ask_hosts(meeting: Meeting, now: datetime) -> bool:
    """Those who were asked to host and have not said yes."""
    unsure = meeting.hostings.filter(confirmed_at=None).values_list("person", flat=True)
    _tell(set(unsure) & _can_host(meeting), meeting, kind="will_you_host")
    return True


def _call_cover(meeting: Meeting, now: datetime) -> bool:
    """Nobody who may host has confirmed: everybody who could is asked, at any time until it begins
    when that becomes so."""
    said_yes = meeting.hostings.filter(confirmed_at__isnull=False)
    able = _can_host(meeting)
    if able & set(said_yes.values_list("person", flat=True)):
        return False
    _call(able, meeting, now, kind="cover_wanted")
    return True


def _hurry_cover(meeting: Meeting, now: datetime) -> bool:
    """Nobody is on duty in the room, whoever said they would be."""
    if _is_staffed(meeting, now):
        return False
    _call(_can_host(meeting), meeting, now, kind="cover_hurries")
    return True


def _call(people: set[int], meeting: Meeting, now: datetime, *, kind: str) -> None:
    _tell(people, meeting, kind=kind)
    record.write(
        act="call_cover",
        by=None,
        subject=meeting.room.place,
        area=meeting.room.area,
        data={"meeting": meeting.pk, "asked": len(people)},
        at=now,
    )


def _remind(meeting: Meeting, now: datetime) -> bool:
    """Those who said they would come and want to be reminded; those who host."""
    coming = meeting.replies.filter(answer=Answer.COMES, reminds=True)
    hosting = meeting.hostings.filter(confirmed_at__isnull=False)
    able = _can_host(meeting) & set(hosting.values_list("person", flat=True))
    _tell(able | _belong(meeting, coming.values_list("person", flat=True)), meeting, "reminder")
    return True


def _tell_alone(meeting: Meeting, now: datetime) -> bool:
    """It began and nobody from the team is there: who wanted to come gets a word."""
    if _is_staffed(meeting, now):
        return False
    coming = meeting.replies.filter(answer=Answer.COMES)
    _tell(_belong(meeting, coming.values_list("person", flat=True)), meeting, "nobody_there_yet")
    return True


def _is_staffed(meeting: Meeting, now: datetime) -> bool:
    return bool(duty.staffed_places([meeting.room.place], now=now))


def _can_host(meeting: Meeting) -> set[int]:
    assert meeting.room.group is not None
    return {one.person for one in hosts_of(meeting.room.group)}


def _belong(meeting: Meeting, people: Iterable[int]) -> set[int]:
    """Those of them who are still in the group."""
    still = Person.objects.filter(
        pk__in=list(people),
        standing=Standing.ACTIVE,
        memberships__group=meeting.room.group,
        memberships__state=MembershipState.ACTIVE,
    )
    return set(still.values_list("pk", flat=True))


def _tell(people: set[int], meeting: Meeting, kind: str) -> None:
    for person in Person.objects.filter(pk__in=people).order_by("pk"):
        notify(person=person, kind=kind, path=path_of(meeting), moment=meeting.begins_at)


_STEPS = (
    _Step("hosts_asked_at", HOSTS_BEFORE, _ask_hosts),
    _Step("cover_asked_at", COVER_BEFORE, _call_cover),
    _Step("cover_hurried_at", HURRY_BEFORE, _hurry_cover),
    _Step("reminded_at", REMIND_BEFORE, _remind),
    _Step("told_alone_at", timedelta(0), _tell_alone, until_after=timedelta(minutes=10)),
)
