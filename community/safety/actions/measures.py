"""Decisions about a person's place here: kept with the words they were given, and a way back."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from community.accounts.actions import standing
from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from community.safety import rules, subjects
from community.safety.actions.duty import lock_person
from community.safety.enums import Apart, ItemKind, Level, MeasureKind
from community.safety.intake import put_on_desk
from community.safety.models import Appeal, Item, Measure
from community.safety.reading import read
from community.safety.receipts import hash_of
from community.safety.subjects import APPEALS


@transaction.atomic
def keep_measure(
    *,
    person: Person,
    kind: MeasureKind,
    reason: str,
    words: str,
    by: Person,
    area: str = "",
    subject: str = "",
    until: datetime | None = None,
    item: Item | None = None,
    now: datetime | None = None,
    notice: str = "measure",
    rule: str = "",
    seen: str = "",
) -> Measure:
    """Keeps a decision with its words and tells the person, who can ask somebody else to look
    again. The caller has asked who may decide, and does what was decided. `notice`: the kind of
    the sentence they are told by. What was seen is kept as its hash, beside the rule it is about:
    `seen`, where the decision is about another thing, such as a place.

    Raises Refused without words.
    """
    insist(rules.may_say(words))
    evidence = _evidence(seen or subject)
    measure = Measure.objects.create(
        person=person,
        kind=kind,
        area=area,
        subject=subject,
        reason=reason,
        rule=rule,
        evidence_hash=evidence,
        words=words.strip(),
        decided_by=by,
        item=item,
        at=now or timezone.now(),
        until=until,
    )
    record.write(
        act=f"measure_{kind.value}",
        by=by.pk,
        about=person.pk,
        subject=subject,
        area=area,
        reason=reason,
        data={"measure": measure.pk, "rule": rule, "evidence": evidence},
    )
    notify(person=person, kind=notice, path=reverse("safety:measure", args=[measure.pk]))
    return measure


def _evidence(subject: str) -> str:
    """The hash of what it is about as it is now; nothing where that has no words."""
    kind, _colon, id = subject.partition(":")
    try:
        seen = subjects.get(kind).snapshot(id)
    except (LookupError, ValueError):
        return ""
    return hash_of(seen) if seen else ""


@transaction.atomic
def suspend(
    *,
    person: Person,
    until: datetime | None,
    reason: str,
    words: str,
    by: Person,
    item: Item | None = None,
    subject: str = "",
    rule: str = "",
    now: datetime | None = None,
) -> Measure:
    """Suspends an account, in words, with an end or until somebody lifts it. A moderator's leases
    end with it, and what they had waits for another. Raises Refused where `by` may not, or without words."""
    now = now or timezone.now()
    insist(rules.may_suspend(by))
    standing.suspend(person=person, until=until, by=by, reason=reason)
    return keep_measure(
        person=person,
        kind=MeasureKind.SUSPENSION,
        reason=reason,
        rule=rule,
        words=words,
        by=by,
        subject=subject,
        until=until,
        item=item,
        now=now,
    )


@transaction.atomic
def appeal(*, measure: int, words: str, by: Person, now: datetime | None = None) -> Appeal:
    """Asks somebody else to look again. Raises Refused: hidden for somebody else's measure."""
    now = now or timezone.now()
    found = Measure.objects.select_for_update().filter(pk=measure, person=by).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    earlier = Appeal.objects.filter(measure=found).first()
    insist(rules.may_appeal(by, found, earlier, now=now))
    insist(rules.may_say(words))
    asked = Appeal.objects.create(measure=found, words=words.strip(), at=now)
    reading = read(words, at_least=Level.TODAY)
    put_on_desk(
        kind=ItemKind.APPEAL,
        level=reading.level,
        area=APPEALS,
        subject_kind="measure",
        subject_id=str(found.pk),
        about=by.pk,
        signals=reading.codes,
        at=now,
        # Whoever decided cannot take it, so that it never rests with somebody who may not answer.
        apart={found.decided_by_id: Apart.DECIDED} if found.decided_by_id else None,
    )
    record.write(
        act="appeal", by=by.pk, about=by.pk, subject=f"measure:{found.pk}", area=found.area
    )
    return asked


