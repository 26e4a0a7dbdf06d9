"""The sealed note "if I am in danger, this is who or where"."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.refusal import insist
from community.safety import rules
from community.safety.models import DangerNote


@transaction.atomic
def keep(*, words: str, by: Person, now: datetime | None = None) -> None:
    """Keeps it, sealed; nothing written takes it away. Not on the record: it is their own. Raises
    Refused for more than fits."""
    if not words.strip():
        DangerNote.objects.filter(person=by).delete()
        return
    insist(rules.may_say(words))
    DangerNote.objects.update_or_create(
        person=by, defaults={"words": words.strip(), "at": now or timezone.now()}
    )
