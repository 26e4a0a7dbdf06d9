"""The one e-mail address somebody may give, so that they can get back in."""

from allauth.account.models import EmailAddress
from django.db import transaction

from community.accounts.models import Person
from community.record import write as record


@transaction.atomic
def set_email(*, email: str, by: Person) -> EmailAddress:
    """Keeps this address, unconfirmed, in place of any other. Whether somebody else has it is not
    asked here and shown nowhere."""
    person = Person.objects.select_for_update().get(pk=by.pk)
    EmailAddress.objects.filter(user=person).delete()
    address = EmailAddress.objects.create(user=person, email=email.lower(), primary=True)
    _keep(person, address.email)
    record.write(act="set_email", by=person.pk, about=person.pk)
    return address


@transaction.atomic
def remove_email(*, by: Person) -> None:
    """Forgets the address. Removing none changes nothing."""
    person = Person.objects.select_for_update().get(pk=by.pk)
    if EmailAddress.objects.filter(user=person).delete()[0]:
        record.write(act="remove_email", by=person.pk, about=person.pk)
    _keep(person, "")


def _keep(person: Person, email: str) -> None:
    person.email = email
    person.save(update_fields=["email"])
