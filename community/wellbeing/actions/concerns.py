"""What a wellbeing reviewer is told, and does. Nothing here is done by a program but telling: a
person decides, and a zero, a silence or a finished form closes nothing."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from community.accounts.looks import SAME_LOOK
from community.accounts.models import Person
from community.notifications.actions import notify, withdraw_from_all
from community.notifications.models import Notification
from community.record import write as record
from community.record.models import Entry
from community.refusal import insist
from community.wellbeing import looks, rules
from community.wellbeing.enums import ConcernState, Outcome, Sooner
from community.wellbeing.instruments import Risk
from community.wellbeing.models import Concern, ConcernLine, RiskAnswer
from community.wellbeing.queries import rota
from community.wellbeing.queries.concerns import nothing_since

RAISED_AFTER = timedelta(minutes=15)  # after every reviewer was told once more
RAISED_AGAIN = timedelta(days=1)  # while nobody has it
LEFT_ALONE = timedelta(hours=24)  # taken, and not a word since
SAME_ANSWER = timedelta(minutes=10)  # the same page sent twice is one answer
WORDS_LIMIT = 4000
# Who is there by the rota is called at once, by day and by night; others are told for when they come.
CALLED, CALLED_LATE, FOR_LATER = "review_waits", "review_late", "review_later"


def hear_answer(*, risk: Risk, value: int | None, by: Person, now: datetime) -> None:
    """One answer to question 9, inside the transaction that keeps it. More than "not at all" opens
    a concern or joins the open one: the higher hurry and the earlier promise win. Anything else is
    laid beside an open one, with its time, and takes nothing back."""
    is_heard = value is not None and value >= risk.at_least
    Person.objects.select_for_update().get(pk=by.pk)  # one open concern a person
    concern = Concern.objects.select_for_update().filter(person=by, closed_at=None).first()
    if not is_heard:
        if concern is not None:
            _lay_beside(concern, value, by=by, now=now)
        return
    assert value is not None
    sooner = Sooner.SOON if value >= risk.sooner_at else Sooner.TODAY
    due = _due(by, sooner, now=now)
    if concern is None:
        concern = Concern.objects.create(person=by, sooner=sooner, opened_at=now, promised_at=due)
    if not _lay_beside(concern, value, by=by, now=now):
        return
    if concern.state == ConcernState.TAKEN:
        _wait_anew(concern, sooner, now=now)
    elif sooner == Sooner.SOON and concern.sooner != Sooner.SOON:
        concern.sooner, concern.late_told_at, concern.late_raised_at = sooner, None, None
        concern.promised_at = min(concern.promised_at, due)
        concern.save(update_fields=["sooner", "promised_at", "late_told_at", "late_raised_at"])
    _tell(concern, now=now)


def _wait_anew(concern: Concern, sooner: Sooner, *, now: datetime) -> None:
    """What came after somebody had taken it waits like anything new: with a promise of its own, and
    for everybody who is there. Whoever had it may still write, and takes it again with one press."""
    if concern.sooner != Sooner.SOON:
        concern.sooner = sooner
    concern.state = ConcernState.OPEN
    concern.promised_at = _due(concern.person, Sooner(concern.sooner), now=now)
    concern.late_told_at = concern.late_raised_at = None
    concern.save()


def _due(person: Person, sooner: Sooner, *, now: datetime) -> datetime:
    promised = rota.read_by(person, now=now)
    return promised.of(sooner) if promised else now + rota.OFFERED_WITHIN


def _lay_beside(concern: Concern, value: int | None, *, by: Person, now: datetime) -> bool:
    last = concern.answers.last()
    if last is not None and last.value == value and last.at > now - SAME_ANSWER:
        return False
    RiskAnswer.objects.create(person=by, concern=concern, value=value, at=now)
    return True


def _tell(concern: Concern, *, now: datetime) -> None:
    """Those whose hours hold now are called, and whoever had it hears of it; where nobody is there,
    every reviewer, for when they come. Where nobody comes within a day, those who lead."""
    besides = concern.person_id
    there = rota.on_now(now=now, besides=besides)
    path = reverse("wellbeing:concern", args=[concern.pk])
    for one in there:
        notify(person=one, kind=CALLED, path=path)
    for one in rota.reviewers(besides=besides):
        if one not in there and (not there or one.pk == concern.taken_by_id):
            notify(person=one, kind=FOR_LATER, path=path)
    if not there and rota.read_by(concern.person, now=now) is None:
        _tell_leads(concern, now=now)


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
        _tell(concern, now=now)


@transaction.atomic
def note_that_read(*, concern: Concern, by: Person, now: datetime | None = None) -> None:
    """A reviewer opened it: the person can read that, once an hour for each reviewer."""
    since = (now or timezone.now()) - SAME_LOOK
    mine = Entry.objects.filter(about=concern.person_id, act=looks.READ, by=by.pk, at__gt=since)
    if not mine.exists():
        _record(looks.READ, concern, by=by)


@transaction.atomic
def take(*, concern: int, by: Person, now: datetime | None = None) -> Concern:
    """ "I look at this." Raises Refused, hidden for everybody but reviewers."""
    found = _locked(concern)
    insist(rules.may_take(by, found))
    if found.state != ConcernState.TAKEN or found.taken_by_id != by.pk:
        found.state, found.taken_by = ConcernState.TAKEN, by
        found.taken_at = now or timezone.now()
        found.save(update_fields=["state", "taken_by", "taken_at"])
        _record("take_concern", found, by=by)
    return found


@transaction.atomic
def write(*, concern: int, words: str, by: Person, now: datetime | None = None) -> ConcernLine:
    """Words to the person, who is told without any. Raises Refused."""
    found = _locked(concern)
    insist(rules.may_act_on(by, found))
    insist(rules.may_say(words, WORDS_LIMIT))
    insist(None if words.strip() else rules.SAY_SOMETHING)
    line = ConcernLine.objects.create(
        concern=found, by=by, is_from_team=True, words=words.strip(), at=now or timezone.now()
    )
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
    found.closed_at = now or timezone.now()
    found.save(update_fields=["state", "outcome", "closed_at"])
    _record("close_concern", found, by=by, reason=outcome.value)
    return found


@transaction.atomic
def answer_words(*, concern: int, words: str, by: Person, now: datetime | None = None) -> None:
    """The person answers; what was closed waits for a reviewer again. Raises Refused, hidden for
    everybody else."""
    now = now or timezone.now()
    Person.objects.select_for_update().get(pk=by.pk)
    found = Concern.objects.select_for_update().filter(pk=concern, person=by).first()
    insist(None if found else rules.NOT_HERE)
    insist(rules.may_say(words, WORDS_LIMIT))
    insist(None if words.strip() else rules.SAY_SOMETHING)
    assert found is not None
    if found.state == ConcernState.CLOSED:
        other = Concern.objects.select_for_update().filter(person=by, closed_at=None).first()
        found = other or _reopened(found, by=by, now=now)
    if found.state == ConcernState.TAKEN:
        _wait_anew(found, Sooner(found.sooner), now=now)
    ConcernLine.objects.create(
        concern=found, by=by, is_from_team=False, words=words.strip(), at=now
    )
    _tell(found, now=now)


def _reopened(concern: Concern, *, by: Person, now: datetime) -> Concern:
    concern.state = ConcernState.OPEN
    concern.taken_by = concern.taken_at = concern.closed_at = None
    concern.late_told_at = concern.late_raised_at = None
    concern.outcome = ""
    concern.promised_at = _due(by, Sooner(concern.sooner), now=now)
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
        _give_back(concern, now=now)


def say_goodbye(person: Person) -> None:
    """Everything of this person is removed: nothing leads to what waited any more, and whoever looks
    now, whoever had it and those who lead hear that somebody has left. No name, no answer."""
    waiting = Concern.objects.select_for_update().filter(person=person, closed_at=None).first()
    for number in Concern.objects.filter(person=person).values_list("pk", flat=True):
        withdraw_from_all(path=reverse("wellbeing:concern", args=[number]))
    if waiting is None:
        return
    there = rota.on_now(now=timezone.now(), besides=person.pk)
    had = [one for one in rota.reviewers(besides=person.pk) if one.pk == waiting.taken_by_id]
    for one in {*there, *had}:
        notify(person=one, kind="review_left", path=reverse("wellbeing:reviewing"))
    for one in rota.who_lead(besides=person.pk):
        notify(person=one, kind="review_left", path=reverse("wellbeing:late"))


def _give_back(concern: Concern, *, now: datetime) -> None:
    concern.state, concern.taken_by, concern.taken_at = ConcernState.OPEN, None, None
    concern.late_told_at = concern.late_raised_at = None
    concern.save()
    _tell(concern, now=now)


def look_after(now: datetime) -> None:
    """The ticker's job: whoever's hours begin is called to what waits, late or not; what nobody took
    by its promise is told to every reviewer once more; what still waits then, or where nobody is
    there, to those who lead, who read that something waits and not whose it is, and again each day. What was
    taken and then left alone goes back first."""
    left_alone = nothing_since().filter(taken_at__lte=now - LEFT_ALONE)
    for number in list(left_alone.values_list("pk", flat=True)):
        _give_back_what_was_left(number, now=now)
    for waiting in Concern.objects.filter(state=ConcernState.OPEN):
        _call_who_came(waiting, now=now)
    late = Concern.objects.filter(state=ConcernState.OPEN, promised_at__lte=now)
    for number in list(late.filter(late_told_at=None).values_list("pk", flat=True)):
        _remind(number, now=now)
    waits_on = late.filter(_may_be_raised(now), late_told_at__lte=now - RAISED_AFTER)
    for number in list(waits_on.values_list("pk", flat=True)):
        _raise_to_leads(number, now=now)


@transaction.atomic
def _give_back_what_was_left(number: int, *, now: datetime) -> None:
    Concern.objects.select_for_update().get(pk=number)  # a line or a press meanwhile counts
    left = nothing_since().filter(pk=number, taken_at__lte=now - LEFT_ALONE).first()
    if left is not None:
        _give_back(left, now=now)


@transaction.atomic
def _call_who_came(concern: Concern, *, now: datetime) -> None:
    """Once a day of the rota, which has one row a day for each."""
    path = reverse("wellbeing:concern", args=[concern.pk])
    today = Notification.objects.filter(kind=CALLED, path=path, at__gte=rota.day_begins(now))
    called = set(today.values_list("person_id", flat=True))
    for one in rota.on_now(now=now, besides=concern.person_id):
        if one.pk not in called:
            notify(person=one, kind=CALLED, path=path)


@transaction.atomic
def _remind(number: int, *, now: datetime) -> None:
    found = _open_still(number).filter(late_told_at=None).first()
    if found is None:
        return
    found.late_told_at = now
    found.save(update_fields=["late_told_at"])
    path = reverse("wellbeing:concern", args=[found.pk])
    there = rota.on_now(now=now, besides=found.person_id)
    for one in rota.reviewers(besides=found.person_id):
        notify(person=one, kind=CALLED_LATE if one in there else FOR_LATER, path=path)
    if not there:
        _tell_leads(found, now=now)


@transaction.atomic
def _raise_to_leads(number: int, *, now: datetime) -> None:
    found = _open_still(number).filter(_may_be_raised(now)).first()
    if found is not None:
        _tell_leads(found, now=now)


def _may_be_raised(now: datetime) -> Q:
    return Q(late_raised_at=None) | Q(late_raised_at__lte=now - RAISED_AGAIN)


def _tell_leads(concern: Concern, *, now: datetime) -> None:
    concern.late_raised_at = now
    concern.save(update_fields=["late_raised_at"])
    for one in rota.who_lead(besides=concern.person_id):
        notify(person=one, kind="review_raised", path=reverse("wellbeing:late"))


def _open_still(number: int) -> QuerySet[Concern]:
    return Concern.objects.select_for_update().filter(pk=number, state=ConcernState.OPEN)


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
        subject=f"concern:{concern.pk}",
        reason=reason,
    )
