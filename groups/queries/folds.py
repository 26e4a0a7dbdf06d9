"""What a fold is decided by: who told the team, and what is known of the words."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from django.db.models import Max, Q

from community.accounts.enums import Standing
from community.house import queries as house
from community.house.hours import state
from community.safety import duty
from community.safety.clocks import CALLED_AT_ONCE
from community.safety.enums import ItemKind, ItemState
from community.safety.models import Appointment, Item, Report, Sign
from groups.enums import FoldEnd, MembershipState, RoomKind
from groups.models import FoldFlag, MembersFold, Membership, Message, Room
from groups.rules_folds import LOST_FOR, MEMBER_FOR, WITHIN, Case, has_lost_the_fold


def open_fold(message: Message) -> MembersFold | None:
    """The fold behind which the words stand now."""
    return message.folds.filter(ended_at=None).first()


def case_of(message: Message, room: Room, *, now: datetime) -> Case:
    """What is known of the words."""
    return Case(
        team_is_here=_team_is_here(room, now=now),
        needs_somebody=needs_somebody(message),
        are_first=_are_first(message, room),
        was_looked_at=_was_looked_at(message),
    )


def needs_somebody(message: Message) -> bool:
    """Whether something red or a crisis is, or was, on the desk about these very words."""
    number, high = {"subject_kind": "message", "subject_id": str(message.pk)}, list(CALLED_AT_ONCE)
    items = Item.objects.filter(**number, level__in=high)
    signs = Sign.objects.filter(Q(level__in=high) | Q(item__level__in=high), **number)
    return items.exists() or signs.exists()


def flaggers(message: Message, room: Room, *, now: datetime) -> list[int]:
    """The members whose report of these words counts towards a fold, by number, in the order in
    which they told it. Nobody of the team has taken it up yet."""
    told = told_by(message)
    members = Membership.objects.filter(
        group=room.group_id,
        person__in=told,
        state=MembershipState.ACTIVE,
        joined_at__lte=now - MEMBER_FOR,
    )
    counting = set(members.values_list("person", flat=True))
    team = Appointment.objects.filter(area=room.area, person__in=told, ended_at=None)
    counting -= set(team.values_list("person", flat=True))
    counting -= _lost_the_fold(counting, now=now)
    return [person for person in told if person in counting]


def folded_before(author: int) -> set[frozenset[int]]:
    """Those who have folded words of this author together, by number."""
    found: dict[int, set[int]] = defaultdict(set)
    flags = FoldFlag.objects.filter(fold__author=author)
    for fold, person in flags.values_list("fold", "person"):
        found[fold].add(person)
    return {frozenset(people) for people in found.values()}


def back_at(*, now: datetime) -> datetime | None:
    """When the team's hours begin again. None within them: then no time is promised."""
    hours = state(house.hours(), now=now)
    return None if hours.within else hours.until


def _team_is_here(room: Room, *, now: datetime) -> bool:
    """In a live room somebody on duty there; a wall is read within the team's hours."""
    if room.kind == RoomKind.LIVE:
        return bool(duty.staffed_places([room.place], now=now))
    return state(house.hours(), now=now).within


def _are_first(message: Message, room: Room) -> bool:
    """Whether the author has said nothing in the group before."""
    assert message.author is not None
    said = Message.objects.filter(
        room__group=room.group_id,
        author__person=message.author.person_id,
        seq__isnull=False,
        pk__lt=message.pk,
    )
    return not said.exists()


def _was_looked_at(message: Message) -> bool:
    """Whether a fold of the words as they are now has ended."""
    last = message.folds.aggregate(last=Max("ended_at"))["last"]
    return last is not None and (message.edited_at is None or message.edited_at <= last)


def told_by(message: Message) -> list[int]:
    """Who has told the team about these words as they are now, first come first."""
    reports = Report.objects.filter(
        item__kind=ItemKind.REPORT,
        item__state=ItemState.OPEN,
        item__subject_kind="message",
        item__subject_id=str(message.pk),
        reporter__standing=Standing.ACTIVE,
    ).exclude(reason="")
    if message.edited_at is not None:
        reports = reports.filter(at__gte=message.edited_at)
    return list(dict.fromkeys(reports.order_by("at", "pk").values_list("reporter_id", flat=True)))


def _lost_the_fold(people: Collection[int], *, now: datetime) -> set[int]:
    overturned: dict[int, list[datetime]] = defaultdict(list)
    flags = FoldFlag.objects.filter(
        person__in=people,
        fold__outcome=FoldEnd.STOOD,
        fold__ended_at__gt=now - LOST_FOR - WITHIN,
    )
    for person, at in flags.values_list("person", "fold__ended_at"):
        if at is not None:
            overturned[person].append(at)
    return {who for who, times in overturned.items() if has_lost_the_fold(times, now=now)}
