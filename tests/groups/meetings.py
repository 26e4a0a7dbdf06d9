"""Shared by the tests of meetings: a Tuesday evening, and meetings on it."""

from datetime import UTC, date, datetime, time, timedelta

from groups.actions.meetings import Says, plan_meetings
from groups.enums import Repeats

# A Tuesday far ahead of every real clock, and the clock that tests give to the acts.
TUESDAY = date(2030, 11, 12)
NOW = datetime(2030, 11, 5, 12, tzinfo=UTC)  # the Tuesday before, at noon
SEVEN = datetime(2030, 11, 12, 19, tzinfo=UTC)
HOUR = timedelta(hours=1)


def says(**how):
    """An hour on Tuesday at seven."""
    return Says(**{"day": TUESDAY, "clock": time(19), "minutes": 60, "topic": "Sleep", **how})


def plan(room, *, by, repeats=Repeats.ONCE, now=NOW, **how):
    """A plan as it was made a week before."""
    return plan_meetings(room=room, says=says(**how), repeats=repeats, by=by, now=now)


def meet(room, *, by, now=NOW, **how):
    """The one meeting of such a plan."""
    return plan(room, by=by, now=now, **how).meetings.get()


def meet_at(room, begins, *, by, **how):
    """A meeting that begins at this moment, to the minute; planned two days before."""
    begins = begins.replace(second=0, microsecond=0)
    planned = begins - timedelta(days=2)
    return meet(room, by=by, day=begins.date(), clock=begins.time(), now=planned, **how)
