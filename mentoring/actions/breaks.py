"""When a mentor is not there: a break, a stop, an account on hold. Nobody is dropped by default."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from groups.actions.pairs import hand_on_pair_room
from groups.models import Room
from mentoring import rules
from mentoring.actions.asking import let_go
from mentoring.actions.telling import tell_cover
from mentoring.enums import AT_WORK, MentorState, OfferState, RequestState
from mentoring.models import Mentor, Offer, Pair, Request
from mentoring.queries.pairs import is_away
from mentoring.queries.people import coordinators


@transaction.atomic
def take_a_break(*, by: Person) -> Mentor:
    """Nobody new asks them, whoever asked chooses again, and whom they talk with reads a true
    sentence and may ask for somebody else. Undone by `come_back`. Raises Refused."""
    mentor = _own(by)
    if mentor.state == MentorState.APPROVED:
        _stand(mentor, MentorState.BREAK)
        _leave_the_table(mentor)
    return mentor


@transaction.atomic
def come_back(*, by: Person) -> Mentor:
    """They can be asked again, and nobody they talk with reads that they are away. Raises
    Refused."""
    mentor = _own(by)
    if mentor.state == MentorState.BREAK:
        _stand(mentor, MentorState.APPROVED)
        Pair.objects.filter(mentor=mentor, ended_at=None).update(cover_offered_at=None)
    return mentor


@transaction.atomic
def stop(person: Person, by: Person | None) -> None:
    """What ends with the mentor's role, whoever ended it. Changes nothing for who is no mentor."""
    mentor = Mentor.objects.select_for_update().filter(person=person, state__in=AT_WORK).first()
    if mentor is not None:
        _stand(mentor, MentorState.STOPPED)
        _leave_the_table(mentor)


@transaction.atomic
def hand_on_rooms(person: Person, by: Person | None) -> None:
    """What ends with the coordinator's role, or when they leave or are suspended: somebody else who
    runs mentoring answers for the rooms of pairs."""
    for room in Room.objects.filter(answers_for=person).order_by("pk"):
        two = room.seats.values_list("person_id", flat=True)
        others = coordinators(besides=[*two, person.pk]) or coordinators(besides=[person.pk])
        hand_on_pair_room(room=room, answers_for=next(iter(others), None), by=by)


def offer_cover(now: datetime) -> None:
    """The ticker's job: whoever talks with a mentor who is not there, for whatever reason, is told
    once and may ask for somebody else."""
    back = Pair.objects.exclude(cover_offered_at=None).exclude(is_away())
    back.update(cover_offered_at=None)
    away = Pair.objects.filter(is_away(), ended_at=None, cover_offered_at=None)
    away = away.exclude(mentor__person__standing=Standing.DIED)  # told by a person, not by us
    for number in away.values_list("pk", flat=True):
        _offer_cover(number, now)


@transaction.atomic
def _offer_cover(number: int, now: datetime) -> None:
    """Once, however many processes look: who claims it tells."""
    untold = Pair.objects.filter(pk=number, ended_at=None, cover_offered_at=None)
    if untold.update(cover_offered_at=now):
        whole = Pair.objects.select_related("request__person", "room__answers_for")
        tell_cover(whole.get(pk=number))


@transaction.atomic
def note_asked_how(*, request: int, by: Person) -> None:
    """Whoever runs mentoring has asked somebody whose mentor stopped or left how they are. On the record.
    Raises Refused."""
    insist(rules.may_run(by))
    paired = Request.objects.select_for_update().filter(pk=request, state=RequestState.PAIRED)
    found = paired.exclude(person=by).first()
    insist(rules.NOT_THERE if found is None else None)
    assert found is not None
    if found.asked_how_at is None:
        found.asked_how_at = timezone.now()
        found.save(update_fields=["asked_how_at"])
        record.write(
            act="ask_how_they_are", by=by.pk, about=found.person_id, subject=f"request:{request}"
        )


def _leave_the_table(mentor: Mentor) -> None:
    now = timezone.now()
    for offer in Offer.objects.filter(mentor=mentor, state=OfferState.WAITING).order_by("request"):
        let_go(offer, OfferState.PASSED, now)
    for pair in Pair.objects.filter(mentor=mentor, ended_at=None).order_by("pk"):
        _offer_cover(pair.pk, now)


def _own(by: Person) -> Mentor:
    mentor = Mentor.objects.select_for_update().filter(person=by).first()
    insist(rules.may_describe(mentor))
    assert mentor is not None
    return mentor


def _stand(mentor: Mentor, state: MentorState) -> None:
    mentor.state, mentor.changed_at = state, timezone.now()
    mentor.save(update_fields=["state", "changed_at"])
