"""Which lines are shown, in which order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from community.help.hours import is_open, opens_at
from community.help.models import STALE_AFTER, Country, Helpline, Method


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with what is true of it now. `open` None: nobody told us its hours. `opens_at`: of one
    that is closed, when somebody answers next."""

    line: Helpline
    open: bool | None
    stale: bool
    opens_at: datetime | None = None


def lines_for(country: str, *, now: datetime, young: bool = False) -> list[ShownLine]:
    """The lines of a country: open now first, then hours unknown, then closed now. Lines for young
    people come last, or first where `young`. A number that is closed now is never on top."""
    lines = Helpline.objects.filter(country_id=country.upper()).select_related("country")
    shown = [_shown(line, now=now) for line in lines]
    rank = {True: 0, None: 1, False: 2}
    return sorted(shown, key=lambda s: (s.line.for_young != young, rank[s.open], s.line.pk))


def _shown(line: Helpline, *, now: datetime) -> ShownLine:
    there = is_open(line.hours, zone=line.zone, now=now)
    return ShownLine(
        line,
        there,
        line.verified_at is not None and now.date() - line.verified_at > STALE_AFTER,
        opens_at(line.hours, zone=line.zone, now=now) if there is False else None,
    )


def few(lines: Iterable[ShownLine]) -> list[ShownLine]:
    """Two lines where there is little room, none of them closed: the first, and beside somebody to
    speak with somebody to write to. Lines for young people only where there are no others."""
    there = [shown for shown in lines if shown.open is not False]
    fitting = [shown for shown in there if not shown.line.for_young] or there
    if not fitting:
        return []
    first, *others = fitting
    by_voice = first.line.method == Method.CALL
    another_way = (o for o in others if (o.line.method == Method.CALL) != by_voice)
    return [first, *(o for o in [next(another_way, next(iter(others), None))] if o is not None)]


def emergency_number(country: str) -> str:
    """What to dial in that country when a life is in danger; 112 where the country is unknown
    (it reaches help from a mobile phone in most of the world)."""
    found = Country.objects.filter(code=country.upper()).values_list("emergency", flat=True).first()
    return found or "112"


def number_beside(lines: list[ShownLine], country: str) -> str:
    """The same, where the lines of that country are at hand: they know it without a question."""
    return lines[0].line.country.emergency if lines else emergency_number(country)


def emergency_numbers(known: Iterable[Country]) -> list[tuple[str, list[str]]]:
    """Each emergency number with its countries, the one that reaches help in most of them first."""
    found: dict[str, list[str]] = {}
    for country in known:
        found.setdefault(country.emergency, []).append(country.name)
    return sorted(found.items(), key=lambda row: (-len(row[1]), row[0]))


def old_checks(*, now: datetime) -> int:
    """How many lines of the table were last checked too long ago: the operator is warned."""
    return Helpline.objects.filter(verified_at__lt=now.date() - STALE_AFTER).count()


def countries() -> list[Country]:
    """Every country we have lines for, by name."""
    return list(Country.objects.all())


def all_lines(country: str) -> list[Helpline]:
    """The lines of a country, open or not."""
    return list(Helpline.objects.filter(country_id=country.upper()))
