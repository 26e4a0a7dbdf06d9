"""What a provider brings back: an idea, a wish for a scale, what came of talking, what they saw in a
step. Each asks anew whether they may still write, with the tie held."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.care import rules
from community.care.actions.answering import locked_tie
from community.care.enums import Asked, Came
from community.care.models import Outcome, ScaleRequest, ShownStep, Suggestion, Tie
from community.care.models.handing import QUESTION_LIMIT, WORDS_LIMIT
from community.care.queries import back as queries
from community.notifications.actions import notify, notify_warmly
from community.refusal import insist
from community.wellbeing import instruments
from community.wellbeing.rules import may_say

LONGEST_WISH = timedelta(days=92)


@transaction.atomic
def suggest(*, tie: int, target: str, words: str, by: Person) -> Suggestion:
    """For something that is handed over now, or a small act. Raises Refused, hidden for anything
    else."""
    held, now = locked_tie(tie, by=by), timezone.now()
    found = queries.targets(held, now=now).get(target)
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    _insist_on_words(words, QUESTION_LIMIT)
    made = Suggestion.objects.create(tie=held, target=found.key, words=words.strip())
    _tell(held)
    return made


@dataclass(frozen=True, slots=True)
class Wish:
    """A scale that is asked for: why, and what will happen with it."""

    instrument: str
    why: str
    then: str
    until: date


@transaction.atomic
def ask_for_scale(*, tie: int, wish: Wish, by: Person) -> ScaleRequest:
    """Once at a time, and no more often than makes sense for the scale, counted from what was asked
    before: what the member fills in for themself is not told by it. Raises Refused."""
    held, now = locked_tie(tie, by=by), timezone.now()
    instrument = instruments.get(wish.instrument)
    insist(None if instrument in queries.scales() else rules.NOT_HERE)
    assert instrument is not None
    for words in (wish.why, wish.then):
        _insist_on_words(words, QUESTION_LIMIT)
    today = timezone.localdate(now)
    insist(None if today <= wish.until <= today + LONGEST_WISH else rules.END_TOO_FAR)
    before = ScaleRequest.objects.filter(tie=held, instrument=instrument.key)
    insist(rules.ASKED_ALREADY if before.filter(end="").exists() else None)
    is_recent = before.filter(at__gt=now - instrument.interval).exists()
    insist(rules.ASKED_LATELY if is_recent else None)
    made = ScaleRequest.objects.create(
        tie=held,
        instrument=instrument.key,
        why=wish.why.strip(),
        then=wish.then.strip(),
        until=wish.until,
    )
    _tell(held)
    return made


@transaction.atomic
def write_outcome(
    *, tie: int, about: str, came: Came, words: str, look_on: date | None, by: Person
) -> Outcome:
    """What was decided, by whom and when. The member reads it, and may say whether it is so. Raises
    Refused."""
    held = locked_tie(tie, by=by)
    _insist_on_words(about, QUESTION_LIMIT)
    insist(may_say(words, WORDS_LIMIT))
    made = Outcome.objects.create(
        tie=held, about=about.strip(), came=came, words=words.strip(), look_on=look_on
    )
    _tell(held)
    return made


@transaction.atomic
def notice(*, tie: int, step: int, saw: str, strength: str, by: Person) -> ShownStep:
    """What was seen in a step, and which strength: once, within 48 hours of the step being shown.
    Raises Refused, hidden afterwards."""
    held, now = locked_tie(tie, by=by), timezone.now()
    found = queries.step_to_notice(held, step, now=now)
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    _insist_on_words(saw, QUESTION_LIMIT)
    insist(may_say(strength, QUESTION_LIMIT))
    found.saw, found.strength, found.noticed_at = saw.strip(), strength.strip(), now
    found.save(update_fields=["saw", "strength", "noticed_at"])
    path = reverse("care:tie", args=[held.pk])
    notify_warmly(person=held.person, beside=by, kind="care_noticed", path=path, now=now)
    return found


def _insist_on_words(words: str, limit: int) -> None:
    insist(None if words.strip() else rules.SAY_IT)
    insist(may_say(words, limit))


def _tell(tie: Tie) -> None:
    notify(person=tie.person, kind="care_back", path=reverse("care:tie", args=[tie.pk]))


def lapse_wishes(now: datetime) -> None:
    """The ticker's job: a wish past its day is put away by nobody's doing; both read "not this
    time"."""
    past = ScaleRequest.objects.filter(end="", until__lt=timezone.localdate(now))
    past.update(end=Asked.NOT_NOW, settled_at=now)
