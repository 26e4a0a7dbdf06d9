"""Taking one's own data along: asked for, made by the ticker, handed over, forgotten.

It is made a feature at a time, each part kept sealed before the next is begun. A process that dies
leaves the rest to the next one, and no archive keeps the ticker from its other work for long.
"""

import json
import logging
from datetime import datetime, timedelta
from time import monotonic

from django.core.serializers.json import DjangoJSONEncoder
from django.db import Error as DatabaseTrouble
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from community.accounts import archive, archive_ready, own_zone, personal_data
from community.accounts.models import Archive, ArchivePart, Person
from community.accounts.personal_data import Share
from community.record import write as record
from community.refusal import Refused
from community.sealed import ring

log = logging.getLogger(__name__)

KEPT_FOR = timedelta(hours=24)
KEPT_ONCE_TAKEN = timedelta(minutes=10)  # for a line that broke
RETRY = timedelta(minutes=5)
SPAN = 1.0  # seconds at a time; the ticker has more to do


@transaction.atomic
def take_archive(*, person: Person, by: Person | None) -> bytes:
    """The archive of this person made at once, for the operator's command at their wish. That it
    was made is recorded, what is in it is not."""
    record.write(act="take_archive", by=by.pk if by else None, about=person.pk)
    return archive.archive_of(person, now=timezone.now())


@transaction.atomic
def ask_for_archive(*, by: Person, now: datetime | None = None) -> Archive:
    """From now on it is being made. Asking again while it is being made changes nothing; once it is
    ready, a new one takes its place."""
    person = Person.objects.select_for_update().get(pk=by.pk)
    Archive.objects.filter(person=person, ready_at__isnull=False).delete()
    found, is_new = Archive.objects.get_or_create(
        person=person,
        defaults={"asked_at": now or timezone.now(), "of": len(personal_data.shares())},
    )
    if is_new:
        record.write(act="ask_archive", by=person.pk, about=person.pk)
    return found


@transaction.atomic
def forget_archive(*, by: Person) -> None:
    """The person needs it no more: nothing of it is kept."""
    Archive.objects.filter(person=by).delete()


@transaction.atomic
def hand_over(*, by: Person, now: datetime | None = None) -> bytes:
    """The archive itself, for the person alone. From then on it is kept ten minutes more. Raises
    Refused, hidden, where none is ready."""
    now = now or timezone.now()
    found = Archive.objects.select_for_update().filter(person=by, ends_at__gt=now).first()
    if found is None or found.file is None or found.ends_at is None:
        raise Refused(archive.NOT_READY)
    if found.taken_at is None:
        found.taken_at, found.ends_at = now, min(found.ends_at, now + KEPT_ONCE_TAKEN)
        found.save(update_fields=["taken_at", "ends_at"])
        record.write(act="take_archive", by=by.pk, about=by.pk)
    return ring().decrypt(bytes(found.file))


def make_due(now: datetime) -> None:
    """The ticker's job: forgets what is over, and goes on with what was asked for, oldest first."""
    Archive.objects.filter(ends_at__lte=now).delete()
    until = monotonic() + SPAN
    waiting = Archive.objects.filter(Q(again_at=None) | Q(again_at__lte=now), ready_at=None)
    for number in list(waiting.order_by("asked_at", "pk").values_list("pk", flat=True)):
        try:
            while _go_on(number, now):
                if monotonic() >= until:
                    return
        except DatabaseTrouble:
            raise
        except Exception as error:  # what stops one person's archive stops nobody else's
            log.warning("an archive cannot be made: %s", type(error).__name__)
            Archive.objects.filter(pk=number).update(again_at=now + RETRY)


def _go_on(number: int, now: datetime) -> bool:
    """One more part, or the end of it; answers whether there is more to do. What takes long is read
    before anything is locked."""
    mine = Archive.objects.filter(pk=number, ready_at=None).select_related("person")
    found = mine.prefetch_related("parts").first()
    if found is None:
        return False
    parts = {part.feature: part.data for part in found.parts.all()}
    missing = [share for share in personal_data.shares() if share.feature not in parts]
    if missing:
        return _keep_part(found, missing[0], of=len(parts) + len(missing))
    with own_zone.of(found.person):
        whole = {feature: json.loads(data) for feature, data in parts.items()}
        return _finish(number, archive.packed(whole, now=now), now)


@transaction.atomic
def _keep_part(archive: Archive, share: Share, *, of: int) -> bool:
    data = json.dumps(share.export(archive.person), ensure_ascii=False, cls=DjangoJSONEncoder)
    found = Archive.objects.select_for_update().filter(pk=archive.pk, ready_at=None).first()
    if found is None:  # another process was faster, or it is not wanted any more
        return False
    ArchivePart.objects.get_or_create(archive=found, feature=share.feature, defaults={"data": data})
    found.done, found.of = found.parts.count(), of
    found.save(update_fields=["done", "of"])
    return True


@transaction.atomic
def _finish(number: int, packed: bytes, now: datetime) -> bool:
    """Answers no: there is nothing more to do."""
    mine = Archive.objects.select_for_update(of=("self",)).select_related("person")
    found = mine.filter(pk=number, ready_at=None).first()
    if found is not None:
        found.file = ring().encrypt(packed)
        found.ready_at, found.ends_at = now, now + KEPT_FOR
        found.save(update_fields=["file", "ready_at", "ends_at"])
        found.parts.all().delete()
        archive_ready.tell(found.person)
    return False
