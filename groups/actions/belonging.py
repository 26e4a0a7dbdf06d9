"""Joining and leaving, asking and answering, sitting down in a room and being removed from it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.again import again_after_deadlock
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from community.safety import intake
from community.safety.actions.measures import keep_measure
from community.safety.describing import hear
from community.safety.enums import ItemKind, Level, MeasureKind
from community.safety.models import Measure
from community.safety.rules import may_say
from groups import rules
from groups.actions import hosting, replies, seats
from groups.append import lock_room
from groups.enums import LISTED, MembershipState, Part, RoomState, SeatState
from groups.models import Membership, Message, Room, Seat, SupportGroup

REQUEST_PROMISE = timedelta(days=1)  # by then somebody has answered who asked to join


@transaction.atomic
def join_group(*, group: SupportGroup, by: Person, words: str = "") -> Membership:
    """Makes `by` a member of an open group; in a private one it asks, with a sentence for those
    who decide. Raises Refused where `rules.may_join` says no."""
    group = _locked(group)
    membership = Membership.objects.filter(group=group, person=by).first()
    insist(rules.may_join(by, group, membership))
    now = timezone.now()
    membership = membership or Membership(group=group, person=by)
    if group.is_private:
        _ask(membership, words=words, now=now)
    else:
        _become_member(membership, now=now)
    return membership


@transaction.atomic
def come_in(*, group: SupportGroup, by: Person) -> Seat | None:
    """Joins an open group, where that is still to do, and sits down in the first of its rooms that
    is open to `by`: the agreement has been seen. None where there is no such room, or where a
    private group was asked instead. Raises Refused as `join_group` does."""
    group = _locked(group)
    membership = Membership.objects.filter(group=group, person=by).first()
    if rules.may_leave_group(membership) is not None:
        membership = join_group(group=group, by=by)
    shown = group.rooms.filter(state=RoomState.OPEN, kind__in=LISTED)
    for room in shown.order_by("kind", "made_at"):
        seat = Seat.objects.filter(room=room, person=by).first()
        may = rules.may_enter(by, room, membership=membership, seat=seat, now=timezone.now())
        if may is None:
            return enter_room(room=room, by=by)
    return None


@transaction.atomic
def take_back_request(*, group: SupportGroup, by: Person) -> None:
    """Nobody needs to answer any more. Raises Refused where nothing waits."""
    group = _locked(group)
    membership = Membership.objects.filter(group=group, person=by).first()
    insist(rules.may_take_back(membership))
    assert membership is not None
    close_request(membership, outcome="taken_back")
    if membership.joined_at is None:
        membership.delete()
        return
    membership.state = MembershipState.LEFT
    membership.asked_words = ""
    membership.save(update_fields=["state", "asked_words"])


@transaction.atomic
def admit(*, membership: Membership, by: Person) -> Membership:
    """Lets in who asked. Raises Refused where `by` may not answer here, or nothing waits."""
    group, membership, now = _request(membership, by=by)
    insist(rules.is_open(group))
    _become_member(membership, now=now)
    _answered(membership, group=group, by=by, act="admit", now=now)
    return membership


@transaction.atomic
def decline(*, membership: Membership, by: Person, words: str) -> Membership:
    """Says "not now" in these words; the person may ask again. Raises Refused where `by` may not
    answer here, nothing waits, or there are no words."""
    group, membership, now = _request(membership, by=by)
    insist(may_say(words))
    membership.state = MembershipState.DECLINED
    membership.ended_at = now
    membership.asked_words = ""
    membership.answer = words.strip()
    membership.save()
    _answered(membership, group=group, by=by, act="decline", now=now)
    return membership


@again_after_deadlock
@transaction.atomic
def leave_group(*, group: SupportGroup, by: Person) -> None:
    """Goes, with every seat in the group's rooms; nothing is said on any screen. Who looked after
    the group lays that down too. Raises Refused where `by` is not in."""
    group = _locked(group)
    membership = Membership.objects.filter(group=group, person=by).first()
    insist(rules.may_leave_group(membership))
    assert membership is not None
    seats.lock_seated_rooms(group, by)
    now = timezone.now()
    replies.take_replies_back(group=group, person=by, now=now)
    hosting.stop_hosting(group=group, person=by, now=now)
    membership.state = MembershipState.LEFT
    membership.ended_at = now
    membership.save(update_fields=["state", "ended_at"])
    if seats.end_appointment_rows(group, by, by=by):
        record.write(
            act="end_appointment", by=by.pk, about=by.pk, subject=group.area, area=group.area
        )
    seats.end_seats_in(group, by, now=now)


@transaction.atomic
def enter_room(*, room: Room, by: Person) -> Seat:
    """A seat for a member who has seen the agreement. Entering again changes nothing. Raises
    Refused where `rules.may_enter` says no: who was removed is not let in by this."""
    room = _room_locked(room)
    membership = Membership.objects.filter(group=room.group_id, person=by).first()
    seat = Seat.objects.filter(room=room, person=by).first()
    insist(rules.may_enter(by, room, membership=membership, seat=seat, now=timezone.now()))
    if seat is not None and seat.state == SeatState.ACTIVE:
        return seat
    return seats.give_seat(room, by)


@again_after_deadlock
@transaction.atomic
def leave_room(*, room: Room, by: Person) -> None:
    """Stands up; the group stays. Raises Refused where `by` does not sit there."""
    room = lock_room(room.pk)
    seat = Seat.objects.filter(room=room, person=by).first()
    insist(rules.may_read(seat))
    assert seat is not None
    seats.end_seat(room, seat, state=SeatState.LEFT, now=timezone.now())


@transaction.atomic
def remove_from_room(
    *,
    room: Room,
    person: Person,
    by: Person,
    reason: str,
    words: str,
    until: datetime | None = None,
    rule: str = "",
    message: Message | None = None,
) -> Measure:
    """Ends somebody's seat, in words they can read, with a way to ask somebody else; until a day,
    or until somebody lets them back. Their screens end within a second. `message`: for which words
    of theirs; never for words of distress.

    Raises Refused where `rules.may_remove` says no, there are no words, or the day has passed.
    """
    if message is not None:
        insist(rules.may_be_held_against(message))
    unseat(room=room, person=person, by=by, reason=reason, until=until)
    return keep_measure(
        person=person,
        kind=MeasureKind.REMOVAL,
        reason=reason,
        words=words,
        by=by,
        area=room.area,
        subject=room.place,
        seen=message.desk_key if message is not None else "",
        until=until,
        rule=rule,
    )


@transaction.atomic
def unseat(
    *, room: Room, person: Person, by: Person, reason: str, until: datetime | None = None
) -> Seat:
    """The removal itself and its record, for a desk that tells the person and keeps the measure.
    Raises Refused as `remove_from_room` does."""
    room = lock_room(room.pk)
    seat = Seat.objects.filter(room=room, person=person).first()
    now = timezone.now()
    insist(rules.may_remove(by, room, seat, now=now))
    insist(rules.may_end_then(until, now=now))
    assert seat is not None
    seat.removed_until = until
    seats.end_seat(room, seat, state=SeatState.REMOVED, now=now)
    _record(room, "remove_from_room", by=by, about=person, reason=reason)
    return seat


@transaction.atomic
def let_back(*, room: Room, person: Person, by: Person) -> Seat:
    """Gives a removed person their seat again, if they still belong to the group; else the door is
    open when they join again. Raises Refused where `rules.may_let_back` says no."""
    room = _room_locked(room)
    seat = Seat.objects.filter(room=room, person=person).first()
    insist(rules.may_let_back(by, room, seat))
    assert seat is not None
    Measure.objects.filter(
        person=person, kind=MeasureKind.REMOVAL, subject=room.place, ended_at=None
    ).update(ended_at=timezone.now())
    if _belongs(person, room):
        seat = seats.give_seat(room, person)
    else:
        seat.state = SeatState.LEFT
        seat.removed_until = None
        seat.save(update_fields=["state", "removed_until"])
    _record(room, "let_back", by=by, about=person)
    notify(person=person, kind="let_back", path=_way_in(room))
    return seat


def close_request(membership: Membership, *, outcome: str) -> None:
    """Takes the request off the desk: it has been answered, or is not asked any more."""
    intake.settle(
        kind=ItemKind.REQUEST,
        subject_kind="membership",
        subject_id=str(membership.pk),
        outcome=outcome,
    )


def _belongs(person: Person, room: Room) -> bool:
    """Whether the seat is theirs to take: a pair's room belongs to those who were seated in it."""
    if room.group_id is None:
        return True
    return Membership.objects.filter(
        group=room.group_id, person=person, state=MembershipState.ACTIVE
    ).exists()


