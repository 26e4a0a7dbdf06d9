"""Emergency services for a member: two decide, a person calls, and it stays open until somebody knows
whether help arrived. No program calls anybody, and none of these acts has a clock of its own."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from community.safety import duty, rules, rules_emergency
from community.safety.actions.desk import lock_item
from community.safety.actions.second import under_lock
from community.safety.emergency import GENTLER
from community.safety.enums import Arrived
from community.safety.models import Emergency, Item
from community.safety.nearness import stands_apart
from community.safety.tell import leads, tell_item, who_may_look

LOOKED_AT_WITHIN = timedelta(hours=24)


@transaction.atomic
def ask_for_help(
    *,
    item: int,
    why: str,
    tried: Sequence[str],
    in_progress: bool,
    by: Person,
    now: datetime | None = None,
) -> Emergency:
    """Whoever has the item asks for emergency services; the others of the team are told. While an
    act is in progress one who is on duty may call alone. Raises Refused."""
    now = now or timezone.now()
    found, reach = lock_item(item, by=by)
    insist(rules.may_decide(reach, found, is_apart=stands_apart(by.pk, item)))
    insist(rules.may_say(why))
    steps = [key for key in GENTLER if key in tried]
    is_open = Emergency.objects.filter(item=found, arrived="").exists()
    insist(rules_emergency.may_ask(found, steps, in_progress=in_progress, is_open=is_open))
    if in_progress:
        insist(None if duty.duties_of(by.pk, now=now) else rules.NOT_ON_DUTY)
    made = Emergency.objects.create(
        item=found,
        asked_by=by,
        asked_at=now,
        why=why.strip(),
        tried=steps,
        in_progress=in_progress,
    )
    for person in Person.objects.filter(pk__in=who_may_look(found, besides=by.pk)):
        notify(person=person, kind="glass_asked", path=_path(found))
    return _kept(made, "ask_emergency_alone" if in_progress else "ask_emergency", by=by)


@transaction.atomic
def agree(*, emergency: int, by: Person, now: datetime | None = None) -> Emergency:
    """The second person agrees, or looks at what one person did alone. Raises Refused."""
    found = under_lock(Emergency, emergency, by=by)
    insist(rules_emergency.may_agree(by, found))
    found.agreed_by, found.agreed_at = by, now or timezone.now()
    found.save(update_fields=["agreed_by", "agreed_at"])
    return _kept(found, "agree_emergency", by=by)


@transaction.atomic
def say_called(*, emergency: int, by: Person, now: datetime | None = None) -> Emergency:
    """ "I have called": said by whoever did. Raises Refused."""
    found = under_lock(Emergency, emergency, by=by)
    insist(rules_emergency.may_say_called(found))
    found.called_by, found.called_at = by, now or timezone.now()
    found.save(update_fields=["called_by", "called_at"])
    return _kept(found, "say_called_emergency", by=by)


@transaction.atomic
def say_arrived(
    *, emergency: int, arrived: Arrived, by: Person, now: datetime | None = None
) -> Emergency:
    """What became of it: help reached them, nobody can know, or it was not needed any more. Raises
    Refused."""
    found = under_lock(Emergency, emergency, by=by)
    insist(rules_emergency.may_say_arrived(found, arrived))
    found.arrived, found.arrived_by, found.arrived_at = arrived, by, now or timezone.now()
    found.save(update_fields=["arrived", "arrived_by", "arrived_at"])
    return _kept(found, f"say_help_{arrived.value}", by=by)


def tick(now: datetime) -> None:
    """The ticker's job: those who lead hear of what one person did alone and nobody looked at, or of
    which nobody knows how it ended, after a day. Once each, and nothing is decided by it."""
    open_ones = Emergency.objects.filter(
        late_told_at=None, asked_at__lte=now - LOOKED_AT_WITHIN
    ).exclude(arrived__gt="", agreed_at__isnull=False)
    for found in open_ones.select_related("item"):
        with transaction.atomic():
            if Emergency.objects.filter(pk=found.pk, late_told_at=None).update(late_told_at=now):
                for person in Person.objects.filter(pk__in=leads()):
                    notify(person=person, kind="glass_asked", path=_path(found.item))


def _path(item: Item) -> str:
    return reverse("safety:emergency", args=[item.pk])


def _kept(found: Emergency, act: str, *, by: Person) -> Emergency:
    """With its record, and on the area's screens after commit."""
    record.write(
        act=act,
        by=by.pk,
        about=found.item.about_id,
        subject=f"emergency:{found.pk}",
        area=found.item.area,
        data={"item": found.item_id},
    )
    tell_item(found.item)
    return found
