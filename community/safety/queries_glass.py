"""What is known of who somebody is: little, and said as it is."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress

from community.safety.models import DangerNote, Glass, Item


@dataclass(frozen=True, slots=True)
class Known:
    """Everything the house knows of somebody outside. It has no address and no place of anybody,
    but what they wrote down themselves."""

    mails: list[str]
    country: str
    joined_at: datetime | None
    danger: str  # what they wrote down for this hour


def known_of(glass: Glass) -> Known:
    """For the two who opened it. The rule asked before."""
    found = EmailAddress.objects.filter(user=glass.person_id).order_by("-primary", "pk")
    person = glass.person
    note = DangerNote.objects.filter(person=person).first()
    return Known(
        list(found.values_list("email", flat=True)),
        person.country,
        person.joined_at,
        note.words if note else "",
    )


def has_danger_note(person: int | None) -> bool:
    """Whether this person left word of who or where: never what."""
    return DangerNote.objects.filter(person=person).exists()


def has_mail(item: Item) -> bool:
    """Whether there is a mail address to look at: never which."""
    return EmailAddress.objects.filter(user=item.about_id).exists()


def looks_at(person: int) -> list[Glass]:
    """When somebody of the team looked at who this person is: for the person, once they were told."""
    return list(Glass.objects.filter(person=person, told_at__isnull=False))
