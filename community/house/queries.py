"""Reading the operator's settings."""

from datetime import time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.cache import cache
from django.utils.dateparse import parse_time

from community.house.enums import Point
from community.house.hours import Hours
from community.house.models import House, OpeningPoint, RulesText

_KEY = "house"


def current() -> House:
    """The settings as they stand; a change is everywhere within HOUSE_KEPT_SECONDS."""
    house: House | None = cache.get(_KEY)
    if house is None:
        house = House.objects.first() or House()
        cache.set(_KEY, house, settings.HOUSE_KEPT_SECONDS)
    return house


def joining() -> str:
    """Who may join: "open", "invitation" or "approval"."""
    return str(current().joining)


def hours() -> Hours:
    """When the team is here, as the operator's clocks show it."""
    house = current()
    return Hours(
        opens=_clock(house.staffed_from),
        closes=_clock(house.staffed_until),
        zone=ZoneInfo(settings.TIME_ZONE),
    )


def own_rules() -> tuple[int, tuple[str, ...]]:
    """The number of the operator's own rules and their lines; 0 and none where there are none."""
    house = current()
    lines = house.own_rule_lines
    return (house.rules_version, lines) if lines else (0, ())


def own_rules_as_of(version: int) -> tuple[str, ...]:
    """The operator's own rules as they stood in a version; none for one that never was."""
    found = RulesText.objects.filter(version=version).first()
    return tuple(found.lines.splitlines()) if found else ()


def points() -> dict[Point, OpeningPoint | None]:
    """Every point in order, with who stands behind it, where somebody does."""
    found = {point.key: point for point in OpeningPoint.objects.all()}
    return {point: found.get(point.value) for point in Point}


def _clock(value: time | str) -> time:
    """The settings' defaults are words until they were saved once."""
    return value if isinstance(value, time) else parse_time(value) or time(8)


def forget() -> None:
    """Shows a change at once in this process's cache."""
    cache.delete(_KEY)
