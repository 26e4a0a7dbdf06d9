"""What a person does with words from the team: reads them, answers them."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.refusal import insist
from community.safety import rules
from community.safety.enums import ABOUT_CARE, UNFINISHED, ItemKind, Level
from community.safety.intake import put_on_desk
from community.safety.models import Item, Letter
from community.safety.reading import read, sooner
from community.safety.subjects import HOUSE
from community.safety.tell import tell_item


@transaction.atomic
def open_letter(*, letter: int, by: Person, now: datetime | None = None) -> Letter:
    """The person opens a letter: only then the desk says "read". Raises Refused, hidden, for a
    letter to somebody else."""
    found = _mine(letter, by=by)
    if found.read_at is None:
        found.read_at = now or timezone.now()
        found.save(update_fields=["read_at"])
        if found.item is not None:
            tell_item(found.item)
    return found


@transaction.atomic
def answer_letter(*, letter: int, words: str, by: Person, now: datetime | None = None) -> Letter:
    """Answers once; the team gets it with a clock. Raises Refused: hidden for somebody else's
    letter, in words where it was answered or is empty."""
    now = now or timezone.now()
    found = _mine(letter, by=by)
    insist(rules.LETTER_ANSWERED if found.replied_at else None)
    insist(rules.may_say(words))
    found.reply, found.replied_at = words.strip(), now
    found.read_at = found.read_at or now
    found.save()
    reading = read(words, at_least=_urgency(found))
    put_on_desk(
        kind=ItemKind.REPLY,
        level=reading.level,
        area=found.item.area if found.item else HOUSE,
        subject_kind="letter",
        subject_id=str(found.pk),
        about=by.pk,
        signals=reading.codes,
        at=now,
    )
    return found


def _urgency(letter: Letter) -> Level:
    """An answer hurries as much as what is still open about the person where the letter came from:
    a plain "no" may be the worst of answers, and no program hears it."""
    level = Level.TODAY
    if letter.item is not None:
        open_there = Item.objects.filter(
            about=letter.person, area=letter.item.area, kind__in=ABOUT_CARE, state__in=UNFINISHED
        )
        for found in open_there.values_list("level", flat=True):
            level = sooner(level, Level(found))
    return level


def _mine(letter: int, *, by: Person) -> Letter:
    found = Letter.objects.select_for_update().filter(pk=letter, person=by).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found
