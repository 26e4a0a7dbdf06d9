"""Taking one's own data along."""

from django.db import transaction
from django.utils import timezone

from community.accounts import archive
from community.accounts.models import Person
from community.record import write as record


@transaction.atomic
def take_archive(*, person: Person, by: Person | None) -> bytes:
    """The archive of this person, for themselves; `by` nobody: by the operator's command, at their
    wish. That it was made is recorded, what is in it is not."""
    record.write(act="take_archive", by=by.pk if by else None, about=person.pk)
    return archive.archive_of(person, now=timezone.now())
