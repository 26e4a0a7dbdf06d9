"""The clock of what waits for wellbeing reviewers, taken or not. It tells people; it closes nothing."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse

from community.notifications.actions import notify, withdraw
from community.notifications.models import Notification
from community.wellbeing.actions.concern_telling import (
    CALLED,
    CALLED_LATE,
    FOR_LATER,
    LOOKED_AGAIN,
    give_back,
    tell_leads,
)
from community.wellbeing.enums import ConcernState
from community.wellbeing.models import Concern
from community.wellbeing.queries import rota
from community.wellbeing.too_near import too_near

RAISED_AFTER = timedelta(minutes=15)  # after every reviewer was told once more
RAISED_AGAIN = timedelta(days=1)  # while nobody has it
REMINDED = timedelta(hours=4)  # before it goes back, whoever has it hears of that


def look_after(now: datetime) -> None:
    """The ticker's job: whoever's hours begin is called to what waits, late or not; what nobody took
    by its promise is told to every reviewer once more; what still waits then, or where nobody is
    there, to those who lead, who read that something waits and not whose it is, and again each day.
    What was taken and then left alone goes back first, and so does what somebody has who has come
    too near to the person since."""
    for waiting in Concern.objects.filter(closed_at=None):
        _keep_the_near_away(waiting, now=now)
    taken = Concern.objects.filter(state=ConcernState.TAKEN)
    for number in _numbers(taken.filter(look_again_at__lte=now)):
        _give_back(number, now=now)
    for number in _numbers(taken.filter(look_again_at__lte=now + REMINDED)):
        _remind_who_has_it(number)
    for waiting in Concern.objects.filter(state=ConcernState.OPEN):
        _call_who_came(waiting, now=now)
    late = Concern.objects.filter(state=ConcernState.OPEN, promised_at__lte=now)
    for number in _numbers(late.filter(late_told_at=None)):
        _say_late(number, now=now)
    waits_on = late.filter(_may_be_raised(now), late_told_at__lte=now - RAISED_AFTER)
    for number in _numbers(waits_on):
        _raise_to_leads(number, now=now)


def _keep_the_near_away(concern: Concern, *, now: datetime) -> None:
    """No notice leads whoever is too near by now to what is closed to them, and they have it no more."""
    near, path = too_near([concern.person_id]), reverse("wellbeing:concern", args=[concern.pk])
    led = Notification.objects.filter(path=path, read_at=None, person__in=near)
    for person in list(led.values_list("person", flat=True)):
        withdraw(person=person, path=path)
    if concern.state == ConcernState.TAKEN and concern.taken_by_id in (None, *near):
        _give_back(concern.pk, now=now)


def _numbers(concerns: QuerySet[Concern]) -> list[int]:
    return list(concerns.values_list("pk", flat=True))


@transaction.atomic
def _give_back(number: int, *, now: datetime) -> None:
    found = _locked(number, ConcernState.TAKEN)
    if found is None or found.look_again_at is None:
        return
    is_left = found.look_again_at <= now  # a line or a press meanwhile counts
    if is_left or found.taken_by_id is None or found.taken_by_id in too_near([found.person_id]):
        give_back(found, now=now, had=found.taken_by_id)


@transaction.atomic
def _remind_who_has_it(number: int) -> None:
    """Once for each time the clock was wound."""
    found = _locked(number, ConcernState.TAKEN)
    if found is None or found.taken_by is None or found.look_again_at is None:
        return
    path = reverse("wellbeing:concern", args=[found.pk])
    wound = found.look_again_at - LOOKED_AGAIN
    told = Notification.objects.filter(person=found.taken_by, kind="review_again", path=path)
    if not told.filter(at__gte=wound).exists():
        notify(person=found.taken_by, kind="review_again", path=path)


@transaction.atomic
def _call_who_came(concern: Concern, *, now: datetime) -> None:
    """Once for each of their hours by the rota."""
    path = reverse("wellbeing:concern", args=[concern.pk])
    there = rota.there_since(now=now, about=concern.person_id)
    for one, since in there.items():
        told = Notification.objects.filter(person=one, kind=CALLED, path=path, at__gte=since)
        if not told.exists():
            notify(person=one, kind=CALLED, path=path)


@transaction.atomic
def _say_late(number: int, *, now: datetime) -> None:
    found = _locked(number, ConcernState.OPEN)
    if found is None or found.late_told_at is not None:
        return
    found.late_told_at = now
    found.save(update_fields=["late_told_at"])
    path = reverse("wellbeing:concern", args=[found.pk])
    there = rota.on_now(now=now, about=found.person_id)
    for one in rota.reviewers(about=found.person_id):
        notify(person=one, kind=CALLED_LATE if one in there else FOR_LATER, path=path)
    if not there:
        tell_leads(found, now=now)


@transaction.atomic
def _raise_to_leads(number: int, *, now: datetime) -> None:
    open_still = Concern.objects.select_for_update().filter(state=ConcernState.OPEN)
    found = open_still.filter(_may_be_raised(now), pk=number).first()
    if found is not None:
        tell_leads(found, now=now)


def _may_be_raised(now: datetime) -> Q:
    return Q(late_raised_at=None) | Q(late_raised_at__lte=now - RAISED_AGAIN)


def _locked(number: int, state: ConcernState) -> Concern | None:
    return Concern.objects.select_for_update().filter(pk=number, state=state).first()
