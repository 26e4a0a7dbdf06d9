"""What two people do on their way: note a meeting, say how it is, take something to supervision."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify, withdraw
from community.record import write as record
from community.refusal import insist
from community.safety.enums import ItemKind, Level
from community.safety.intake import put_on_desk
from community.safety.subjects import HOUSE
from mentoring import rules
from mentoring.actions.asking_how import path_of
from mentoring.actions.telling import RUN
from mentoring.heard import PULSE
from mentoring.models import (
    MEETINGS,
    Meeting,
    Mentor,
    Pair,
    PlannedMeeting,
    Pulse,
    SupervisionNote,
)
from mentoring.queries.people import coordinators
from mentoring.queries.walk import is_twice_low


@transaction.atomic
def note_meeting(*, pair: Pair, number: int, had: bool, by: Person) -> None:
    """The two had this meeting of their path, or had not after all. Raises Refused."""
    insist(rules.may_act(by, pair))
    insist(None if 1 <= number <= MEETINGS else rules.NOT_THERE)
    if had:
        Meeting.objects.get_or_create(pair=pair, number=number)
    else:
        Meeting.objects.filter(pair=pair, number=number).delete()


@transaction.atomic
def plan_meeting(*, pair: Pair, number: int, at: datetime | None, by: Person) -> None:
    """The two mean to have this meeting then, or have no time for it after all; the other is told of a
    time. Raises Refused, also for a time that has passed."""
    insist(rules.may_act(by, pair))
    insist(None if 1 <= number <= MEETINGS else rules.NOT_THERE)
    if at is None:
        PlannedMeeting.objects.filter(pair=pair, number=number).delete()
        return
    insist(rules.IS_PAST if at <= timezone.now() else None)
    PlannedMeeting.objects.update_or_create(pair=pair, number=number, defaults={"begins_at": at})
    path = f"/mentoring/pairs/{pair.pk}/path/"
    notify(person=pair.other_than(by), kind="meeting_set", path=path)


@transaction.atomic
def say_how_it_is(*, pair: Pair, answers: Mapping[str, int], unsafe: bool, by: Person) -> Pulse:
    """One of the two says how it is between them, alone. Whoever does not feel safe, or is low a second
    time, is looked after: those who run mentoring and the desk are told now, never the other of
    the two. Raises Refused."""
    insist(rules.may_act(by, pair))
    before = list(Pulse.objects.filter(pair=pair, person=by))
    pulse = Pulse(pair=pair, person=by, unsafe=unsafe, **answers)
    pulse.needs_look = unsafe or is_twice_low(pulse, before)
    pulse.save()
    withdraw(person=by.pk, path=path_of(pair))
    if pulse.needs_look:
        _call_somebody(pulse)
    return pulse


def _call_somebody(pulse: Pulse) -> None:
    """The desk too, always: it has people at hours when nobody who runs mentoring is there, and calls
    again where nobody looks."""
    for person in coordinators(besides=pulse.pair.people):
        notify(person=person, kind="pulse_needs_you", path=RUN)
    put_on_desk(
        kind=ItemKind.SIGNAL,
        level=Level.TODAY,
        area=HOUSE,
        subject_kind=PULSE,
        subject_id=str(pulse.pk),
        about=pulse.person_id,
        at=pulse.at,
    )


@transaction.atomic
def note_looked(*, pulse: int, by: Person) -> None:
    """A coordinator has looked after it. On the record; raises Refused."""
    insist(rules.may_run(by))
    locked = Pulse.objects.select_for_update(of=("self",)).select_related("pair__mentor")
    found = locked.select_related("pair__request").filter(pk=pulse, needs_look=True).first()
    insist(rules.NOT_THERE if found is None or by.pk in found.pair.people else None)
    assert found is not None
    if found.looked_at is None:
        found.looked_at = timezone.now()
        found.save(update_fields=["looked_at"])
        record.write(
            act="look_after_pair", by=by.pk, about=found.person_id, subject=f"pair:{found.pair_id}"
        )


@transaction.atomic
def note_in_log(*, words: str, to_bring: bool = True, by: Person) -> SupervisionNote:
    """A mentor writes into their log, to be talked over or not. Raises Refused for who is none."""
    mentor = Mentor.objects.filter(person=by).first()
    insist(rules.may_describe(mentor))
    assert mentor is not None
    return SupervisionNote.objects.create(mentor=mentor, words=words, to_bring=to_bring)


@transaction.atomic
def bring(*, note: int, by: Person) -> None:
    """They want to talk it over after all. Raises Refused for a note of somebody else."""
    mine = _note(note, by=by)
    mine.to_bring = True
    mine.save(update_fields=["to_bring"])


@transaction.atomic
def note_talked_over(*, note: int, by: Person) -> None:
    """It was talked over. Raises Refused for a note of somebody else."""
    mine = _note(note, by=by)
    mine.talked_at = mine.talked_at or timezone.now()
    mine.save(update_fields=["talked_at"])


def _note(note: int, *, by: Person) -> SupervisionNote:
    mine = SupervisionNote.objects.select_for_update().filter(mentor__person=by, pk=note).first()
    insist(rules.NOT_THERE if mine is None else None)
    assert mine is not None
    return mine
