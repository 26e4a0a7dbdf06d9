"""What may truthfully be promised: a time only while somebody is on duty, else when we are back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from community.house import queries as house
from community.house.hours import state
from community.safety import duty, on_call, places
from community.safety.clocks import CALLED_AT_ONCE, decided_within
from community.safety.enums import Level
from community.safety.models import Report
from community.safety.subjects import HOUSE
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
    hours = state(house.hours(), now=now)
    return Promise(
        back_at=None if hours.within else hours.until,
        leads=apart is not None and _calls_leads(level, area, now=now, apart=apart),
    )


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
        there = there.filter(place__in=[p.key for p in places.of_areas([area])])
    return there.exists()
