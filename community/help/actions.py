"""Filling the table a new house starts with, and writing the help page down for hard times."""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from community import assets
from community.help import kept
from community.help.lines import LANDS, Land
from community.help.models import Country, Helpline
from community.house import actions as house_actions
from community.house import queries as house
from community.record import write as record

# That somebody called the number and it answers: not a change of the line itself.
_CHECKED = frozenset({"verified_at", "verified_by"})
SOURCE = "CrisisHotlines 2024-11, open-helplines"


def plant(country_model: Any, helpline_model: Any) -> None:
    """Adds the countries and lines that are missing; touches none that is there. Takes the models,
    so that a migration can call it with its own."""
    _plant(LANDS, country_model, helpline_model)


def plant_new_countries(country_model: Any, helpline_model: Any) -> None:
    """Adds the countries a house does not have yet. What was taken out of a country that is there
    stays out."""
    there = set(country_model.objects.values_list("code", flat=True))
    new = {code: land for code, land in LANDS.items() if code not in there}
    _plant(new, country_model, helpline_model)


def _plant(lands: Mapping[str, Land], country_model: Any, helpline_model: Any) -> None:
    for code, land in lands.items():
        country, _ = country_model.objects.get_or_create(
            code=code, defaults={"name": land.name, "emergency": land.emergency}
        )
        for line in land.lines:
            helpline_model.objects.get_or_create(
                country=country,
                name=line.name,
                method=line.method,
                defaults={
                    "dial": line.dial,
                    "url": line.url,
                    "display": line.display,
                    "hours": line.hours,
                    "is_free": line.is_free,
                    "for_young": line.for_young,
                    "zone": land.zone,
                    "languages": land.languages,
                    "source": SOURCE,
                },
            )


@transaction.atomic
def record_line(*, before: Helpline | None, after: Helpline, by: int) -> None:
    """Writes down who changed what of a line, by field; where it is one of the house's own country
    its point of the opening is to be looked at again."""
    names = [field.attname for field in Helpline._meta.concrete_fields if field.name != "id"]
    changed = [one for one in names if getattr(before, one, None) != getattr(after, one)]
    if not changed:
        return
    _record("set_helpline", after, by=by, fields=changed)
    if not _CHECKED.issuperset(changed):
        house_actions.note_lines_changed(country=after.country_id)


@transaction.atomic
def record_line_gone(*, line: Helpline, by: int) -> None:
    """The same for a line that was taken out."""
    _record("remove_helpline", line, by=by)
    house_actions.note_lines_changed(country=line.country_id)


def _record(act: str, line: Helpline, *, by: int, **data: object) -> None:
    data = {"country": line.country_id, **data}
    record.write(act=act, by=by, subject=f"helpline:{line.pk}", data=data)


def keep(now: datetime | None = None) -> None:
    """Writes the help page down, with what this house shows, for when nothing else answers: the
    proxy, the page of errors and the browsers of people read it there. Runs now and then."""
    home = house.current().country
    countries, lines = list(Country.objects.all()), list(Helpline.objects.all())
    read = kept.reading()
    shown = kept.arranged(home, [*countries, *lines], read=read)
    write_down(kept.MEMORY, kept.memory(home=home, countries=countries, lines=lines, read=read))
    write_down(kept.PAGE, kept.page(shown))
    write_down(kept.STYLE, assets.joined(kept.STYLE))


def write_down(name: str, text: str) -> None:
    """Puts one file into the kept folder; whoever reads it never reads half of it."""
    folder: Path = kept.folder()
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{name}.{os.getpid()}"
    draft.write_text(text, encoding="utf-8")
    draft.replace(folder / name)
