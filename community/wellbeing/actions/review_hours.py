"""The rota of reviewers, packs the operator switches on, and scales they complete."""

from collections.abc import Mapping, Sequence
from datetime import time

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from community.accounts.models import Person
from community.record import write as record
from community.refusal import Refused, insist
from community.wellbeing import rules
from community.wellbeing.instruments import Instrument, Wording
from community.wellbeing.models import Completed, Pack, ReviewHours


@transaction.atomic
def set_hours(*, hours: Mapping[int, tuple[time, time]], by: Person) -> None:
    """When this reviewer looks, by day of the week, in place of what stood there; over midnight where
    hours end before they begin. Raises Refused, hidden for everybody but reviewers."""
    insist(rules.may_review(by))
    insist(rules.NO_HOURS if any(start == end for start, end in hours.values()) else None)
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


@transaction.atomic
def complete(
    *, instrument: Instrument, stem: str, items: Sequence[str], permission: str, by: Person
) -> Completed:
    """The words of a scale that are not ours to give out, from now on offered to members. Other words
    than before are a new version. Raises Refused: hidden for everybody but the operator, in words
    where one is missing."""
    insist(rules.may_set_packs(by))
    insist(None if instrument.wording == Wording.MISSING else rules.NOT_HERE)
    said = [words.strip() for words in items]
    is_whole = len(said) == len(instrument.items) and all(said) and permission.strip()
    insist(None if is_whole else rules.SAY_SOMETHING)
    words, now = (stem.strip(), said), timezone.now()
    versions = Completed.objects.select_for_update().filter(instrument=instrument.key)
    found = versions.filter(ended_at=None).first()
    if found is None or (found.stem, found.items) != words:
        versions.filter(ended_at=None).update(ended_at=now)
        last = versions.aggregate(last=Max("version"))["last"] or 0
        found = Completed(instrument=instrument.key, version=last + 1, at=now)
        found.stem, found.items = words
    found.permission, found.by = permission.strip(), by
    try:
        with transaction.atomic():
            found.save()
    except IntegrityError as error:  # somebody else was faster
        raise Refused(rules.MEANWHILE) from error
    record.write(act="complete_scale", by=by.pk, subject=f"pack:{instrument.key}")
    return found


@transaction.atomic
def take_words_out(*, instrument: Instrument, by: Person) -> None:
    """Offered to nobody from now on, and no word of any version is kept; what was answered stays with
    who answered, by number. Raises Refused."""
    insist(rules.may_set_packs(by))
    versions = Completed.objects.filter(instrument=instrument.key)
    versions.filter(ended_at=None).update(ended_at=timezone.now())
    versions.update(stem="", items=[])
    record.write(act="take_scale_out", by=by.pk, subject=f"pack:{instrument.key}")


def _insist_on_pack(instrument: Instrument, by: Person) -> None:
    insist(rules.may_set_packs(by))
    insist(None if instrument.wording == Wording.PACK else rules.NOT_HERE)
