"""Filling the table a new house starts with."""

from typing import Any

from community.help.lines import LANDS

SOURCE = "CrisisHotlines 2024-11, open-helplines"


def plant(country_model: Any, helpline_model: Any) -> None:
    """Adds the countries and lines that are missing; touches none that is there. Takes the models,
    so that a migration can call it with its own."""
    for code, land in LANDS.items():
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
                    "display": line.display,
                    "hours": line.hours,
                    "is_free": line.is_free,
                    "for_young": line.for_young,
                    "zone": land.zone,
                    "languages": land.languages,
                    "source": SOURCE,
                },
            )
