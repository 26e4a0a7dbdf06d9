"""When supervision is: once a month, for every mentor."""

from datetime import time

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from mentoring import rules
from mentoring.models import Supervision


@transaction.atomic
def set_supervision(
    *, week: int, weekday: int, at: time, minutes: int, place: str, by: Person
) -> Supervision:
    """From now on mentors meet whoever supervises them then. On the record. Raises Refused."""
    insist(rules.may_run(by))
    said = {"week": week, "weekday": weekday, "at": at, "minutes": minutes, "place": place}
    found, _made = Supervision.objects.update_or_create(
        pk=1, defaults={**said, "since": timezone.localdate(), "changed_by": by}
    )
    data = {**said, "at": at.isoformat("minutes")}
    record.write(act="set_supervision", by=by.pk, subject="supervision:1", data=data)
    return found
