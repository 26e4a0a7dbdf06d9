"""What may truthfully be promised: a time only while somebody is on duty, else when we are back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from community.house import queries as house
from community.house.hours import state
from community.safety import duty, on_call, places, rota
from community.safety.clocks import CALLED_AT_ONCE, decided_within
from community.safety.enums import Level
from community.safety.models import Report
from community.safety.subjects import APPEALS, HOUSE
from community.safety.tell import leads


@dataclass(frozen=True, slots=True)
class Promise:
    """`by`: somebody is here and looks until then. Otherwise `back_at`: when the team's hours begin
    again; both empty: it is within the hours, and nobody is at the desk at this moment. `leads`:
    nobody else is there, so those who lead are called at once."""

    by: datetime | None = None
    back_at: datetime | None = None
    leads: bool = False

    def is_past(self, *, now: datetime) -> bool:
        """Whether what was said has come and gone."""
        said = self.by or self.back_at
        return said is not None and said <= now


def promise(
    *, level: Level, area: str, now: datetime, apart: Collection[int] | None = None
) -> Promise:
    """The promise for something of this level in this area that comes in now. `apart`: who of the
    team does not look at it; given for a report, which calls those who lead if nobody else is
    there."""
    if is_staffed(area, now=now, besides=apart or ()):
        return Promise(by=now + decided_within(level))
    return Promise(
        back_at=_back_at(area, now=now),
        leads=apart is not None and _calls_leads(level, area, now=now, apart=apart),
    )


def _back_at(area: str, *, now: datetime) -> datetime | None:
    """When somebody is down for it by the rota; where that says nothing, when the team's hours begin.
    None within them, or while somebody is down who is not there."""
    if (by_rota := rota.back(_planned_for(area), now=now)) is not None:
        return by_rota.at
    if not rota.hours_have_a_name():
        return None  # hours with nobody's name behind them are no promise
    hours = state(house.hours(), now=now)
    return None if hours.within else hours.until


def _planned_for(area: str) -> list[str] | None:
    """The places of the rota at which somebody looks at this area; None for all of them."""
    if area == HOUSE:
        return None
    return [rota.DESK] if area == APPEALS else _keys(area)


def _keys(area: str) -> list[str]:
    return [place.key for place in places.of_areas([area])]


def _calls_leads(level: Level, area: str, *, now: datetime, apart: Collection[int]) -> bool:
    """Whether nobody else can be called to a report, and somebody who leads can."""
    if level not in CALLED_AT_ONCE or on_call.who_is(area, now=now) - set(apart):
        return False
    return bool(set(leads()) - set(apart))


def kept_in(report: Report) -> Promise:
    """What was said when it was sent, whatever became of the item since."""
    return Promise(report.promised_by, report.promised_back_at, leads=report.leads_called)


def is_staffed(area: str, *, now: datetime, besides: Collection[int] = ()) -> bool:
    """Whether anybody is on duty at one of the area's places; for the house: anywhere."""
    there = duty.standing_by(now=now).exclude(person__in=besides)
    if area != HOUSE:
        there = there.filter(place__in=_keys(area))
    return there.exists()
