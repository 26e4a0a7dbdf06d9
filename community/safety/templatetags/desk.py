"""What templates of the desk ask."""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, ngettext

from community.safety import fixed_words
from community.safety import how_soon as due

register = template.Library()


@register.filter
def how_soon(item: due.Due, now: datetime | None = None) -> str:
    """How soon somebody looks, in a word."""
    return due.how_soon(item, now=now or timezone.now())


@register.filter
def weekday(number: int) -> str:
    """The day of the week of a line of the rota."""
    return str(WEEKDAYS[number])


@register.filter
def span(wait: timedelta | None) -> str:
    """How long, as one says it: the two largest parts."""
    if wait is None:
        return ""
    minutes = round(wait.total_seconds() / 60)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [
        ngettext("%d day", "%d days", days) % days if days else "",
        ngettext("%d hour", "%d hours", hours) % hours if hours else "",
        ngettext("%d minute", "%d minutes", minutes) % minutes if minutes else "",
    ]
    return " ".join([part for part in parts if part][:2]) or gettext("less than a minute")


@register.inclusion_tag("safety/_whose_words.html")
def whose_words(key: str, *, for_team: bool = False) -> dict[str, object]:
    """Whose word stands behind the fixed words beside it. That nobody's does yet is said to the team:
    it is theirs to mend, and no comfort to who needs the words."""
    return {"read": fixed_words.reader_of(key), "for_team": for_team}
