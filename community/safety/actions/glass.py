"""Looking at who a member is: asked with a reason, opened by a second person, told afterwards."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from community.safety import duty, rules, rules_glass
from community.safety.actions.desk import lock_item
from community.safety.actions.second import under_lock
from community.safety.models import Glass, Item
from community.safety.nearness import stands_apart
from community.safety.tell import leads, who_may_look

TOLD_AFTER = timedelta(days=3)
REVIEWED_WITHIN = timedelta(hours=24)


@transaction.atomic
def ask_who(
    *, item: int, why: str, in_progress: bool, by: Person, now: datetime | None = None
) -> Glass:
    """Whoever has the item asks to see who the person is; the others of the team are told. While an
    act is in progress one who is on duty opens it alone, and somebody looks at that within a day.
    Who has it open already keeps that one: pressed twice, it is one look. Raises Refused."""
    now = now or timezone.now()
    found, reach = lock_item(item, by=by)
    insist(rules.may_decide(reach, found, is_apart=stands_apart(by.pk, item)))
    insist(rules.may_say(why))
    looks = Glass.objects.filter(item=found, opened_at__isnull=False)
    if (
        mine := next((one for one in looks if rules_glass.shows(by, one, now=now)), None)
    ) is not None:
        return mine
    insist(rules_glass.may_ask(found, Glass.objects.filter(item=found, opened_at=None).first()))
    if in_progress:
        is_here = bool(duty.duties_of(by.pk, now=now))
        insist(None if is_here else rules.NOT_ON_DUTY)
    assert found.about is not None
    glass = Glass.objects.create(
        person=found.about,
        item=found,
        asked_by=by,
        asked_at=now,
        why=why.strip(),
        in_progress=in_progress,
        opened_at=now if in_progress else None,
        tell_at=now + TOLD_AFTER if in_progress else None,
    )
    _record("open_glass_alone" if in_progress else "ask_glass", glass, by=by)
    for person in Person.objects.filter(pk__in=who_may_look(found, besides=by.pk)):
        notify(person=person, kind="glass_asked", path=_path(found))
    return glass


@transaction.atomic
def agree(*, glass: int, by: Person, now: datetime | None = None) -> Glass:
    """A second person agrees, and both see it; or looks at what one person opened alone. Raises
    Refused: hidden outside one's area, in words for whoever asked."""
    now = now or timezone.now()
    found = under_lock(Glass, glass, by=by)
    insist(rules_glass.may_agree(by, found))
    found.agreed_by, found.agreed_at = by, now
    if found.opened_at is None:
        found.opened_at, found.tell_at = now, now + TOLD_AFTER
    found.save()
    _record("agree_glass", found, by=by)
    return found


@transaction.atomic
def do_not_tell(*, glass: int, why: str, by: Person) -> Glass:
    """The second person writes down why the person is not told of it. Raises Refused."""
    found = under_lock(Glass, glass, by=by)
    insist(rules_glass.may_keep_quiet(by, found))
    insist(rules.may_say(why))
    found.why_not_told, found.tell_at = why.strip(), None
    found.save(update_fields=["why_not_told", "tell_at"])
    _record("do_not_tell_glass", found, by=by)
    return found


def tick(now: datetime) -> None:
    """The ticker's job: the person is told when the time has come, and those who lead are told of
    what one person opened alone and nobody looked at within a day. Once each."""
    for glass in Glass.objects.filter(tell_at__lte=now, told_at=None).select_related("person"):
        with transaction.atomic():
            if Glass.objects.filter(pk=glass.pk, told_at=None).update(told_at=now):
                notify(person=glass.person, kind="looked_at", path=reverse("safety:record"))
    alone = Glass.objects.filter(in_progress=True, agreed_at=None, reviewed_late_at=None)
    for glass in alone.filter(opened_at__lte=now - REVIEWED_WITHIN).select_related("item"):
        with transaction.atomic():
            if Glass.objects.filter(pk=glass.pk, reviewed_late_at=None).update(
                reviewed_late_at=now
            ):
                for person in Person.objects.filter(pk__in=leads()):
                    notify(person=person, kind="glass_asked", path=_path(glass.item))


def _path(item: Item) -> str:
    return reverse("safety:who", args=[item.pk])


def _record(act: str, glass: Glass, *, by: Person) -> None:
    record.write(
        act=act,
        by=by.pk,
        about=glass.person_id,
        subject=f"glass:{glass.pk}",
        area=glass.item.area,
        data={"item": glass.item_id},
    )
