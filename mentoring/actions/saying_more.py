"""What a member may say besides, on another day: none of it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from community.accounts.models import Person
from community.refusal import insist
from mentoring import rules
from mentoring.actions.telling import tell_if_nobody_fits
from mentoring.matching.rank import AT_MOST
from mentoring.models import Request
from mentoring.models.sealed_list import joined


@dataclass(frozen=True, slots=True)
class More:
    """Each may be left out. `prefers` are mentors by their numbers, the first choice first."""

    values: Sequence[str] = ()
    situation: Sequence[str] = ()
    goals: Sequence[str] = ()
    wants_gender: str = ""
    age_range: tuple[int, int] | None = None
    diagnosis: Sequence[str] = ()
    prefers: Sequence[int] = ()


@transaction.atomic
def say_more(*, request: Request, more: More, by: Person) -> Request:
    """Says it, or takes it back by leaving it out, while nobody is being asked. Raises Refused."""
    found = _own(request, by=by)
    found.values, found.situation = sorted(more.values), sorted(more.situation)
    found.goals, found.wants_gender = sorted(more.goals), more.wants_gender
    found.age_from, found.age_to = more.age_range or (None, None)
    _name(found, more.diagnosis)
    found.prefers = list(dict.fromkeys(more.prefers))[:AT_MOST]
    found.save()
    tell_if_nobody_fits(found)
    return found


def _name(request: Request, named: Sequence[str]) -> None:
    """What doctors called it; when it was said is kept, also where it is taken back."""
    now, before = timezone.now(), request.diagnosis
    mine = Request.objects.filter(person=request.person_id)
    said_at = mine.aggregate(last=Max("named_said_at"))["last"]
    insist(rules.may_name(named, before=before, said_at=said_at, now=now))
    request.named = joined(sorted(named))
    if named and set(named) != set(before):
        request.named_said_at = now


@transaction.atomic
def rather_not_now(*, request: Request, by: Person) -> None:
    """They would rather not say more; they are not asked again. Raises Refused."""
    found = _own(request, by=by)
    found.more_not_now_at = timezone.now()
    found.save(update_fields=["more_not_now_at"])


def _own(request: Request, *, by: Person) -> Request:
    found = Request.objects.select_for_update().get(pk=request.pk)
    insist(rules.may_choose(by, found))
    return found
