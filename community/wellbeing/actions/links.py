"""Showing a part to somebody outside: a link for a week at most, a code told another way, one device.
Nothing is mailed by us."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.looks import SAME_LOOK
from community.accounts.models import Person
from community.refusal import insist
from community.wellbeing import rules, rules_sharing
from community.wellbeing.models import LinkView, ShareLink
from community.wellbeing.queries import sharing

LONGEST = timedelta(days=7)
TRIES = 5


@dataclass(frozen=True, slots=True)
class Fresh:
    """A link as it is said once: nobody can read its token or code again."""

    link: ShareLink
    token: str
    code: str


def hashed(secret: str) -> str:
    """What is kept of a token or a device."""
    return hashlib.sha256(b"share-link\0" + secret.encode()).hexdigest()


@transaction.atomic
def make_link(*, parts: Iterable[str], days: int, by: Person) -> Fresh:
    """A new link. Raises Refused for parts that are not there, or more than a week."""
    wanted = sorted(set(parts))
    Person.objects.select_for_update().get(pk=by.pk)  # no part is taken back meanwhile
    known = {part.key for part in sharing.parts_of(by)}
    insist(None if wanted and set(wanted) <= known else rules_sharing.CHOOSE_PARTS)
    insist(None if 1 <= days <= LONGEST.days else rules_sharing.LINK_TOO_LONG)
    token, code = secrets.token_urlsafe(24), f"{secrets.randbelow(10**6):06d}"
    link = ShareLink.objects.create(
        person=by,
        parts=wanted,
        token_hash=hashed(token),
        code_hash=make_password(code),
        until=timezone.now() + timedelta(days=days),
    )
    return Fresh(link, token, code)


@transaction.atomic
def end_link(*, link: int, by: Person) -> None:
    """From now on it opens nothing; open pages go blank."""
    ShareLink.objects.filter(pk=link, person=by, ended_at=None).update(ended_at=timezone.now())


@transaction.atomic
def open_link(*, token: str, code: str, now: datetime | None = None) -> str | None:
    """The code is right: answers the secret of the one device on which the link opens from now on.
    None for a wrong code; after five of them the link is over. Raises Refused, hidden, where there
    is no such link or it has its device."""
    found = alive(token, now=now or timezone.now(), locked=True)
    insist(rules.NOT_HERE if found is None or found.device_hash else None)
    assert found is not None
    if not check_password(code.strip().replace(" ", ""), found.code_hash):
        found.wrong_codes += 1
        if found.wrong_codes >= TRIES:
            found.ended_at = timezone.now()
        found.save(update_fields=["wrong_codes", "ended_at"])
        return None
    device = secrets.token_urlsafe(24)
    found.device_hash = hashed(device)
    found.save(update_fields=["device_hash"])
    return device


@transaction.atomic
def look_by_link(*, token: str, device: str, now: datetime | None = None) -> ShareLink:
    """Somebody looks; the owner can read that they did, once an hour. Raises Refused, hidden, for
    another device and for what is over."""
    now = now or timezone.now()
    found = on_device(token, device, now=now)
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    if not found.views.filter(at__gt=now - SAME_LOOK).exists():
        LinkView.objects.create(link=found, at=now)
    return found


def on_device(token: str, device: str, *, now: datetime) -> ShareLink | None:
    """The link, on the one device on which it opens."""
    found = alive(token, now=now)
    if found is None or not device or not found.device_hash:
        return None
    return found if secrets.compare_digest(found.device_hash, hashed(device)) else None


def alive(token: str, *, now: datetime, locked: bool = False) -> ShareLink | None:
    """The link of this token while it is not over and its owner is here."""
    links = ShareLink.objects.select_for_update(of=("self",)) if locked else ShareLink.objects.all()
    here = links.filter(ended_at=None, until__gt=now, person__standing=Standing.ACTIVE)
    return here.filter(token_hash=hashed(token)).first()
