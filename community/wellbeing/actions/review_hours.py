"""The rota of reviewers, and packs the operator switches on."""

from collections.abc import Mapping
from datetime import time

from django.db import transaction

from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from community.wellbeing import rules
from community.wellbeing.instruments import Instrument, Wording
from community.wellbeing.models import Pack, ReviewHours


@transaction.atomic
def set_hours(*, hours: Mapping[int, tuple[time, time]], by: Person) -> None:
    """When this reviewer looks, by day of the week, in place of what stood there. Raises Refused,
    hidden for everybody but reviewers."""
    insist(rules.may_review(by))
    insist(rules.HOURS_TURNED if any(start >= end for start, end in hours.values()) else None)
    ReviewHours.objects.filter(person=by).delete()
    ReviewHours.objects.bulk_create(
        ReviewHours(person=by, weekday=day, starts=start, ends=end)
        for day, (start, end) in sorted(hours.items())
    )
    record.write(act="set_review_hours", by=by.pk, about=by.pk)


@transaction.atomic
def switch_pack_on(*, instrument: Instrument, by: Person) -> None:
    """The operator has read the licence. Raises Refused."""
    _insist_on_pack(instrument, by)
    Pack.objects.get_or_create(instrument=instrument.key, defaults={"by": by})
    record.write(act="switch_pack_on", by=by.pk, subject=f"pack:{instrument.key}")


@transaction.atomic
def switch_pack_off(*, instrument: Instrument, by: Person) -> None:
    """Offered to nobody from now on; what was answered stays with who answered. Raises Refused."""
    _insist_on_pack(instrument, by)
    Pack.objects.filter(instrument=instrument.key).delete()
    record.write(act="switch_pack_off", by=by.pk, subject=f"pack:{instrument.key}")


def _insist_on_pack(instrument: Instrument, by: Person) -> None:
    insist(rules.may_set_packs(by))
    insist(None if instrument.wording == Wording.PACK else rules.NOT_HERE)
