"""Somebody who does not belong and would like to be there once: a student, a speaker.

The simplest form that is true: every member who looks at the meeting reads who would come and why,
and one "no" of any member is enough. Somebody who plans here has to say that the group was asked.
Only then, and only while the meeting is on, the visitor has a seat; it ends with the meeting.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from groups import rules_meetings
from groups.actions import seats
from groups.actions.meetings import path_of
from groups.append import lock_room
from groups.enums import Answer, MembershipState, SeatState, VisitState
from groups.locks import lock_places
from groups.models import Meeting, Membership, Room, Seat, Visit

OPENS_BEFORE = timedelta(minutes=15)


@transaction.atomic
def ask_for_visit(
    *,
    meeting: Meeting,
    person: Person,
    real_name: str,
    why: str,
    by: Person,
    now: datetime | None = None,
) -> Visit:
    """Puts it before the group: who said they come are told that there is something to read. Raises
    Refused."""
    now = now or timezone.now()
    membership = _membership(meeting, person)
    insist(rules_meetings.may_ask_for_visit(by, person, membership, meeting, now=now))
    visit, is_new = Visit.objects.get_or_create(
        meeting=meeting,
        person=person,
        defaults={"real_name": real_name.strip(), "why": why.strip(), "asked_at": now},
    )
    if is_new:
        _record("ask_for_visit", visit, by=by)
        coming = meeting.replies.filter(answer=Answer.COMES).exclude(person=by)
        for reply in coming.select_related("person").order_by("person"):
            notify(person=reply.person, kind="meeting_news", path=path_of(meeting))
    return visit


@transaction.atomic
def object_to_visit(*, visit: int, by: Person, now: datetime | None = None) -> Visit:
    """A member's no. Who it was is not kept and not told. Who is there already goes. Raises
    Refused."""
    now = now or timezone.now()
    known = _visit(visit)
    if known is not None:
        lock_room(known.meeting.room_id)
    locked = Visit.objects.select_for_update().filter(pk=visit).first()
    membership = _membership(locked.meeting, by) if locked else None
    insist(rules_meetings.may_object(by, locked, membership, now=now))
    assert locked is not None
    locked.state = VisitState.OFF
    locked.save(update_fields=["state"])
    _unseat(locked.meeting.room, locked.person, now=now)
    notify(person=locked.person, kind="visit_off", path="/me/")
    return locked


@transaction.atomic
def give_word(*, visit: int, by: Person, now: datetime | None = None) -> Visit:
    """ "The group was asked, and nobody minds": said by one person, on the record. Raises Refused
    where a member objected."""
    now = now or timezone.now()
    locked = Visit.objects.select_for_update().filter(pk=visit).first()
    insist(rules_meetings.may_give_word(by, locked, now=now))
    assert locked is not None
    locked.state, locked.word_by = VisitState.AGREED, by.pk
    locked.save(update_fields=["state", "word_by"])
    _record("give_word_for_visit", locked, by=by)
    notify(
        person=locked.person,
        kind="visit_agreed",
        path=path_of(locked.meeting),
        moment=locked.meeting.begins_at,
    )
    return locked


@transaction.atomic
def come_as_visitor(*, meeting: Meeting, by: Person, now: datetime | None = None) -> Seat:
    """A seat while the meeting is on. Raises Refused."""
    now = now or timezone.now()
    lock_places([meeting.room_id])
    room = lock_room(meeting.room_id)
    visit = Visit.objects.filter(meeting=meeting, person=by).first()
    opens = meeting.begins_at - OPENS_BEFORE
    insist(rules_meetings.may_visit(by, visit, opens_at=opens, now=now))
    insist(rules_meetings.may_meet_in(room))
    return seats.give_visitor_seat(room, by)


def end_visits(now: datetime) -> None:
    """The ticker's job: when a meeting is over or called off, its visitors have gone."""
    over = Visit.objects.filter(person=OuterRef("person"), meeting__room=OuterRef("room")).exclude(
        meeting__ends_at__gt=now, meeting__cancelled_at=None, state=VisitState.AGREED
    )
    on = Visit.objects.filter(
        person=OuterRef("person"),
        meeting__room=OuterRef("room"),
        meeting__ends_at__gt=now,
        meeting__cancelled_at=None,
        state=VisitState.AGREED,
    )
    belongs = Membership.objects.filter(
        person=OuterRef("person"), group=OuterRef("room__group"), state=MembershipState.ACTIVE
    )
    sits = Seat.objects.filter(Exists(over), state=SeatState.ACTIVE)
    for seat in sits.exclude(Exists(on)).exclude(Exists(belongs)).order_by("room_id", "pk"):
        with transaction.atomic():
            _unseat(lock_room(seat.room_id), seat.person, now=now)


def _unseat(room: Room, person: Person, *, now: datetime) -> None:
    """Ends a visitor's seat in the locked room. A member's seat is no visitor's."""
    seat = Seat.objects.filter(room=room, person=person, state=SeatState.ACTIVE).first()
    belongs = Membership.objects.filter(
        group=room.group_id, person=person, state=MembershipState.ACTIVE
    )
    if seat is not None and not belongs.exists():
        seats.end_seat(room, seat, state=SeatState.LEFT, now=now)


def _visit(number: int) -> Visit | None:
    return Visit.objects.select_related("meeting__room").filter(pk=number).first()


def _membership(meeting: Meeting, person: Person) -> Membership | None:
    return Membership.objects.filter(group=meeting.room.group, person=person).first()


def _record(act: str, visit: Visit, *, by: Person) -> None:
    room = visit.meeting.room
    record.write(
        act=act,
        by=by.pk,
        about=visit.person_id,
        subject=room.place,
        area=room.area,
        data={"meeting": visit.meeting_id},
    )
