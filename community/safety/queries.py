"""What the desk shows, oldest promise first; and what members may know of what they told us."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from community.accounts.enums import Role, Standing
from community.accounts.models import Grant, Person
from community.safety import duty, on_call, places, rota
from community.safety.enums import DutyKind, ItemKind, ItemState, Level
from community.safety.how_soon import waits_for_the_person
from community.safety.models import (
    Appointment,
    Emergency,
    Glass,
    Item,
    Letter,
    Measure,
    Report,
    Shift,
    Sign,
    StandsApart,
)
from community.safety.names import SAID_AT, about_names, under_one_name
from community.safety.nearness import is_open_to
from community.safety.places import Place
from community.safety.rota import Planned
from community.safety.rules import Reach

SHOWN = 200
_AT_THE_DESK = (Role.MODERATOR, Role.COORDINATOR, Role.SAFEGUARDING_LEAD)
# Emergency steps of which nobody knows yet how they ended.
HELP_IS_OUT = Exists(Emergency.objects.filter(item=OuterRef("pk"), arrived=""))
_UNSEEN_EMERGENCY = Emergency.objects.filter(item=OuterRef("pk"), arrived="", agreed_at=None)
_UNSEEN_GLASS = Glass.objects.filter(item=OuterRef("pk"), opened_at=None)
# A second person is asked for, in whichever way, and nobody has come.
ASKS_SECOND = Case(
    When(Q(second_asked_at__isnull=False), then=Value(True)),
    When(Exists(_UNSEEN_EMERGENCY) | Exists(_UNSEEN_GLASS), then=Value(True)),
    default=Value(False),
    output_field=BooleanField(),
)
HANDOVER_KEPT = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One item as the list shows it: never a word anybody wrote."""

    id: int
    level: Level
    kind: ItemKind
    state: ItemState
    about: str
    is_closed_to_me: bool
    is_mine: bool
    taken_by: str
    taken_at: datetime | None
    opened_at: datetime
    promised_at: datetime
    look_again_at: datetime | None
    is_late: bool
    is_fresh: bool
    reports: int
    signals: int
    parts: int
    asks_second: bool
    help_is_out: bool
    version: int


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits for somebody of the team."""

    lines: list[DeskLine]
    waiting: int
    people: int
    now: int
    version: str


@dataclass(frozen=True, slots=True)
class Post:
    """A place somebody can be on duty at: who is there, and whether it is me."""

    place: Place
    names: list[str]
    is_mine: bool
    planned: Planned = field(default_factory=Planned)  # by the rota
    has_rota: bool = False


def items_in(reach: Reach) -> QuerySet[Item]:
    """The items this person's desk knows of."""
    items = Item.objects.annotate(has_help_out=HELP_IS_OUT, has_second_asked=ASKS_SECOND)
    return items if reach.everywhere else items.filter(area__in=reach.areas)


def desk_of(reach: Reach, *, now: datetime) -> Desk:
    """Every unfinished item in reach: what needs someone now first, then by the promise; what waits
    for the person alone, and is not due to be looked at again, last. One query."""
    rows = list(_ordered(reach, now=now)[:SHOWN])
    lines = _lines(rows, reach, now=now)
    open_lines = [line for line in lines if not _rests(line, now)]
    return Desk(
        lines=lines,
        waiting=len(open_lines),
        people=len({row.about_id or -row.pk for row in rows}),
        now=sum(line.level == Level.NOW or line.help_is_out for line in open_lines),
        version=_version(lines, now),
    )


def _ordered(reach: Reach, *, now: datetime) -> QuerySet[Item]:
    rests = Q(state=ItemState.WAITING) & (Q(look_again_at__gt=now) | Q(look_again_at=None))
    rests &= Q(has_help_out=False, has_second_asked=False)
    is_now = Q(level=Level.NOW) | Q(has_help_out=True)
    return (
        items_in(reach)
        .exclude(state=ItemState.CLOSED)
        .filter(part_of=None)
        .select_related("about", "taken_by")
        .annotate(
            is_open_to_me=Case(When(is_open_to(reach), then=1), default=Value(0)),
            tellers=Count("reports", distinct=True),
            came_up=Count("signs", distinct=True),
            held_parts=Count("parts", distinct=True),
            rank=Case(When(rests, then=2), When(is_now, then=0), default=Value(1)),
            due=Coalesce("look_again_at", "promised_at"),
        )
        .order_by("rank", "due", "pk")
    )


def _lines(rows: list[Item], reach: Reach, *, now: datetime) -> list[DeskLine]:
    names = about_names(rows, reach)
    return [_line(row, reach, names.get(row.pk, ""), now=now) for row in rows]


