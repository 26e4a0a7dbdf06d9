"""A good ending, planned from the first meeting: a day, notes for oneself, a letter to the other."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.refusal import insist
from community.safety.hearing import hear
from mentoring import rules
from mentoring.heard import LETTER
from mentoring.models import Pair, Parting


@transaction.atomic
def plan_ending(*, pair: Pair, on: date | None, by: Person) -> Pair:
    """Either of the two says when they mean to end, or that they do not know yet; the other is told.
    Raises Refused, also for a day that has passed."""
    found = _locked(pair)
    insist(rules.may_act(by, found))
    insist(None if on is None or on >= timezone.localdate() else rules.NOT_THERE)
    if found.ends_on != on:
        found.ends_on = on
        found.save(update_fields=["ends_on"])
        notify(person=found.other_than(by), kind="ending_planned", path=_path(found))
    return found


@transaction.atomic
def keep_notes(*, pair: Pair, words: str, by: Person) -> Parting:
    """Notes for oneself, also when the two have stopped. Raises Refused."""
    found = _locked(pair)
    insist(rules.is_one_of_two(by, found))
    mine = _own(found, by)
    mine.notes, mine.changed_at = words, timezone.now()
    mine.save()
    return mine


@transaction.atomic
def write_letter(*, pair: Pair, words: str, by: Person) -> Parting:
    """Keeps the letter; the other does not read it before it is handed over. Raises Refused."""
    found = _locked(pair)
    mine = _own(found, by)
    insist(rules.may_write_letter(by, found, handed=mine.handed_at is not None))
    mine.letter, mine.changed_at = words, timezone.now()
    mine.save()
    return mine


@transaction.atomic
def hand_over(*, pair: Pair, by: Person) -> Parting:
    """From now on the other reads it, and it stays as it is. Raises Refused."""
    found = _locked(pair)
    mine = _own(found, by)
    insist(rules.may_write_letter(by, found, handed=mine.handed_at is not None))
    insist(None if mine.letter.strip() else rules.NO_LETTER)
    mine.handed_at = timezone.now()
    mine.save()
    hear(mine.letter, subject_kind=LETTER, subject_id=mine.pk, about=by.pk)
    notify(person=found.other_than(by), kind="letter_handed_over", path=_path(found))
    return mine


def _locked(pair: Pair) -> Pair:
    locked = Pair.objects.select_for_update(of=("self",)).filter(pk=pair.pk)
    found = locked.select_related("mentor__person", "request__person").first()
    insist(rules.NOT_THERE if found is None else None)
    assert found is not None
    return found


def _own(pair: Pair, by: Person) -> Parting:
    return Parting.objects.filter(pair=pair, person=by).first() or Parting(pair=pair, person=by)


def _path(pair: Pair) -> str:
    return f"/mentoring/pairs/{pair.pk}/ending/"
