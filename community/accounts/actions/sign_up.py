"""Somebody comes in."""

from zoneinfo import available_timezones

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from community.accounts import described, handles, queries, texts
from community.accounts.actions.consent import TEXT_CHANGED
from community.accounts.actions.joining import use_invitation
from community.accounts.enums import ConsentKind, Standing
from community.accounts.models import Admission, Consent, Person, Profile
from community.house import queries as house
from community.house import rules as house_rules
from community.record import write as record
from community.refusal import Refused, insist


@transaction.atomic
def sign_up(
    *,
    handle: str,
    password: str,
    email: str,
    rules_version: str,
    consent_version: str,
    invitation: str,
    time_zone: str = "",
    by: Person | None = None,
) -> Person:
    """A person with profile and both consents, in one piece or not at all.

    Where the house asks for an invitation, one use of it is taken; where a person decides, the
    account waits. The e-mail may belong to somebody else already: it is kept unconfirmed and
    nothing here tells. `by` is None: people sign up themselves.

    Raises Refused where the house is not open yet and nobody invited them, for a handle that
    cannot be had, a code that opens nothing, or a text that was replaced meanwhile.
    """
    if not invitation:
        insist(house_rules.may_come_in())
    given = {ConsentKind.RULES: rules_version, ConsentKind.HEALTH_DATA: consent_version}
    if any(texts.current(kind).version != version for kind, version in given.items()):
        raise Refused(TEXT_CHANGED)
    insist(handles.problem(handle, email=email, site_name=house.current().name))
    joining = house.joining()
    if joining == "invitation" or invitation:
        use_invitation(code=invitation)
    waits = joining == "approval"
    person = _person(
        handle, password, email, standing=Standing.WAITING if waits else Standing.ACTIVE
    )
    if time_zone in available_timezones():
        person.time_zone = time_zone
        person.save(update_fields=["time_zone"])
    Profile.objects.create(person=person)
    Consent.objects.bulk_create(
        Consent(person=person, kind=kind, version=version) for kind, version in given.items()
    )
    if waits:
        Admission.objects.create(person=person)
    described.tell_name(person)
    record.write(act="sign_up", by=by.pk if by else person.pk, about=person.pk)
    return person


def _person(handle: str, password: str, email: str, *, standing: Standing) -> Person:
    if not queries.is_free(handle):
        raise Refused(handles.TAKEN)
    person = Person(handle=handle, email=email.lower(), standing=standing)
    person.set_password(password)
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:  # somebody took it since we looked
        raise Refused(handles.TAKEN) from None
    if email:
        EmailAddress.objects.create(user=person, email=email.lower(), primary=True)
    return person
