"""Deaths the team knows of, while it says what is said."""

from datetime import datetime

from community.safety.models import Passing


def current(*, now: datetime) -> list[Passing]:
    """Those that wait for a second person, and those that are told. One query."""
    found = Passing.objects.filter(until__gt=now).select_related("person", "asked_by", "agreed_by")
    return list(found)
