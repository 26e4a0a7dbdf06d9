"""What happened before, in two kinds that are never mixed: help was needed, a rule was broken. Events
with their dates, and nothing that sums a person up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.functional import Promise

from community.record.models import Entry
from community.safety.enums import (
    ABOUT_CARE,
    SANCTIONS,
    Arrived,
    ItemKind,
    ItemState,
    Level,
    MeasureKind,
)
from community.safety.models import Emergency, Item, Letter, Measure
from community.safety.names import SAID_AT, about_names, under_one_name
from community.safety.nearness import is_open_to
from community.safety.rules import Reach

MOST = 20
HARD = (Level.NOW, Level.SOON)
WHAT_BECAME = timedelta(days=7)
_HANDLED = ("take_item", "take_over_item")


@dataclass(frozen=True, slots=True)
class Event:
    """One event: when, what kind of thing, and how it ended."""

    at: datetime
    what: str | Promise
    ended: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class History:
    """Both kinds, newest first."""

    help_needed: list[Event]
    rules_broken: list[Event]


def history_of(item: Item, reach: Reach) -> History:
    """What this reach may know of whoever the item is about, besides the item itself."""
    if item.about_id is None:
        return History([], [])
    care = Item.objects.filter(about=item.about_id, kind__in=ABOUT_CARE).exclude(pk=item.pk)
    care = care.exclude(outcome="joined").filter(is_open_to(reach))
    steps = Measure.objects.filter(person=item.about_id, kind__in=SANCTIONS)
    care = care.alias(said_at=SAID_AT).filter(under_one_name(item, reach, at="said_at"))
    steps = steps.filter(under_one_name(item, reach, at="at"))
    if not reach.everywhere:
        care = care.filter(area__in=reach.areas)
        steps = steps.filter(Q(area__in=reach.areas) | Q(area=""))
    return History(
        [
            Event(one.opened_at, ItemKind(one.kind).label, one.outcome, one.closed_at is not None)
            for one in care.order_by("-opened_at", "-pk")[:MOST]
        ],
        [
            Event(one.at, MeasureKind(one.kind).label, "", one.ended_at is not None)
            for one in steps.order_by("-at", "-pk")[:MOST]
        ],
    )


@dataclass(frozen=True, slots=True)
class Became:
    """What became of something hard that somebody handled: what is known, and no more."""

    item: int
    about: str
    at: datetime
    is_open: bool
    with_whom: str
    has_answered: bool
    has_read: bool
    help: str | Promise = ""


def what_became(reach: Reach, *, now: datetime) -> list[Became]:
    """The hard things this person had in their hands in the last week. Where nobody knows how it went
    on, it says so: silence is never told as well-being."""
    acts = Entry.objects.filter(by=reach.person, act__in=_HANDLED, at__gt=now - WHAT_BECAME)
    numbers = {data.get("item") for data in acts.values_list("data", flat=True)}
    handled = Item.objects.filter(pk__in=[n for n in numbers if n], level__in=HARD)
    letters = Letter.objects.filter(item=OuterRef("pk"))
    emergencies = Emergency.objects.filter(item=OuterRef("pk")).order_by("-pk")
    handled = handled.select_related("about", "taken_by").annotate(
        read=Exists(letters.filter(read_at__isnull=False)),
        answered=Exists(letters.filter(replied_at__isnull=False)),
        help=Subquery(emergencies.values("arrived")[:1]),
    )
    found = list(handled.order_by("-opened_at", "-pk")[:MOST])
    names = about_names(found, reach)
    return [
        Became(
            item=one.pk,
            about=names.get(one.pk, ""),
            at=one.opened_at,
            is_open=one.state != ItemState.CLOSED,
            with_whom=one.taken_by.handle if one.taken_by else "",
            has_answered=one.answered,
            has_read=one.read,
            help=Arrived(one.help).label if one.help else "",
        )
        for one in found
        if one.about_id != reach.person
    ]
