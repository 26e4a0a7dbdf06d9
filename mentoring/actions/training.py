"""What a mentor has learned is verified, and renewed each year."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from mentoring import rules
from mentoring.actions.renewing import settle_notices
from mentoring.enums import Competency
from mentoring.models import Mentor, Training

YEAR = timedelta(days=365)


@transaction.atomic
def verify_training(*, mentor: Mentor, group: str, by: Person) -> Training:
    """Somebody who runs mentoring has seen that the mentor knows it; good for a year from today. On
    the record. Raises Refused, also for oneself."""
    insist(rules.may_verify(by, mentor))
    insist(None if group in Competency.values else rules.NOT_THERE)
    today = timezone.localdate()
    made, _new = Training.objects.update_or_create(
        mentor=mentor,
        group=group,
        defaults={"verified_by": by, "verified_on": today, "renew_by": today + YEAR},
    )
    record.write(
        act="verify_training",
        by=by.pk,
        about=mentor.person_id,
        subject=f"mentor:{mentor.pk}",
        data={"group": group},
    )
    settle_notices(mentor, today=today)
    return made
