"""What waits for a person, and where mail may go."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress

from community.notifications import kinds
from community.notifications.models import Notification, Preference

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice as it is shown."""

    id: int
    sentence: str
    at: datetime
    is_new: bool


def has_unread(person: int) -> bool:
    """For the calm dot: whether anything is new. Never how much."""
    return Notification.objects.filter(person_id=person, read_at=None).exists()


def notices_of(person: int) -> list[Notice]:
    """The newest notices of a person, newest first."""
    rows = Notification.objects.filter(person_id=person).order_by("-at", "-pk")[:SHOWN]
    return [
        Notice(row.pk, kinds.of(row.kind).said(row.moment), row.at, row.read_at is None)
        for row in rows
    ]


def proved_address(person: int) -> str:
    """The mail address this person proved to be theirs, the main one first, or nothing."""
    found = EmailAddress.objects.filter(user_id=person, verified=True).order_by("-primary", "pk")
    return found.values_list("email", flat=True).first() or ""


def wants_mail(person: int) -> bool:
    """Whether this person lets us send mail at all."""
    return not Preference.objects.filter(person_id=person, by_mail=False).exists()
