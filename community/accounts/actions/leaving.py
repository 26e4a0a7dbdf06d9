"""Leaving for good: asked, reversible for 21 days, then done by the ticker."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from community.accounts import personal_data, role_ends
from community.accounts.actions.sessions import end_sessions
from community.accounts.enums import Standing
from community.accounts.models import Leaving, Person
from community.record import write as record

# Long enough for a change of mind after a bad week; journey F.
CAN_COME_BACK = timedelta(days=21)


@transaction.atomic
def start_leaving(*, by: Person, keeps_words: bool) -> Leaving:
    """The person leaves: signed out everywhere at once, erased when `ends_at` has come.

    Asking again changes what happens to their words, not the day.
    """
    person = Person.objects.select_for_update().get(pk=by.pk)
    now = timezone.now()
    leaving, _ = Leaving.objects.update_or_create(
        person=person,
        defaults={"keeps_words": keeps_words},
        create_defaults={
            "keeps_words": keeps_words,
            "standing_before": person.standing,
            "until_before": person.standing_until,
            "asked_at": now,
            "ends_at": now + CAN_COME_BACK,
        },
    )
    person.standing = Standing.LEAVING
    person.standing_until = leaving.ends_at
    person.save(update_fields=["standing", "standing_until"])
    role_ends.stop_all(person=person, by=by)
    end_sessions(person=person, by=by)
    record.write(act="start_leaving", by=person.pk, about=person.pk)
    return leaving


@transaction.atomic
def come_back(*, by: Person) -> None:
    """Undoes `start_leaving`: everything is as before, a suspension too. Changes nothing for
    somebody who was not leaving."""
    person = Person.objects.select_for_update().get(pk=by.pk)
    if person.standing != Standing.LEAVING:
        return
    leaving = Leaving.objects.get(person=person)
    person.standing = leaving.standing_before
    person.standing_until = leaving.until_before
    leaving.delete()
    person.save(update_fields=["standing", "standing_until"])
    record.write(act="come_back", by=person.pk, about=person.pk)


@transaction.atomic
def finish_leaving(*, person: Person) -> None:
    """Erases every feature's share of a person and the account itself. Cannot be undone.

    The record keeps that it happened, under a number that now names nobody.
    """
    leaving = Leaving.objects.select_for_update().get(person=person)
    number = person.pk
    personal_data.erase(person, keeps_words=leaving.keeps_words)
    person.delete()
    record.write(act="finish_leaving", by=None, about=number)


def finish_all_due(now: datetime) -> None:
    """The ticker's job: everybody whose days to come back are over, each in a transaction of their
    own."""
    due = Person.objects.filter(standing=Standing.LEAVING, leaving__ends_at__lte=now)
    for person in due:
        finish_leaving(person=person)
