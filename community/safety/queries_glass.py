"""What is known of who somebody is: little, and said as it is."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress

from community.safety.models import Glass, Item


@dataclass(frozen=True, slots=True)
class Known:
    """Everything the house knows of somebody outside. It has no address and no place of anybody."""

    mails: list[str]
    country: str
    joined_at: datetime | None


def known_of(glass: Glass) -> Known:
    """For the two who opened it. The rule asked before."""
    found = EmailAddress.objects.filter(user=glass.person_id).order_by("-primary", "pk")
    person = glass.person
    return Known(list(found.values_list("email", flat=True)), person.country, person.joined_at)


def has_mail(item: Item) -> bool:
    """Whether there is a mail address to look at: never which."""
    return EmailAddress.objects.filter(user=item.about_id).exists()


def looks_at(person: int) -> list[Glass]:
    """When somebody of the team looked at who this person is: for the person, once they were told."""
    return list(Glass.objects.filter(person=person, told_at__isnull=False))