@transaction.atomic
def uphold_appeal(*, item: Item, by: Person, words: str, now: datetime | None = None) -> Appeal:
    """Somebody else has looked again and takes back what was decided, in words to the person.
    Inside the desk's transaction, which holds the item.

    Raises Refused for whoever decided it, without words, or where it was answered before.
    """
    now = now or timezone.now()
    asked = _asked(item, by=by, words=words)
    asked.upheld = True
    take_back(measure=asked.measure, by=by, now=now)
    return _answer(asked, by=by, words=words, now=now)


@transaction.atomic
def let_stand(*, item: Item, by: Person, words: str, now: datetime | None = None) -> Appeal:
    """Somebody else has looked again and lets it stand, in words to the person. Raises Refused as
    `uphold_appeal` does."""
    asked = _asked(item, by=by, words=words)
    asked.upheld = False
    return _answer(asked, by=by, words=words, now=now or timezone.now())


def _asked(item: Item, *, by: Person, words: str) -> Appeal:
    measure = Measure.objects.select_for_update().get(pk=int(item.subject_id))
    insist(rules.may_look_again(by, measure))
    insist(rules.may_say(words))
    asked = Appeal.objects.select_for_update().get(measure=measure)
    insist(None if asked.decided_at is None else rules.ANSWERED)
    asked.measure = measure
    return asked


def _answer(asked: Appeal, *, by: Person, words: str, now: datetime) -> Appeal:
    asked.decided_by, asked.decided_at, asked.answer = by, now, words.strip()
    asked.save()
    measure = asked.measure
    path = reverse("safety:measure", args=[measure.pk])
    notify(person=measure.person, kind="appeal_answered", path=path)
    return asked


def take_back(*, measure: Measure, by: Person, now: datetime) -> None:
    """Ends a measure and undoes what it did, unless another one stands that did the same. Inside a
    transaction that holds it."""
    if measure.ended_at is not None:
        return
    lock_person(measure.person_id)  # two that are taken back at once see one another
    measure.ended_at = now
    measure.save(update_fields=["ended_at"])
    if not _others_stand(measure, now=now):
        _undo(measure, by=by)
    record.write(
        act="take_back",
        by=by.pk,
        about=measure.person_id,
        subject=measure.subject,
        area=measure.area,
        data={"measure": measure.pk},
    )


def _others_stand(measure: Measure, *, now: datetime) -> bool:
    """Whether another decision, by somebody else or for something else, still asks for the same."""
    same = Measure.objects.filter(person=measure.person_id, kind=measure.kind, ended_at=None)
    if measure.kind != MeasureKind.SUSPENSION:
        same = same.filter(subject=measure.subject)
    lasts = Q(until=None) | Q(until__gt=now)
    return same.exclude(pk=measure.pk).filter(lasts).exists()


def _undo(measure: Measure, *, by: Person) -> None:
    kind = MeasureKind(measure.kind)
    if kind == MeasureKind.SUSPENSION:
        standing.lift(person=measure.person, by=by)
    elif (undo := subjects.undo_of(kind)) is not None:
        undo(subject=measure.subject, person=measure.person, by=by)
    elif kind == MeasureKind.HIDING:
        _show_again(measure, by=by)


def _show_again(measure: Measure, *, by: Person) -> None:
    kind, _, id = measure.subject.partition(":")
    try:
        subject = subjects.get(kind)
        if subject.restore is not None and subject.is_hidden(id):
            subject.restore(id=id, by=by, reason="appeal_upheld")
    except LookupError:
        return  # the words are gone for good: nothing is left to show


def end_due(now: datetime) -> None:
    """The ticker's job: suspensions whose day has come are lifted, by nobody."""
    due = Measure.objects.filter(
        kind=MeasureKind.SUSPENSION, ended_at=None, until__lte=now
    ).order_by("pk")
    for measure in due:
        with transaction.atomic():
            lock_person(measure.person_id)
            if not Measure.objects.filter(pk=measure.pk, ended_at=None).update(ended_at=now):
                continue
            if not _others_stand(measure, now=now):
                standing.lift(person=measure.person, by=None)
