"""What a wellbeing reviewer is told, and does. Nothing here is done by a program but telling: a
person decides, and a zero, a silence or a finished form closes nothing."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.looks import SAME_LOOK
from community.accounts.models import Person
from community.notifications.actions import notify, withdraw_from_all
from community.record import write as record
from community.record.models import Entry
from community.refusal import insist
from community.safety.hearing import needs_help
from community.wellbeing import looks, rules
from community.wellbeing.actions.concern_telling import LOOKED_AGAIN, due, give_back, tell
from community.wellbeing.enums import ConcernState, Outcome, Sooner
from community.wellbeing.instruments import Risk
from community.wellbeing.models import Concern, ConcernLine, RiskAnswer
from community.wellbeing.queries import rota
from community.wellbeing.queries.concerns import came_last

SAME_ANSWER = timedelta(minutes=10)  # the same page sent twice is one answer
WORDS_LIMIT = 4000


def hear_answer(*, risk: Risk, value: int | None, by: Person, now: datetime) -> None:
    """One answer to question 9, inside the transaction that keeps it. More than "not at all" opens
    a concern or joins the open one: the higher hurry and the earlier promise win. Anything else is
    laid beside an open one, with its time, and takes nothing back."""
    is_heard = value is not None and value >= risk.at_least
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)  # one open concern a person
    concern = Concern.objects.select_for_update().filter(person=by, closed_at=None).first()
    if not is_heard:
        if concern is not None:
            _lay_beside(concern, value, by=by, now=now)
        return
    assert value is not None
    sooner = Sooner.SOON if value >= risk.sooner_at else Sooner.TODAY
    if concern is None:
        by_when = due(by, sooner, now=now)
        concern = Concern.objects.create(
            person=by, sooner=sooner, opened_at=now, promised_at=by_when
        )
    if not _lay_beside(concern, value, by=by, now=now):
        return
    if concern.state == ConcernState.TAKEN:
        _wait_anew(concern, sooner, now=now)
    elif sooner == Sooner.SOON:
        _hurry(concern, now=now)
    tell(concern, now=now)


def _hurry(concern: Concern, *, now: datetime) -> None:
    """It is looked at sooner than it was promised until now."""
    if concern.sooner == Sooner.SOON:
        return
    concern.sooner, concern.late_told_at, concern.late_raised_at = Sooner.SOON, None, None
    by_when = due(concern.person, Sooner.SOON, now=now)
    concern.promised_at = min(concern.promised_at, by_when)
    concern.save(update_fields=["sooner", "promised_at", "late_told_at", "late_raised_at"])


def _wait_anew(concern: Concern, sooner: Sooner, *, now: datetime) -> None:
    """What came after somebody had taken it waits like anything new: with a promise of its own, and
    for everybody who is there. Whoever had it may still write, and takes it again with one press."""
    if concern.sooner != Sooner.SOON:
        concern.sooner = sooner
    concern.state = ConcernState.OPEN
    concern.promised_at = due(concern.person, Sooner(concern.sooner), now=now)
    concern.look_again_at = concern.late_told_at = concern.late_raised_at = None
    concern.save()


def _lay_beside(concern: Concern, value: int | None, *, by: Person, now: datetime) -> bool:
    last = concern.answers.last()
    if last is not None and last.value == value and last.at > now - SAME_ANSWER:
        return False
    answer = RiskAnswer(person=by, concern=concern, at=now)
    answer.value = value
    answer.save()
    return True


@transaction.atomic
def ask_for_words(*, by: Person, now: datetime | None = None) -> None:
    """ "Please write to me": the person asks whoever reads it for words."""
    now = now or timezone.now()
    concern = Concern.objects.select_for_update().filter(person=by, closed_at=None).first()
    insist(None if concern else rules.NOT_HERE)
    assert concern is not None
    if concern.asks_for_words_at is None:
        concern.asks_for_words_at = now
        concern.save(update_fields=["asks_for_words_at"])
        if concern.state == ConcernState.TAKEN:
            _wait_anew(concern, Sooner(concern.sooner), now=now)
        tell(concern, now=now)


@transaction.atomic
def note_that_read(*, concern: Concern, by: Person, now: datetime | None = None) -> None:
    """A reviewer opened it: the person can read that, once an hour for each reviewer, and anew where
    something came since."""
    since = max((now or timezone.now()) - SAME_LOOK, came_last(concern))
    mine = Entry.objects.filter(about=concern.person_id, act=looks.READ, by=by.pk, at__gt=since)
    if not mine.exists():
        _record(looks.READ, concern, by=by)


@transaction.atomic
def note_that_listed(*, concerns: Iterable[Concern], by: Person) -> None:
    """A reviewer read in their list that these people wait: each can read that, once an hour for
    each reviewer. Two queries for any number."""
    listed = {one.person_id: _subject(one) for one in concerns}
    recent = Entry.objects.filter(about__in=listed, at__gt=timezone.now() - SAME_LOOK)
    noted = set(recent.filter(act=looks.LISTED, by=by.pk).values_list("about", flat=True))
    fresh = [(person, what) for person, what in listed.items() if person not in noted]
    if fresh:
        record.write_many(act=looks.LISTED, by=by.pk, about=fresh)


@transaction.atomic
def take(*, concern: int, by: Person, now: datetime | None = None) -> Concern:
    """ "I look at this." Raises Refused, hidden for everybody but reviewers."""
    found = _locked(concern)
    insist(rules.may_take(by, found))
    if found.state != ConcernState.TAKEN or found.taken_by_id != by.pk:
        found.state, found.taken_by = ConcernState.TAKEN, by
        found.taken_at = now or timezone.now()
        found.look_again_at = found.taken_at + LOOKED_AGAIN
        found.save(update_fields=["state", "taken_by", "taken_at", "look_again_at"])
        _record("take_concern", found, by=by)
    return found


@transaction.atomic
def look_on(*, concern: int, by: Person, now: datetime | None = None) -> Concern:
    """ "I looked again, and go on with it": the day begins anew. Raises Refused."""
    found = _locked(concern)
    insist(rules.may_act_on(by, found))
    _wind(found, now=now or timezone.now())
    _record("look_on_concern", found, by=by)
    return found


def _wind(concern: Concern, *, now: datetime) -> None:
    """Something was done by whoever has it: they look again within a day, or it goes back."""
    if concern.state == ConcernState.TAKEN:
        concern.look_again_at = now + LOOKED_AGAIN
        concern.save(update_fields=["look_again_at"])


@transaction.atomic
def write(*, concern: int, words: str, by: Person, now: datetime | None = None) -> ConcernLine:
    """Words to the person, who is told without any. Raises Refused."""
    found = _locked(concern)
    insist(rules.may_act_on(by, found))
    insist(rules.may_say(words, WORDS_LIMIT))
    insist(None if words.strip() else rules.SAY_SOMETHING)
    now = now or timezone.now()
    line = ConcernLine.objects.create(
        concern=found, by=by, is_from_team=True, words=words.strip(), at=now
    )
    _wind(found, now=now)
    path = reverse("wellbeing:review-words", args=[found.pk])
    notify(person=found.person, kind="review_words", path=path)
    _record("write_about_concern", found, by=by)
    return line


@transaction.atomic
def close(*, concern: int, outcome: Outcome, by: Person, now: datetime | None = None) -> Concern:
    """A reviewer says what became of it. Raises Refused."""
    found = _locked(concern)
    insist(rules.may_act_on(by, found))
    found.state, found.outcome = ConcernState.CLOSED, outcome
    found.closed_at, found.look_again_at = now or timezone.now(), None
    found.save(update_fields=["state", "outcome", "closed_at", "look_again_at"])
    _record("close_concern", found, by=by, reason=outcome.value)
    return found


@transaction.atomic
def answer_words(*, concern: int, words: str, by: Person, now: datetime | None = None) -> None:
    """The person answers; what was closed waits for a reviewer again. Words that sound as if a life is in
    danger hurry it, and slow nothing. Raises Refused, hidden for everybody else."""
    now = now or timezone.now()
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    found = Concern.objects.select_for_update().filter(pk=concern, person=by).first()
    insist(None if found else rules.NOT_HERE)
    insist(rules.may_say(words, WORDS_LIMIT))
    insist(None if words.strip() else rules.SAY_SOMETHING)
    assert found is not None
    if found.state == ConcernState.CLOSED:
        other = Concern.objects.select_for_update().filter(person=by, closed_at=None).first()
        found = other or _reopened(found, by=by, now=now)
    sooner = Sooner.SOON if needs_help(words) else Sooner.TODAY
    if found.state == ConcernState.TAKEN:
        _wait_anew(found, sooner, now=now)
    elif sooner == Sooner.SOON:
        _hurry(found, now=now)
    ConcernLine.objects.create(
        concern=found, by=by, is_from_team=False, words=words.strip(), at=now
    )
    tell(found, now=now)


def _reopened(concern: Concern, *, by: Person, now: datetime) -> Concern:
    concern.state = ConcernState.OPEN
    concern.taken_by = concern.taken_at = concern.closed_at = None
    concern.late_told_at = concern.late_raised_at = None
    concern.outcome = ""
    concern.promised_at = due(by, Sooner(concern.sooner), now=now)
    concern.save()
    return concern


@transaction.atomic
def open_words(*, concern: int, by: Person, now: datetime | None = None) -> Concern:
    """The person reads what was written to them; only then it says so. Raises Refused, hidden for
    everybody else."""
    found = Concern.objects.filter(pk=concern, person=by).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    found.lines.filter(is_from_team=True, read_at=None).update(read_at=now or timezone.now())
    return found


def let_go(person: Person, by: Person | None) -> None:
    """Whoever looks at such answers no more leaves what they had to the others, who are told at
    once. The promise stays: what is late by now is late."""
    now = timezone.now()
    theirs = Concern.objects.select_for_update().filter(taken_by=person, closed_at=None)
    for concern in theirs.order_by("pk"):
        give_back(concern, now=now)


def say_goodbye(person: Person) -> None:
    """Everything of this person is removed: nothing leads to what waited any more, and whoever looks
    now, whoever had it and those who lead hear that somebody has left. No name, no answer."""
    waiting = Concern.objects.select_for_update().filter(person=person, closed_at=None).first()
    for number in Concern.objects.filter(person=person).values_list("pk", flat=True):
        withdraw_from_all(path=reverse("wellbeing:concern", args=[number]))
    if waiting is None:
        return
    there = rota.on_now(now=timezone.now(), about=person.pk)
    had = [one for one in rota.reviewers(about=person.pk) if one.pk == waiting.taken_by_id]
    for one in {*there, *had}:
        notify(person=one, kind="review_left", path=reverse("wellbeing:reviewing"))
    for one in rota.who_lead(besides=person.pk):
        notify(person=one, kind="review_left", path=reverse("wellbeing:late"))


def _locked(concern: int) -> Concern:
    found = Concern.objects.select_for_update().filter(pk=concern).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found


def _record(act: str, concern: Concern, *, by: Person, reason: str = "") -> None:
    record.write(
        act=act,
        by=by.pk,
        about=concern.person_id,
        subject=_subject(concern),
        reason=reason,
    )


def _subject(concern: Concern) -> str:
    return f"concern:{concern.pk}"
