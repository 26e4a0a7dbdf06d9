"""How soon the team answered, against what it promised, for those who lead. Numbers of the team and
never of a person: whatever counts fewer than five is not shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from statistics import median

from community.record.models import Entry
from community.safety.clocks import answered_within
from community.safety.enums import ItemKind, ItemState, Level
from community.safety.models import Appeal, Item, Report

AT_LEAST = 5
WINDOW = timedelta(days=90)
_TAKEN = ("take_item", "take_over_item", "hand_over_item")


@dataclass(frozen=True, slots=True)
class Row:
    """One level. Without `count` there were fewer than five."""

    level: Level
    promised: timedelta
    count: int | None
    in_time: int | None  # of a hundred
    middle: timedelta | None
    nearly_all: timedelta | None  # nine of ten were faster


@dataclass(frozen=True, slots=True)
class Numbers:
    """Response by level; what became of reports and appeals."""

    rows: list[Row]
    reports: int | None
    left_as_it_is: int | None
    appeals: int | None
    taken_back: int | None
    folded: int | None  # by members, while nobody was there
    overturned: int | None  # of those, how many stood once somebody looked


Folds = Callable[[datetime], tuple[int, int]]
_folds: list[Folds] = []


def register_folds(count: Folds) -> None:
    """Called by a feature in `ready`: how much members' flags have folded since a moment, and how
    much of it stood once somebody looked."""
    _folds.append(count)


def numbers(*, now: datetime) -> Numbers:
    """The last ninety days. A handful of queries, whatever their size."""
    since = now - WINDOW
    opened = Item.objects.filter(opened_at__gt=since).exclude(kind=ItemKind.APPEAL)
    opened = opened.exclude(outcome="joined")
    first = _first_taken(since)
    waits: dict[Level, list[timedelta | None]] = {level: [] for level in Level}
    for number, level, at in opened.values_list("pk", "level", "opened_at"):
        taken = first.get(number)
        waits[Level(level)].append(taken - at if taken else None)
    answered = Report.objects.filter(at__gt=since, item__state=ItemState.CLOSED)
    folds = [count(since) for count in _folds]
    decided = Appeal.objects.filter(decided_at__gt=since)
    return Numbers(
        rows=[
            row_of(level, answered_within(level), waits[level])
            for level in (Level.NOW, Level.SOON, Level.TODAY, Level.CALM)
        ],
        reports=_enough(answered.count()),
        left_as_it_is=_enough(answered.filter(item__outcome="nothing").count()),
        appeals=_enough(decided.count()),
        taken_back=_enough(decided.filter(upheld=True).count()),
        folded=_enough(sum(folded for folded, _stood in folds)),
        overturned=_enough(sum(stood for _folded, stood in folds)),
    )


def _first_taken(since: datetime) -> dict[int, datetime]:
    acts = Entry.objects.filter(act__in=_TAKEN, at__gt=since).order_by("-at")
    return {data["item"]: at for data, at in acts.values_list("data", "at") if "item" in data}


def row_of(level: Level, promised: timedelta, waits: Sequence[timedelta | None]) -> Row:
    """What nobody has taken yet counts as not in time, and as the longest of all."""
    if len(waits) < AT_LEAST:
        return Row(level, promised, None, None, None, None)
    known = sorted(wait for wait in waits if wait is not None)
    quick = sum(wait <= promised for wait in known)
    nine = ceil(len(waits) * 0.9) - 1
    return Row(
        level,
        promised,
        len(waits),
        round(100 * quick / len(waits)),
        _middle(known) if len(known) * 2 > len(waits) else None,
        known[nine] if nine < len(known) else None,
    )


def _middle(known: Sequence[timedelta]) -> timedelta:
    return timedelta(seconds=median(wait.total_seconds() for wait in known))


def _enough(count: int) -> int | None:
    return count if count >= AT_LEAST else None
