"""When nobody from the team was there: what the desk says truthfully at the start of a shift."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max, Min, Q, QuerySet

from community.safety import duty, places
from community.safety.models import Duty
from community.safety.rules import Reach

WORTH_SAYING = timedelta(minutes=15)
SAID_FOR = timedelta(hours=2)  # after somebody came back
_TOUCHES = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Away:
    """Nobody was here from then until then; `until` is empty while nobody is."""

    since: datetime
    until: datetime | None = None


def nobody_was_here(reach: Reach, *, now: datetime) -> Away | None:
    """The newest gap in duty over everything this reach covers, while it is worth saying. A few
    small queries, and none counts or names anybody."""
    leases = _leases(reach)
    back = _back_since(leases, now=now)
    if back is not None and now - back > SAID_FOR:
        return None
    until = back or now
    left: datetime | None = leases.filter(_ended_by(until)).aggregate(at=Max("ended_at"))["at"]
    if left is None or until - left < WORTH_SAYING:
        return None
    return Away(left, back)


def _leases(reach: Reach) -> QuerySet[Duty]:
    leases = Duty.objects.all()
    if reach.everywhere:
        return leases
    return leases.filter(place__in=[place.key for place in places.of_areas(sorted(reach.areas))])


def _ended_by(moment: datetime) -> Q:
    return Q(ended_at__isnull=False, ended_at__lte=moment)


def _back_since(leases: QuerySet[Duty], *, now: datetime) -> datetime | None:
    """Since when somebody has been here without a gap; None while nobody is."""
    running = duty.standing_by(now=now).filter(pk__in=leases.values("pk"))
    since: datetime | None = running.aggregate(at=Min("began_at"))["at"]
    while since is not None:
        before = leases.filter(began_at__lt=since, ended_at__gte=since - _TOUCHES)
        earlier: datetime | None = before.aggregate(at=Min("began_at"))["at"]
        if earlier is None:
            return since
        since = earlier
    return None
