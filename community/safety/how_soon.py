"""How soon a thing of the desk is due, in a word: by its own time, which may have moved on."""

from datetime import datetime, timedelta
from typing import Protocol

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from community.safety.enums import ItemState, Level

_SOON, _WEEK = timedelta(minutes=30), 7


class Due(Protocol):
    """What of an item, or of its line on the list, says when somebody looks."""

    @property
    def level(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def promised_at(self) -> datetime: ...
    @property
    def look_again_at(self) -> datetime | None: ...
    @property
    def help_is_out(self) -> bool: ...
    @property
    def asks_second(self) -> bool: ...


def waits_for_the_person(item: Due) -> bool:
    """Whether nobody of the team has anything to do before they answer, or it is time to look again."""
    return item.state == ItemState.WAITING and not (item.help_is_out or item.asks_second)


def how_soon(item: Due, *, now: datetime) -> str:
    """A Now stays a Now, whatever the clock says, until it waits for the person alone. While
    emergency steps are open everything is a Now. Anything else is called by the time it is due, so
    that no "Today" stands above what is promised by tomorrow morning."""
    if item.state == ItemState.CLOSED:
        return gettext("Closed")
    again = item.look_again_at if waits_for_the_person(item) else None
    is_now = item.level == Level.NOW and (again is None or again <= now)
    if is_now or item.help_is_out:
        return str(Level.NOW.label)
    due = again or item.promised_at
    if due <= now:
        return gettext("Late")
    if due - now <= _SOON:
        return str(Level.SOON.label)
    here = timezone.localtime(due)
    days = (here.date() - timezone.localtime(now).date()).days
    if days < _WEEK:
        return {0: gettext("Today"), 1: gettext("Tomorrow")}.get(days) or date_format(here, "l")
    return date_format(here, "j F")