def _line(row: Item, reach: Reach, name: str, *, now: datetime) -> DeskLine:
    closed = row.about_id == reach.person or not row.is_open_to_me  # type: ignore[attr-defined]
    state = ItemState(row.state)
    return DeskLine(
        id=row.pk,
        level=Level(row.level),
        kind=ItemKind(row.kind),
        state=state,
        about="" if closed else name,
        is_closed_to_me=closed,
        is_mine=row.taken_by_id == reach.person,
        taken_by=row.taken_by.handle if row.taken_by else "",
        taken_at=row.taken_at,
        opened_at=row.opened_at,
        promised_at=row.promised_at,
        look_again_at=row.look_again_at if state == ItemState.WAITING else None,
        is_late=state == ItemState.OPEN and row.promised_at <= now,
        is_fresh=now - row.opened_at < timedelta(minutes=1),
        reports=row.tellers,  # type: ignore[attr-defined]
        signals=row.came_up,  # type: ignore[attr-defined]
        parts=row.held_parts,  # type: ignore[attr-defined]
        asks_second=row.asks_second,
        help_is_out=row.help_is_out,
        version=row.version,
    )


def _rests(line: DeskLine, now: datetime) -> bool:
    if not waits_for_the_person(line):
        return False
    return line.look_again_at is None or line.look_again_at > now


def _version(lines: list[DeskLine], now: datetime) -> str:
    """Changes with every change that is shown, and with the minute, as waiting times grow."""
    shown = [
        (line.id, line.version, line.is_late, line.parts, line.asks_second, line.help_is_out)
        for line in lines
    ]
    return f"{hash((tuple(shown), int(now.timestamp()) // 60)) & 0xFFFFFFFFFFFF:x}"


def posts_of(reach: Reach, *, now: datetime) -> list[Post]:
    """The places this moderator could open, and who is there. Two queries."""
    found = places.of_areas(sorted(reach.areas))
    by_rota = rota.planned([place.key for place in found], now=now)
    there: dict[str, list[tuple[int, str]]] = {}
    leases = duty.running(now=now).filter(place__in=[place.key for place in found])
    for place, person, name in leases.order_by("began_at", "pk").values_list(
        "place", "person_id", "person__handle"
    ):
        there.setdefault(place, []).append((person, name))
    return [
        Post(
            place=place,
            names=[name for _, name in there.get(place.key, [])],
            is_mine=any(person == reach.person for person, _ in there.get(place.key, [])),
            planned=by_rota.get(place.key, Planned()),
            has_rota=place.key in by_rota,
        )
        for place in found
    ]


def is_on_call(person: int, *, now: datetime) -> bool:
    """Whether this person keeps their rooms open from a call."""
    return duty.running(now=now).filter(person_id=person, kind=DutyKind.CALL).exists()


@dataclass(frozen=True, slots=True)
class Night:
    """The hours when nobody is at the desk: this night or the next, and who can be called then."""

    begins: datetime
    ends: datetime
    names: list[str]
    is_mine: bool


def night_of(reach: Reach, *, now: datetime) -> Night | None:
    """Who of those who cover the same areas can be called tonight. None where the team never
    leaves."""
    night = on_call.next_night(now=now)
    if night is None:
        return None
    said = list(on_call.of_night(*night))
    team = {person.pk for person in colleagues_of(reach)} if said else set()
    return Night(
        *night,
        names=[one.person.handle for one in said if one.person_id in {*team, reach.person}],
        is_mine=any(one.person_id == reach.person for one in said),
    )


def open_shift(person: int) -> Shift | None:
    """The shift this person is in, with their second."""
    mine = Shift.objects.filter(person_id=person, ended_at=None)
    return mine.select_related("second").first()


def last_handover(reach: Reach, *, now: datetime) -> Shift | None:
    """The newest hand-over of somebody who answers for one of the same areas, for two days."""
    ended = Shift.objects.filter(ended_at__gt=now - HANDOVER_KEPT).exclude(handover="")
    if not reach.everywhere:
        colleagues = Appointment.objects.filter(area__in=reach.areas).values("person")
        ended = ended.filter(person__in=colleagues)
    return ended.exclude(person=reach.person).select_related("person").order_by("-ended_at").first()


def needs_an_owner(reach: Reach, *, level: Level) -> list[Item]:
    """Unfinished items of this level, or with emergency steps open, in reach that nobody else has,
    and that are open to me."""
    return list(
        items_in(reach)
        .filter(is_open_to(reach))
        .filter(Q(level=level) | Q(has_help_out=True))
        .filter(Q(taken_by=None) | Q(taken_by=reach.person))
        .exclude(state=ItemState.CLOSED)
        .exclude(about=reach.person)
        .select_related("about")
        .order_by("promised_at", "pk")
    )


