"""Who waits for a mentor while nobody fits any more: the team hears it once, and once more when the
time it named has come and gone."""

from datetime import datetime

from django.db import transaction

from community.accounts.enums import Standing
from community.notifications.models import Notification
from mentoring.actions.telling import tell_coordinators, where_it_waits
from mentoring.enums import RequestState
from mentoring.models import Request
from mentoring.queries.matching import those_nobody_fits
from mentoring.queries.own import LOOK_WITHIN


def look_after_waiting(now: datetime) -> None:
    """The ticker's job: the last mentor who fitted may have gone since the member wrote."""
    choosing = Request.objects.filter(
        state=RequestState.OPEN, then=[], person__standing=Standing.ACTIVE
    )
    waiting = list(choosing.select_related("person").order_by("pk"))
    for number in sorted(those_nobody_fits(waiting)):
        _tell(number, now)


@transaction.atomic
def _tell(number: int, now: datetime) -> None:
    """Once for as long as the request stands as it stands, however many processes look."""
    found = Request.objects.select_for_update().filter(pk=number, state=RequestState.OPEN).first()
    if found is None:
        return
    is_late = found.changed_at + LOOK_WITHIN <= now
    kind, path = "request_late" if is_late else "request_needs_you", where_it_waits(found)
    if not Notification.objects.filter(kind=kind, path=path, at__gte=found.changed_at).exists():
        tell_coordinators(kind, path=path)
