"""Planning meetings: once or again and again, changing one or the later ones too, calling off.

Acts of power: who plans in the group (`rules_meetings.may_plan`) does them, each is recorded, and
those who said they would come are told in neutral words. The plan's row is locked before its
meetings, meetings by their number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from groups import recurrence, rules_meetings
from groups.actions.replies import let_in_who_waits
from groups.enums import Answer, GroupState, Repeats, RoomState
from groups.models import Hosting, Meeting, MeetingPlan, Room
from groups.recurrence import Rule

AHEAD = timedelta(weeks=9)  # how far meetings are laid out as rows


@dataclass(frozen=True, slots=True)
class Says:
    """What a meeting, or a plan of them, is to be. `hosts` may host in the group."""

    day: date
    clock: time
    minutes: int
    topic: str = ""
    notes: str = ""
    places: int | None = None
    opening: str = ""
    closing: str = ""
    hosts: tuple[Person, ...] = ()


@transaction.atomic
def plan_meetings(
    *,
    room: Room,
    says: Says,
    repeats: Repeats,
    by: Person,
    now: datetime | None = None,
) -> MeetingPlan:
    """A meeting, or one every so often, in a live room of a group. Raises Refused where `by` may
    not plan here, the room is no place for it, or it would begin in the past."""
    now = now or timezone.now()
    room = Room.objects.select_related("group").get(pk=room.pk)
    insist(rules_meetings.may_meet_in(room))
    assert room.group is not None
    insist(rules_meetings.may_plan(by, room.group))
    begins = recurrence.moment(says.day, says.clock, settings.TIME_ZONE)
    insist(rules_meetings.may_begin(begins, now=now))
    plan = MeetingPlan(room=room, zone=settings.TIME_ZONE, repeats=repeats, made_at=now)
    _write_plan(plan, says, by=by)
    _lay_out(plan, now=now)
    hostings = Hosting.objects.filter(meeting__plan=plan, person=by)
    hostings.update(confirmed_at=now)  # who plans to host themself has said so
    _record("plan_meetings", plan, by=by)
    return plan


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, says: Says, by: Person, now: datetime | None = None
) -> Meeting:
    """Changes this one alone: from then on it does not follow its plan. Raises Refused."""
    now = now or timezone.now()
    plan, meeting = _locked(meeting, by=by, now=now)
    begins = recurrence.moment(says.day, says.clock, plan.zone)
    if begins != meeting.begins_at:
        insist(rules_meetings.may_begin(begins, now=now))
    meeting.is_own = True
    _write_meeting(meeting, says, begins=begins, minutes=says.minutes, by=by, now=now)
    _record("change_meeting", plan, by=by, meeting=meeting)
    return meeting


@transaction.atomic
def change_from_here(
    *, meeting: Meeting, says: Says, repeats: Repeats, by: Person, now: datetime | None = None
) -> MeetingPlan:
    """Changes this one and all that come after it. Those that were changed apart stay as they are.
    A plan goes on: it is ended by calling off. Raises Refused."""
    now = now or timezone.now()
    plan, meeting = _locked(meeting, by=by, now=now)
    begins = recurrence.moment(says.day, says.clock, plan.zone)
    if begins != meeting.begins_at:
        insist(rules_meetings.may_begin(begins, now=now))
    plan.repeats, plan.first_number = repeats, meeting.number
    _write_plan(plan, says, by=by)
    rule = rule_of(plan)
    for later in _from(meeting):
        if later.number == meeting.number or not later.is_own:
            later.is_own = False
            begins, _ = recurrence.span(rule, recurrence.day_of(rule, later.number))
            _write_meeting(later, says, begins=begins, minutes=says.minutes, by=by, now=now)
    _lay_out(plan, now=now)
    _record("change_meetings", plan, by=by, meeting=meeting)
    return plan


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, by: Person, now: datetime | None = None) -> None:
    """Calls this one off. Raises Refused."""
    now = now or timezone.now()
    plan, meeting = _locked(meeting, by=by, now=now)
    _cancel([meeting], by=by, now=now)
    _record("cancel_meeting", plan, by=by, meeting=meeting)


@transaction.atomic
def cancel_from_here(*, meeting: Meeting, by: Person, now: datetime | None = None) -> None:
    """Calls this one off and all that come after it; the plan is over. Raises Refused."""
    now = now or timezone.now()
    plan, meeting = _locked(meeting, by=by, now=now)
    plan.ended_at = now
    plan.save(update_fields=["ended_at"])
    _cancel(_from(meeting), by=by, now=now)
    _record("cancel_meetings", plan, by=by, meeting=meeting)


def lay_out_ahead(now: datetime) -> None:
    """The ticker's job: every plan has its meetings as rows for the coming weeks. Run twice, or by
    two processes at once, it adds nothing."""
    going = MeetingPlan.objects.filter(
        ended_at=None, room__state=RoomState.OPEN, room__group__state=GroupState.OPEN
    ).exclude(repeats=Repeats.ONCE)
    for number in going.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            plan = MeetingPlan.objects.select_for_update().filter(pk=number, ended_at=None).first()
            if plan is not None:
                _lay_out(plan, now=now)


def rule_of(plan: MeetingPlan) -> Rule:
    """The plan as days and moments are reckoned from it."""
    return Rule(
        first=plan.first,
        clock=plan.clock,
        minutes=plan.minutes,
        repeats=Repeats(plan.repeats),
        zone=plan.zone,
        first_number=plan.first_number,
    )


def path_of(meeting: Meeting) -> str:
    """Where a notice about it leads."""
    assert meeting.room.group is not None
    return reverse("groups:meeting", args=[meeting.room.group.slug, meeting.pk])


def _locked(meeting: Meeting, *, by: Person, now: datetime) -> tuple[MeetingPlan, Meeting]:
    """The plan and the meeting under their locks, once `by` may change them."""
    plan = MeetingPlan.objects.select_for_update().get(pk=meeting.plan_id)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    assert meeting.room.group is not None
    insist(rules_meetings.may_plan(by, meeting.room.group))
    insist(rules_meetings.may_change(meeting, now=now))
    return plan, meeting


def _from(meeting: Meeting) -> list[Meeting]:
    """This meeting and the later ones of its plan, as far as they take place."""
    found = Meeting.objects.select_for_update().filter(
        plan=meeting.plan_id, number__gte=meeting.number, cancelled_at=None
    )
    return list(found.order_by("number"))


def _write_plan(plan: MeetingPlan, says: Says, *, by: Person) -> None:
    plan.first, plan.clock, plan.minutes = says.day, says.clock, says.minutes
    _describe(plan, says)
    plan.save()
    plan.hosts.set(_who_may_host(says.hosts, plan.room))


def _describe(about: MeetingPlan | Meeting, says: Says) -> None:
    about.topic, about.notes, about.places = says.topic, says.notes, says.places
    about.opening, about.closing = says.opening, says.closing


def _who_may_host(hosts: Iterable[Person], room: Room) -> list[Person]:
    assert room.group is not None
    for host in hosts:
        insist(rules_meetings.may_host_in(host, room.group))
    return list(hosts)


def _write_meeting(
    meeting: Meeting, says: Says, *, begins: datetime, minutes: int, by: Person, now: datetime
) -> None:
    moved = begins != meeting.begins_at
    meeting.begins_at, meeting.ends_at = begins, begins + timedelta(minutes=minutes)
    _describe(meeting, says)
    if moved:  # what was told about another hour is told again
        meeting.hosts_asked_at = meeting.cover_asked_at = meeting.cover_hurried_at = None
        meeting.reminded_at = meeting.told_alone_at = None
    meeting.save()
    _give_hosts(meeting, _who_may_host(says.hosts, meeting.room), stay=not moved, by=by, now=now)
    if moved:
        _tell(meeting, kind="meeting_moved", by=by)
    let_in_who_waits(meeting)


def _give_hosts(
    meeting: Meeting, hosts: list[Person], *, stay: bool, by: Person, now: datetime
) -> None:
    """The hosts of one meeting. A yes to another hour is no yes to this one."""
    kept = Hosting.objects.filter(meeting=meeting)
    kept.exclude(person__in=hosts).delete()
    if not stay:
        kept.update(confirmed_at=None)
    for host in hosts:
        Hosting.objects.get_or_create(meeting=meeting, person=host)
    kept.filter(person=by, confirmed_at=None).update(confirmed_at=now)


def _lay_out(plan: MeetingPlan, *, now: datetime) -> None:
    """The rows that are missing, up to some weeks ahead. The plan is new, or locked."""
    rule = rule_of(plan)
    laid = plan.meetings.order_by("-number").values_list("number", flat=True).first()
    hosts = list(plan.hosts.all())
    for number in recurrence.numbers_until(rule, after=laid, until=now + AHEAD):
        begins, ends = recurrence.span(rule, recurrence.day_of(rule, number))
        if ends <= now:
            continue  # nobody looked for a while: what has passed is not made up for
        meeting = Meeting(
            plan=plan, number=number, room_id=plan.room_id, begins_at=begins, ends_at=ends
        )
        for name in ("topic", "notes", "places", "opening", "closing"):
            setattr(meeting, name, getattr(plan, name))
        meeting.save(force_insert=True)
        Hosting.objects.bulk_create(Hosting(meeting=meeting, person=host) for host in hosts)


def _cancel(meetings: Iterable[Meeting], *, by: Person, now: datetime) -> None:
    for meeting in meetings:
        meeting.cancelled_at = now
        meeting.save(update_fields=["cancelled_at"])
        _tell(meeting, kind="meeting_off", by=by)


def _tell(meeting: Meeting, *, kind: str, by: Person) -> None:
    """Who said they come, who waits for a place, and the hosts: but not who did it."""
    people = Person.objects.filter(
        pk__in=[
            *meeting.replies.exclude(answer=Answer.NOT).values_list("person", flat=True),
            *meeting.hostings.values_list("person", flat=True),
        ]
    ).exclude(pk=by.pk)
    for person in people.order_by("pk"):
        notify(person=person, kind=kind, path=path_of(meeting), moment=meeting.begins_at)


def _record(act: str, plan: MeetingPlan, *, by: Person, meeting: Meeting | None = None) -> None:
    data = {"plan": plan.pk, **({"meeting": meeting.pk} if meeting else {})}
    room = plan.room
    record.write(act=act, by=by.pk, subject=room.place, area=room.area, data=data)