def closed_to_somebody(items: Collection[int]) -> set[int]:
    """Those of them that somebody stands apart from, told the team about as one of it, or is the
    person concerned as one of it."""
    working = Grant.objects.filter(ended_at=None, role__in=_AT_THE_DESK).values("person")
    apart = StandsApart.objects.filter(item__in=items).values_list("item", flat=True)
    told = Report.objects.filter(item__in=items, reporter__in=working)
    about = Item.objects.filter(pk__in=items, about__in=working)
    return {*apart, *told.values_list("item", flat=True), *about.values_list("pk", flat=True)}


def colleagues_of(reach: Reach) -> list[Person]:
    """Whom an item can be handed to: moderators of the same areas and those who lead."""
    appointed = Appointment.objects.filter(ended_at=None)
    if not reach.everywhere:
        appointed = appointed.filter(area__in=reach.areas)
    leads = Grant.objects.filter(role__in=[Role.COORDINATOR, Role.SAFEGUARDING_LEAD], ended_at=None)
    return list(
        Person.objects.filter(
            Q(pk__in=appointed.values("person")) | Q(pk__in=leads.values("person")),
            standing=Standing.ACTIVE,
        )
        .exclude(pk=reach.person)
        .order_by("handle")
    )


def item_for(reach: Reach, item: int) -> Item | None:
    """One item of the desk, with whom it is about and who has it; None where it does not exist for
    this person."""
    return items_in(reach).select_related("about", "taken_by").filter(pk=item).first()


def others_about(item: Item, reach: Reach) -> list[Item]:
    """What else is open about the same person, where this reach sees it."""
    if item.about_id is None:
        return []
    found = items_in(reach).filter(about=item.about_id, part_of=None).exclude(pk=item.pk)
    found = found.filter(is_open_to(reach)).exclude(state=ItemState.CLOSED)
    found = found.alias(said_at=SAID_AT).filter(under_one_name(item, reach, at="said_at"))
    return list(found.order_by("promised_at", "pk")[:SHOWN])


def next_after(reach: Reach, item: int, *, now: datetime) -> int | None:
    """The next item that waits for somebody and is open to me, so that none is left half-taken."""
    rows = list(_ordered(reach, now=now)[:SHOWN])
    lines = _lines(rows, reach, now=now)
    free = [ln.id for ln in lines if ln.state == ItemState.OPEN and not ln.is_closed_to_me]
    if item in free:
        place = free.index(item) + 1
        return free[place] if place < len(free) else None
    return free[0] if free else None


# What features may know ---------------------------------------------------------------------------


def item_about(kind: str, id: str) -> Item | None:
    """The newest item in which this came up, with whoever has it: what features tell its author."""
    signs = Sign.objects.filter(subject_kind=kind, subject_id=id)
    return (
        Item.objects.filter(Exists(signs.filter(item=OuterRef("pk"))))
        .select_related("taken_by")
        .order_by("-pk")
        .first()
    )


def came_up_since(when: datetime, *, kind: str, ids: Collection[str]) -> bool:
    """Whether one of these may have needed somebody since then."""
    signs = Sign.objects.filter(subject_kind=kind, subject_id__in=ids, at__gt=when)
    return bool(ids) and signs.exists()


# What members may know ----------------------------------------------------------------------------


def reports_of(person: int) -> list[Report]:
    """What this person told us, newest first, with its state and answer."""
    return list(
        Report.objects.filter(reporter_id=person)
        .select_related("item")
        .order_by("-at", "-pk")[:SHOWN]
    )


def report_with(receipt: str, *, reporter: int) -> Report | None:
    """One report of this person's own."""
    mine = Report.objects.filter(reporter_id=reporter, receipt=receipt)
    return mine.select_related("item").first()


def measures_of(person: int) -> list[Measure]:
    """What was decided about this person, newest first, with their appeals."""
    return list(
        Measure.objects.filter(person_id=person)
        .select_related("appeal")
        .order_by("-at", "-pk")[:SHOWN]
    )


def measure_of(person: int, measure: int) -> Measure | None:
    """One decision about this person."""
    mine = Measure.objects.filter(person_id=person, pk=measure)
    return mine.select_related("appeal").first()


def letters_to(person: int) -> list[Letter]:
    """What the team wrote to this person, newest first."""
    return list(
        Letter.objects.filter(person_id=person).select_related("by").order_by("-pk")[:SHOWN]
    )
