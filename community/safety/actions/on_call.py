"""Saying that one can be called tonight, and taking it back. Nobody is put down by somebody else."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from community.safety import on_call, rules
from community.safety.actions.duty import lock_person
from community.safety.models import OnCall
from community.safety.tell import tell_team_of


@transaction.atomic
def say_yes(*, by: Person, now: datetime | None = None) -> OnCall:
    """This person can be called tonight, until the team is back. Saying it twice says it once.
    Raises Refused: hidden for who has no desk, in words where the team is here day and night."""
    now = now or timezone.now()
    insist(rules.may_see_desk(rules.reach_of(by)))
    lock_person(by.pk)
    night = on_call.next_night(now=now)
    insist(rules.NO_NIGHT if night is None else None)
    assert night is not None
    begins, ends = night
    mine = on_call.of_night(begins, ends).filter(person=by).first()
    if mine is not None:
        return mine
    said = OnCall.objects.create(person=by, begins_at=begins, ends_at=ends)
    record.write(act="on_call", by=by.pk, about=by.pk, subject=f"on_call:{said.pk}")
    tell_team_of(by)
    return said


@transaction.atomic
def take_back(*, by: Person, now: datetime | None = None) -> None:
    """This person can be called no more, from now on."""
    now = now or timezone.now()
    lock_person(by.pk)
    ahead = OnCall.objects.filter(person=by, begins_at__gte=now)
    under_way = OnCall.objects.filter(person=by, begins_at__lt=now, ends_at__gt=now)
    if ahead.delete()[0] + under_way.update(ends_at=now):
        record.write(act="off_call", by=by.pk, about=by.pk, subject="on_call")
        tell_team_of(by)
