"""Writing down that somebody read what was shown to them, for whoever it belongs to."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.looks import SAME_LOOK
from community.accounts.models import Person
from community.record import write as record
from community.record.models import Entry
from community.wellbeing import looks
from community.wellbeing.models import Noticing


@transaction.atomic
def note_step_read(*, asked: Noticing, by: Person) -> None:
    """Somebody asked to notice a step opened it and its goal."""
    _note(looks.READ_STEP, about=asked.step.goal.person_id, subject=f"step:{asked.step_id}", by=by)


@transaction.atomic
def note_went_read(*, person: int, by: Person) -> None:
    """Whoever treats somebody opened how appointments went, where something is told to them."""
    _note(looks.READ_WENT, about=person, subject="went", by=by)


def _note(act: str, *, about: int, subject: str, by: Person, now: datetime | None = None) -> None:
    """Once an hour for each reader, however often a page asks anew."""
    since = (now or timezone.now()) - SAME_LOOK
    same = Entry.objects.filter(about=about, act=act, by=by.pk, subject=subject, at__gt=since)
    if not same.exists():
        record.write(act=act, by=by.pk, about=about, subject=subject)
