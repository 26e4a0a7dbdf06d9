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
from community.care.enums import Asked, Came, DecidedBy
from community.care.models import Outcome, ScaleRequest, ShownStep, Suggestion, Tie
from community.care.models.handing import QUESTION_LIMIT, WORDS_LIMIT
from community.care.queries import back as queries
from community.notifications.actions import notify, notify_warmly
from community.refusal import insist
from community.wellbeing.rules import may_say

LONGEST_WISH = timedelta(days=92)


@transaction.atomic
def suggest(*, tie: int, target: str, words: str, by: Person) -> Suggestion:
    """For something that is handed over now, or a small act; sent twice it waits there once. Raises
    Refused, hidden for anything else."""
    held, now = locked_tie(tie, by=by), timezone.now()
    found = queries.targets(held, now=now).get(target)
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    _insist_on_words(words, QUESTION_LIMIT)
    for before in Suggestion.objects.filter(tie=held, target=found.key, end=""):
        if before.words == words.strip():
            return before
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
    before: what the member fills in for themself is not told by it. Where somebody else asked not
    long ago the wish waits for its turn, and whoever asks does not learn of them. Raises Refused."""
    _hold_member_of(tie, by=by)
    held, now = locked_tie(tie, by=by), timezone.now()
    instrument = next((one for one in queries.scales() if one.key == wish.instrument), None)
    insist(None if instrument else rules.NOT_HERE)
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
        asks_from=queries.turn_of(held.person, instrument, now=now),
    )
    if made.asks_from <= now:
        _tell_of_wish(made, now=now)
    return made


def _hold_member_of(tie: int, *, by: Person) -> None:
    """Two who ask the same member at once stand in line: each sees what the other asked for."""
    member = Tie.objects.filter(pk=tie, provider__person=by).values("person")
    Person.objects.select_for_update(no_key=True).filter(pk__in=member).first()


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of talking: by whom, on which day, and when to look again. `who`: somebody who is
    neither of the two."""

    about: str
    came: Came
    decided_by: DecidedBy = DecidedBy.BOTH
    who: str = ""
    decided_on: date | None = None
    words: str = ""
    look_on: date | None = None


@transaction.atomic
def write_outcome(*, tie: int, said: Decided, by: Person) -> Outcome:
    """What was decided, by whom and when. The member reads it, and may say whether it is so. Raises
    Refused."""
    held, today = locked_tie(tie, by=by), timezone.localdate()
    _insist_on_words(said.about, QUESTION_LIMIT)
    insist(may_say(said.words, WORDS_LIMIT))
    is_other = said.decided_by == DecidedBy.OTHER
    if is_other:
        insist(None if said.who.strip() else rules.WHO_DECIDED)
        insist(may_say(said.who, QUESTION_LIMIT))
    decided_on = said.decided_on or today
    insist(rules.NOT_YET if decided_on > today else None)
    made = Outcome.objects.create(
        tie=held,
        about=said.about.strip(),
        came=said.came,
        decided_by=said.decided_by,
        who=said.who.strip() if is_other else "",
        decided_on=decided_on,
        words=said.words.strip(),
        look_on=said.look_on,
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


def _tell_of_wish(wish: ScaleRequest, *, now: datetime) -> None:
    wish.told_at = now
    wish.save(update_fields=["told_at"])
    _tell(wish.tie)


def tell_of_wishes(now: datetime) -> None:
    """The ticker's job: a wish whose turn has come is told, once."""
    due = ScaleRequest.objects.filter(end="", told_at=None, asks_from__lte=now)
    for number in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            rows = due.select_for_update(of=("self",)).select_related("tie__person")
            wish = rows.filter(pk=number).first()
            if wish is not None:
                _tell_of_wish(wish, now=now)


def lapse_wishes(now: datetime) -> None:
    """The ticker's job: a wish past its day is put away by nobody's doing; both read "not this
    time"."""
    past = ScaleRequest.objects.filter(end="", until__lt=timezone.localdate(now))
    past.update(end=Asked.NOT_NOW, settled_at=now)
