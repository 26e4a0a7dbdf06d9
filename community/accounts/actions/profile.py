"""What a person shows of themselves, and what they are called."""

from zoneinfo import available_timezones

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from community import live
from community.accounts import described, handles, hidden, queries
from community.accounts.enums import TagSeen
from community.accounts.models import FormerName, Person, Profile, Tag
from community.again import again_after_deadlock
from community.house import queries as house
from community.record import write as record
from community.refusal import Refusal, Refused, insist

STILL_TIED = Refusal(
    "still_tied",
    _(
        "You still talk one to one with somebody you hid yourself from, and they would read your "
        "new name there. Please stop that first, on the page of your mentoring."
    ),
)


@transaction.atomic
def describe_oneself(*, pronouns: str, about: str, by: Person) -> bool:
    """Keeps what a person chose to show beside their handle. Answers whether they should see help
    first: new words are read as words in a room are."""
    kept = Profile.objects.filter(person=by).values_list("about", flat=True).first()
    Profile.objects.update_or_create(
        person=by, defaults={"pronouns": pronouns.strip(), "about": about.strip()}
    )
    return about.strip() != (kept or "") and described.tell(by, about.strip())


@again_after_deadlock
@transaction.atomic
def change_handle(*, handle: str, by: Person, apart: bool = False) -> Person:
    """A new visible name, everywhere at once, with every word of theirs. The old one is sealed, for
    those who lead alone.

    `apart`: nobody else can tell that the two names belong together. Their words stay theirs and
    stay where they are, under the name they were said under; what they show of themselves is empty.

    Raises Refused for a handle that cannot be had, and where it would be shown at once to somebody
    they hid themself from.
    """
    person = Person.objects.select_for_update().get(pk=by.pk)
    if handle == person.handle:
        return person
    insist(STILL_TIED if hidden.is_still_tied(person) else None)
    insist(handles.problem(handle, email=person.email, site_name=house.current().name))
    if not queries.is_free(handle, besides=person):
        raise Refused(handles.TAKEN)
    kept_as = hidden.kept_as(person.handle) if apart else ""
    former = FormerName.objects.create(
        person=person, name=person.handle, is_apart=apart, kept_as=kept_as
    )
    person.handle = handle
    try:
        with transaction.atomic():
            person.save(update_fields=["handle", "skeleton"])
    except IntegrityError:  # somebody took it since we looked
        raise Refused(handles.TAKEN) from None
    described.tell_name(person)
    record.write(act="change_handle", by=person.pk, about=person.pk)
    if apart:
        Profile.objects.filter(person=person).update(pronouns="", about="")
        Tag.objects.filter(person=person).update(seen_by=TagSeen.ME)
        hidden.part_from(former)
        live.kick([person.pk])
    return person


@transaction.atomic
def set_time_zone(*, time_zone: str, by: Person) -> None:
    """The person's own time; "" for that of this place. An unknown zone is left as it is."""
    if time_zone == "" or time_zone in available_timezones():
        Person.objects.filter(pk=by.pk).update(time_zone=time_zone)
        by.time_zone = time_zone


@transaction.atomic
def set_place(*, time_zone: str, country: str, by: Person) -> None:
    """The person's own time and helplines, as they chose them. An unknown zone is left as it is."""
    person = Person.objects.select_for_update().get(pk=by.pk)
    if time_zone in available_timezones():
        person.time_zone = time_zone
    person.country = country.upper()
    person.save(update_fields=["time_zone", "country"])
