"""Ending a shift: words for whoever comes next, and an owner for each thing that needs someone."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from community.safety import rules
from community.safety.actions.desk import hand_over
from community.safety.actions.duty import end_all_duty, lock_person
from community.safety.enums import Level
from community.safety.models import Duty, Item, Shift
from community.safety.queries import colleagues_of, needs_an_owner

A_DAY = timedelta(days=1)
FORGOTTEN = timedelta(hours=2)  # a shift without any lease for so long is over


@transaction.atomic
def name_second(
    *, by: Person, second: int | None, until: time | None = None, now: datetime | None = None
) -> Shift:
    """Says who can be reached beside whoever is on this shift, until when as their own clock shows
    it; they are told. None: nobody, and the desk says so. Raises Refused where there is no shift,
    or for who is not of the team."""
    now = now or timezone.now()
    lock_person(by.pk)
    shift = Shift.objects.select_for_update().filter(person=by, ended_at=None).first()
    insist(rules.NOT_ON_DUTY if shift is None else None)
    assert shift is not None
    whom = None
    if second is not None:
        whom = next((p for p in colleagues_of(rules.reach_of(by)) if p.pk == second), None)
        insist(rules.SECOND_CANNOT if whom is None else None)
    is_news = whom is not None and shift.second_id != whom.pk
    shift.second, shift.second_until = whom, _next(until, now=now) if whom and until else None
    shift.save(update_fields=["second", "second_until"])
    record.write(
        act="name_second",
        by=by.pk,
        about=whom.pk if whom else None,
        subject=f"shift:{shift.pk}",
    )
    if whom is not None and is_news:
        notify(person=whom, kind="named_second", path=reverse("safety:desk"))
    return shift


def _next(clock: time, *, now: datetime) -> datetime:
    """When the reader's clock shows this next."""
    here = timezone.localtime(now)
    at = here.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    return at if at > here else at + A_DAY


@transaction.atomic
def end_shift(
    *, by: Person, handover: str, owners: Mapping[int, int], now: datetime | None = None
) -> Shift:
    """Ends duty everywhere, keeps the hand-over, gives each `Now` item to its owner: `owners` says
    which item goes to whom, by number; keeping it oneself is an answer too.

    Raises Refused where there is no shift, no word for the next, a `Now` item has no owner, or an owner cannot look.
    """
    now = now or timezone.now()
    lock_person(by.pk)
    shift = Shift.objects.select_for_update().filter(person=by, ended_at=None).first()
    insist(rules.NOT_ON_DUTY if shift is None else None)
    assert shift is not None
    insist(None if handover.strip() else rules.HAND_OVER)
    insist(rules.TOO_LONG if len(handover) > rules.WORDS_LIMIT else None)
    for item in needs_an_owner(rules.reach_of(by), level=Level.NOW):
        _give(item, owners, by=by, now=now)
    end_all_duty(person=by, by=by, at=now)
    shift.ended_at, shift.handover = now, handover.strip()
    shift.save()
    record.write(act="end_shift", by=by.pk, about=by.pk, subject=f"shift:{shift.pk}")
    return shift


def _give(item: Item, owners: Mapping[int, int], *, by: Person, now: datetime) -> None:
    owner = Person.objects.filter(pk=owners.get(item.pk, 0)).first()
    insist(rules.NOW_NEEDS_AN_OWNER if owner is None else None)
    assert owner is not None
    hand_over(item=item.pk, to=owner, by=by, now=now)


def end_forgotten(now: datetime) -> None:
    """The ticker's job: a shift whose leases all lapsed long ago ends without a hand-over."""
    for shift in Shift.objects.filter(ended_at=None, began_at__lt=now - FORGOTTEN):
        last = (
            Duty.objects.filter(person=shift.person_id, began_at__gte=shift.began_at)
            .order_by("-until")
            .values_list("until", flat=True)
            .first()
        )
        ended = last or shift.began_at
        if ended < now - FORGOTTEN:
            Shift.objects.filter(pk=shift.pk, ended_at=None).update(
                ended_at=max(ended, shift.began_at)
            )
