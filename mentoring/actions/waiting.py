"""Who waits for a mentor while nobody fits any more: the team hears it once, and once more when the
time it named has come and gone. And a mentor who was asked, a day before the answer is due."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from community.accounts.enums import Standing
from community.notifications.actions import notify
from community.notifications.models import Notification
from community.notifications.resting import rests_until
from mentoring.actions.telling import path_of, tell_coordinators, where_it_waits
from mentoring.enums import OfferState, RequestState
from mentoring.models import Offer, Request
from mentoring.queries.matching import those_nobody_fits
from mentoring.queries.own import LOOK_WITHIN

LAST_DAY = timedelta(days=1)


def remind_asked(now: datetime) -> None:
    """The ticker's job: a mentor who has a day left to answer hears so once, inside hours that are theirs,
    or at once where none of theirs comes before it ends: they may have changed them. Not on a break: then
    whoever asked chooses again in good time."""
    soon = Offer.objects.filter(
        state=OfferState.WAITING, answer_by__gt=now, answer_by__lte=now + LAST_DAY
    )
    for offer in soon.select_related("mentor__person").order_by("pk"):
        mentor, path = offer.mentor, path_of(offer)
        until = rests_until(mentor.person_id)
        if until is not None and until >= timezone.localdate(now):
            continue
        if not mentor.has_time(now) and mentor.has_time_until(now, offer.answer_by):
            continue
        if not Notification.objects.filter(kind="answer_waits", path=path).exists():
            notify(person=mentor.person, kind="answer_waits", path=path)


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
