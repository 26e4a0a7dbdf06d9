"""What a mentor has learned runs out: they hear of it a month before, and when it has, with who runs
mentoring. Until somebody has seen it again nobody new is led to them (`queries.training.has_lapsed`)."""

from datetime import date, datetime, time

from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.notifications.actions import notify, withdraw, withdraw_from_all
from community.notifications.models import Notification
from mentoring.actions.telling import RUN
from mentoring.enums import AT_WORK
from mentoring.models import Mentor, Training
from mentoring.queries.people import coordinators
from mentoring.queries.training import SOON, lapsed

MINE = "/mentoring/mine/"


def look_after_training(now: datetime) -> None:
    """The ticker's job. Each is told once for what came into its month, and once for what ran out,
    however many processes look."""
    today = timezone.localdate(now)
    due = Training.objects.filter(renew_by__lte=today + SOON, mentor__state__in=AT_WORK)
    due = due.filter(mentor__person__standing=Standing.ACTIVE).select_related("mentor__person")
    for one in due.order_by("renew_by", "pk"):
        mentor, person = one.mentor, one.mentor.person
        if not one.is_due(today=today):
            _tell(person, "training_soon", MINE, since=one.renew_by - SOON)
            continue
        _tell(person, "training_over", MINE, since=one.renew_by)
        for other in coordinators(besides=[person.pk]):
            _tell(other, "training_to_see", _seen_at(mentor), since=one.renew_by)


def settle_notices(mentor: Mentor, *, today: date) -> None:
    """Something was seen again: no notice says what is not so any more. Called inside the transaction
    of that act."""
    over, soon = ["training_over"], ["training_soon"]
    if not lapsed(mentor, today=today):
        withdraw(person=mentor.person_id, path=MINE, kinds=over, also_read=True)
        withdraw_from_all(path=_seen_at(mentor))
    if not mentor.trainings.filter(renew_by__lte=today + SOON).exists():
        withdraw(person=mentor.person_id, path=MINE, kinds=soon, also_read=True)


def _seen_at(mentor: Mentor) -> str:
    return f"{RUN}mentors/{mentor.pk}/"


def _tell(person: Person, kind: str, path: str, *, since: date) -> None:
    begins = timezone.make_aware(datetime.combine(since, time.min))
    told = Notification.objects.filter(person=person, kind=kind, path=path, at__gte=begins)
    if not told.exists():
        notify(person=person, kind=kind, path=path)
