"""Reading the operator's settings."""

from django.core.cache import cache

from community.house.models import House

_KEY = "house"
_KEPT_SECONDS = 5  # how long another process may still show the settings of before


def current() -> House:
    """The settings as they stand; a change is everywhere within five seconds."""
    house = cache.get(_KEY)
    if house is None:
        house = House.objects.first() or House()
        cache.set(_KEY, house, _KEPT_SECONDS)
    return house


def joining() -> str:
    """Who may join: "open", "invitation" or "approval"."""
    return str(current().joining)


def forget() -> None:
    """Shows a change at once in this process's cache."""
    cache.delete(_KEY)
