"""What waits for a person, and where mail may go."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from django.core import signing

from community.notifications import kinds
from community.notifications.models import Notification, Preference
from community.notifications.quiet import Wishes

SHOWN = 50
_STOP = "no more mail"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice as it is shown."""

    id: int
    sentence: str
    at: datetime
    is_new: bool
    path: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """Whether anything is new, never how much; and the notice itself where it is the only one."""

    some: bool
    only: Notice | None


def news_of(person: int) -> News:
    """What one's own page says of notices. Two questions at most."""
    unread = list(Notification.objects.filter(person_id=person, read_at=None)[:2])
    if len(unread) != 1:
        return News(some=bool(unread), only=None)
    row = unread[0]
    said = kinds.of(row.kind).inside_for(row.path, row.moment)
    return News(some=True, only=Notice(row.pk, said, row.at, is_new=True, path=row.path))


def notices_of(person: int) -> list[Notice]:
    """The newest notices of a person, newest first."""
    rows = Notification.objects.filter(person_id=person).order_by("-at", "-pk")[:SHOWN]
    return [
        Notice(row.pk, kinds.of(row.kind).inside(row.moment), row.at, row.read_at is None)
        for row in rows
    ]


def proved_address(person: int) -> str:
    """The mail address this person proved to be theirs, the main one first, or nothing."""
    found = EmailAddress.objects.filter(user_id=person, verified=True).order_by("-primary", "pk")
    return found.values_list("email", flat=True).first() or ""


def wants_mail(person: int) -> bool:
    """Whether this person lets us send mail at all."""
    return not Preference.objects.filter(person_id=person, by_mail=False).exists()


def wishes_of(person: int) -> Wishes:
    """When this person's mail may leave, as they chose."""
    found = Preference.objects.filter(person_id=person).first() or Preference()
    return Wishes(found.quiet_from, found.quiet_until, found.mails_a_day, found.rests_until)


def no_mail_about(person: int) -> set[str]:
    """The topics and places about which this person wants no mail."""
    found = Preference.objects.filter(person_id=person).values_list("no_mail_about", flat=True)
    return set(found.first() or [])


def stop_token(person: int) -> str:
    """What stands in a mail so that it can be stopped without signing in. It opens nothing else."""
    return signing.dumps(person, salt=_STOP)


def person_of_token(token: str) -> int | None:
    """Whose mail it stops; None where we did not make it."""
    try:
        return int(signing.loads(token, salt=_STOP))
    except (signing.BadSignature, ValueError, TypeError):
        return None
