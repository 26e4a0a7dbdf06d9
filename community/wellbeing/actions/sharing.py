"""Sharing a part with somebody at one's side, and taking it back at once."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.looks import SAME_LOOK
from community.accounts.models import Person
from community.notifications.actions import notify
from community.refusal import insist
from community.wellbeing import companions, rules, rules_sharing
from community.wellbeing.models import Share, ShareLink, ShareView
from community.wellbeing.queries import sharing

LONGEST = timedelta(days=92)


@transaction.atomic
def share(
    *, to: int, parts: Iterable[str], until: datetime, by: Person, now: datetime | None = None
) -> list[Share]:
    """Lets somebody at one's side read these parts until then; a part that is shared already gets
    the new end. Raises Refused."""
    now = now or timezone.now()
    wanted = sorted(set(parts))
    Person.objects.select_for_update().get(pk=by.pk)
    insist(None if any(one.person == to for one in companions.of(by)) else rules.NOT_HERE)
    insist(None if now < until <= now + LONGEST else rules_sharing.END_TOO_FAR)
    known = {part.key for part in sharing.parts_of(by)}
    insist(None if wanted and set(wanted) <= known else rules_sharing.CHOOSE_PARTS)
    Share.objects.filter(person=by, to=to, ended_at=None, until__lte=now).update(ended_at=now)
    made = []
    for what in wanted:
        found = Share.objects.filter(person=by, to=to, what=what, ended_at=None).first()
        found = found or Share(person=by, to_id=to, what=what, began_at=now)
        found.until = until
        found.save()
        made.append(found)
    path = reverse("wellbeing:shared-by", args=[by.pk])
    notify(person=Person.objects.get(pk=to), kind="shared", path=path)
    return made


@transaction.atomic
def end_share(*, share: int, by: Person) -> None:
    """From now on nobody reads it by this: open pages go blank. The reader is not told."""
    mine = Share.objects.filter(pk=share, person=by, ended_at=None)
    mine.update(ended_at=timezone.now())


@transaction.atomic
def end_all_with(*, to: int, by: Person) -> None:
    """Everything that is shared with one person."""
    Share.objects.filter(person=by, to=to, ended_at=None).update(ended_at=timezone.now())


@transaction.atomic
def end_part(*, what: str, by: Person) -> None:
    """Nobody reads this part any more: every sharing of it is over, and every link it is in. What
    is shared again later is shared anew."""
    now = timezone.now()
    Share.objects.filter(person=by, what=what, ended_at=None).update(ended_at=now)
    links = ShareLink.objects.filter(person=by, ended_at=None).values_list("pk", "parts")
    over = [number for number, parts in links if what in parts]
    ShareLink.objects.filter(pk__in=over).update(ended_at=now)


@transaction.atomic
def look(*, person: Person, by: Person, now: datetime | None = None) -> list[Share]:
    """The reader opens what is shared with them; the owner can read that they did: once an
    hour for each part, however often a page asks anew. Raises Refused, hidden, where nothing is."""
    now = now or timezone.now()
    found = sharing.for_me(person, by, now=now)
    insist(None if found else rules.NOT_HERE)
    recent = ShareView.objects.filter(share__in=found, at__gt=now - SAME_LOOK)
    noted = set(recent.values_list("share_id", flat=True))
    fresh = [share for share in found if share.pk not in noted]
    ShareView.objects.bulk_create(ShareView(share=share, at=now) for share in fresh)
    return found
