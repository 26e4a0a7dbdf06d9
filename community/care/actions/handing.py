"""Handing over, piece by piece, as it is this moment; and taking a piece back at once."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.care import rules
from community.care.actions.hearing import PIECE, QUESTION, hear
from community.care.enums import Asked, Kind
from community.care.models import Card, Piece, Question, ScaleRequest, ShownStep, Tie
from community.care.models.handing import QUESTION_LIMIT, WORDS_LIMIT, Handed
from community.care.queries import choosing
from community.care.queries.back import answers_wish
from community.care.queries.choosing import LONGEST, Wanted
from community.notifications.actions import notify
from community.refusal import insist
from community.wellbeing.rules import may_say

MOST_QUESTIONS = 12


@transaction.atomic
def write_card(*, spoken: str, about: str, not_about: str, by: Person) -> Card:
    """What helps in talking with me. What was handed over stays as it was. Raises Refused."""
    insist(rules.may_bring(by))
    for words in (spoken, about, not_about):
        insist(may_say(words, WORDS_LIMIT))
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    said = {"spoken": spoken.strip(), "about": about.strip(), "not_about": not_about.strip()}
    said_now = {**said, "changed_at": timezone.now()}
    return Card.objects.update_or_create(person=by, defaults=said_now)[0]


@transaction.atomic
def hand_over(
    *, tie: int, wanted: Wanted, seen: str, by: Person, now: datetime | None = None
) -> None:
    """Hands over what was chosen, as it was seen a moment ago; a piece handed over before gives way
    to the new one, and a question that waits is not asked twice. Raises Refused: where the tie is over, where what was seen has changed, for an
    end that is too far."""
    now = now or timezone.now()
    insist(rules.may_bring(by))
    found = Tie.objects.select_for_update(of=("self",)).filter(pk=tie, person=by).first()
    insist(rules.may_hand_over(found, today=timezone.localdate(now)))
    assert found is not None
    insist(None if now < wanted.until <= now + LONGEST else rules.END_TOO_FAR)
    is_past = wanted.due is not None and wanted.due < timezone.localdate(now)
    insist(rules.DAY_IS_OVER if is_past else None)
    insist(may_say(wanted.since, WORDS_LIMIT))
    insist(None if len(wanted.questions) <= MOST_QUESTIONS else rules.TOO_MANY)
    for words in wanted.questions:
        insist(may_say(words, QUESTION_LIMIT))
    drafts = choosing.drafts(by, wanted)
    insist(None if drafts or wanted.questions else rules.CHOOSE)
    insist(None if choosing.digest(drafts) == seen else rules.CHANGED)
    again = [draft.key for draft in drafts]
    before = Piece.objects.filter(tie=found, key__in=again, ended_at=None)
    before.update(ended_at=now, content="")
    for draft in drafts:
        piece = Piece(tie=found, kind=draft.kind, key=draft.key, handed_at=now, until=wanted.until)
        piece.content = draft.packed
        piece.save()
        words = choosing.words_of(draft.kind, draft.said)
        hear(words, subject_kind=PIECE, subject_id=piece.pk, about=by.pk)
        if draft.kind == Kind.ANSWERS:
            keys = answers_wish(draft.said["instrument"])
            wished = ScaleRequest.objects.filter(tie=found, instrument__in=keys)
            wished.filter(end="").update(end=Asked.GIVEN, settled_at=now)
    due = choosing.due_of(by, wanted, now=now)
    there = choosing.waiting(found, now=now)
    for words in (one for one in wanted.questions if one not in there):
        asked = Question.objects.create(
            tie=found, words=words, due=due, handed_at=now, until=wanted.until
        )
        hear(words, subject_kind=QUESTION, subject_id=asked.pk, about=by.pk)
    assert found.provider.person is not None
    path = reverse("care:person", args=[found.pk])
    notify(person=found.provider.person, kind="care_handed", path=path)


@transaction.atomic
def take_piece_back(*, piece: int, by: Person) -> None:
    """From now on it is read by nobody, and no word of it is kept; the provider is not told."""
    mine = Piece.objects.filter(pk=piece, tie__person=by, ended_at=None)
    for found in mine.select_for_update(of=("self",)):
        found.ended_at, found.content = timezone.now(), ""
        found.save(update_fields=["ended_at", "content"])


@transaction.atomic
def take_question_back(*, question: int, by: Person) -> None:
    """The provider reads it no more; with what came back it stays with the member."""
    mine = Question.objects.filter(pk=question, tie__person=by, ended_at=None)
    for found in mine.select_for_update(of=("self",)):
        found.ended_at = timezone.now()
        found.save(update_fields=["ended_at"])


@transaction.atomic
def take_step_back(*, step: int, by: Person) -> None:
    """The same for a step that was shown: what was seen in it stays with the member."""
    mine = ShownStep.objects.filter(pk=step, tie__person=by, ended_at=None)
    for found in mine.select_for_update(of=("self",)):
        found.ended_at = timezone.now()
        found.save(update_fields=["ended_at"])


@transaction.atomic
def look(*, tie: Tie, now: datetime) -> None:
    """The provider opens the page on which all but sheets can be read: both sides read when that
    was the first time."""
    for model in (Piece, Question, ShownStep):
        new = model.objects.filter(tie=tie, opened_at=None, ended_at=None, until__gt=now)
        new.update(opened_at=now)


@transaction.atomic
def look_at(*handed: Handed, now: datetime) -> None:
    """The same for what is read on a page of its own, such as a sheet, or quoted on another one."""
    for one in handed:
        new = type(one)._default_manager.filter(pk=one.pk, opened_at=None, ended_at=None)
        new.filter(until__gt=now).update(opened_at=now)
