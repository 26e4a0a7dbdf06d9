"""What may truthfully be promised: a time only while somebody is on duty, else when we are back."""

from dataclasses import dataclass
from datetime import datetime

from community.house import queries as house
from community.house.hours import state
from community.safety import duty, places
from community.safety.clocks import decided_within
from community.safety.enums import Level
from community.safety.subjects import HOUSE


@dataclass(frozen=True, slots=True)
class Promise:
    """`by`: somebody is here and looks until then. Otherwise `back_at`: when the team's hours begin
    again; both empty: it is within the hours, and nobody is at the desk at this moment."""

    by: datetime | None = None
    back_at: datetime | None = None

    def is_past(self, *, now: datetime) -> bool:
        """Whether what was said has come and gone."""
        said = self.by or self.back_at
        return said is not None and said <= now


def promise(*, level: Level, area: str, now: datetime) -> Promise:
    """The promise for something of this level in this area that comes in now."""
    if is_staffed(area, now=now):
        return Promise(by=now + decided_within(level))
    hours = state(house.hours(), now=now)
    return Promise(back_at=None if hours.within else hours.until)


def is_staffed(area: str, *, now: datetime) -> bool:
    """Whether anybody is on duty at one of the area's places; for the house: anywhere."""
    if area == HOUSE:
        return duty.standing_by(now=now).exists()
    return bool(duty.staffed_places([p.key for p in places.of_areas([area])], now=now))
