"""The help page for when nothing else stands: no database, no session, no list of hashed names.

`actions.keep` writes down what the house shows. This reads it back, and where nothing was written
goes by the table every house starts with. Nothing here asks the database.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core import serializers
from django.core.serializers.base import DeserializationError
from django.template.loader import render_to_string
from django.utils import timezone

from community.help.lines import LANDS
from community.help.models import STALE_AFTER, Country, Helpline
from community.help.queries import ShownLine

MEMORY = "lines.json"
PAGE = "help-now.html"
STYLE = "kept.css"


@dataclass(frozen=True, slots=True)
class Land:
    """A country and its lines, in an order that holds at every hour."""

    country: Country
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Whose word stands behind the fixed words of the page: named with their consent."""

    name: str
    profession: str
    read_on: date


@dataclass(frozen=True, slots=True)
class Kept:
    """What was written down. `home` is the house's own country, None where nobody told us; `read` is
    None where nobody has read the words as they are."""

    home: Land | None
    others: tuple[Land, ...]
    read: Reading | None = None


Reader = Callable[[], Reading | None]
_readers: list[Reader] = []


def register_reader(reader: Reader) -> None:
    """Called in `ready` by the feature that knows who has read the fixed words."""
    _readers[:] = [reader]


def reading() -> Reading | None:
    """Who has read them, asked now: for whoever writes it down."""
    return _readers[0]() if _readers else None


def folder() -> Path:
    """Where it is written down: the proxy reads this folder and no other."""
    return Path(settings.DATA_DIR) / "kept"


def memory(
    *,
    home: str,
    countries: Iterable[Country],
    lines: Iterable[Helpline],
    read: Reading | None = None,
) -> str:
    """The text `remembered` reads back."""
    rows = serializers.serialize("python", [*countries, *lines])
    told = {"home": home, "rows": rows, "read": asdict(read) if read is not None else None}
    return json.dumps(told, default=str)


def remembered(country: str = "") -> Kept:
    """What is known without asking anybody; `country` comes first where it is known."""
    try:
        told = json.loads((folder() / MEMORY).read_text(encoding="utf-8"))
        found = (row.object for row in serializers.deserialize("python", told["rows"]))
        rows = [row for row in found if isinstance(row, Country | Helpline)]
        home, read = str(told["home"]), _read_back(told.get("read"))
    except (OSError, ValueError, LookupError, TypeError, DeserializationError):
        home, rows, read = "", list(_table()), None
    known = {row.pk for row in rows if isinstance(row, Country)}
    return arranged(country if country in known else home, rows, read=read)


def _read_back(told: dict[str, str] | None) -> Reading | None:
    if not told:
        return None
    return Reading(told["name"], told["profession"], date.fromisoformat(told["read_on"]))


def arranged(home: str, rows: Iterable[Country | Helpline], *, read: Reading | None = None) -> Kept:
    """The rows by country, that of the house first."""
    today = timezone.now().date()
    found: dict[str, list[ShownLine]] = {}
    countries: dict[str, Country] = {}
    for row in rows:
        if isinstance(row, Country):
            countries[row.code] = row
        else:
            found.setdefault(row.country_id, []).append(_shown(row, today=today))
    lands = {
        code: Land(country, tuple(sorted(found.get(code, ()), key=_first_who_answers)))
        for code, country in sorted(countries.items(), key=lambda pair: pair[1].name)
    }
    return Kept(lands.pop(home, None), tuple(lands.values()), read)


def page(kept: Kept) -> str:
    """The whole page, with every country on it: it asks for nothing but its style."""
    return render_to_string("help/kept.html", {"kept": kept})


def _shown(line: Helpline, *, today: date) -> ShownLine:
    """A line with what is true of it at any hour: always open, hours unknown, or its hours."""
    always = True if line.hours == "always" else None if not line.hours else False
    stale = line.verified_at is not None and today - line.verified_at > STALE_AFTER
    return ShownLine(line, always, stale)


def _first_who_answers(shown: ShownLine) -> tuple[bool, int]:
    return shown.line.for_young, {True: 0, None: 1, False: 2}[shown.open]


def _table() -> Iterator[Country | Helpline]:
    for code, land in LANDS.items():
        yield Country(code=code, name=land.name, emergency=land.emergency)
        for line in land.lines:
            yield Helpline(
                country_id=code, zone=land.zone, languages=land.languages, **line._asdict()
            )