def _way_in(room: Room) -> str:
    if room.group is None:
        return room.get_absolute_url()
    return reverse("groups:lobby", args=[room.group.slug, room.pk])


def _locked(group: SupportGroup) -> SupportGroup:
    return SupportGroup.objects.select_for_update().get(pk=group.pk)


def _room_locked(room: Room) -> Room:
    """The room, locked after its group: giving a seat and leaving the group have one order."""
    if room.group is not None:
        _locked(room.group)
    return lock_room(room.pk)


def _ask(membership: Membership, *, words: str, now: datetime) -> None:
    membership.state = MembershipState.ASKED
    membership.asked_at = now
    membership.ended_at = None
    membership.asked_words = words.strip()
    membership.answer = ""
    membership.save()
    intake.put_on_desk(
        kind=ItemKind.REQUEST,
        level=Level.TODAY,
        area=membership.group.area,
        subject_kind="membership",
        subject_id=str(membership.pk),
        about=membership.person_id,
        at=now,
        promise=REQUEST_PROMISE,
    )
    hear(
        membership.person,
        membership.asked_words,
        area=membership.group.area,
        kind="membership",
        id=str(membership.pk),
    )


def _become_member(membership: Membership, *, now: datetime) -> None:
    membership.state = MembershipState.ACTIVE
    membership.joined_at = now
    membership.ended_at = None
    membership.asked_words = ""
    membership.answer = ""
    membership.save()
    Seat.objects.filter(
        room__group=membership.group_id, person=membership.person_id, part=Part.VISITOR
    ).update(part="")


def _request(membership: Membership, *, by: Person) -> tuple[SupportGroup, Membership, datetime]:
    group = _locked(membership.group)
    insist(rules.may_answer_requests(by, group))
    current = Membership.objects.filter(pk=membership.pk).first()
    insist(rules.may_take_back(current))
    assert current is not None
    return group, current, timezone.now()


def _answered(
    membership: Membership, *, group: SupportGroup, by: Person, act: str, now: datetime
) -> None:
    close_request(membership, outcome=act)
    record.write(
        act=f"{act}_to_group",
        by=by.pk,
        about=membership.person_id,
        subject=f"membership:{membership.pk}",
        area=group.area,
        at=now,
    )
    notify(person=membership.person, kind="request_answered", path=group.get_absolute_url())


def _record(room: Room, act: str, *, by: Person, about: Person, reason: str = "") -> None:
    record.write(
        act=act, by=by.pk, about=about.pk, subject=room.place, area=room.area, reason=reason
    )
