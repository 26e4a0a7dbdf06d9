"""Leaving for good: asked, reversible for 21 days, then done by the ticker."""

import hashlib
import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import Error as DatabaseTrouble
from django.db import transaction
from django.utils import timezone

from community.accounts import personal_data, role_ends
from community.accounts.actions.sessions import end_sessions
from community.accounts.enums import Standing
from community.accounts.models import Leaving, LeavingProof, Person
from community.again import again_after_deadlock
from community.record import write as record

log = logging.getLogger(__name__)

# Long enough for a change of mind after a bad week; journey F.
CAN_COME_BACK = timedelta(days=21)
PROVED_FOR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody leaves. `token` opens the page that says when it was done; it is said once, here."""

    leaving: Leaving
    token: str

    @property
    def ends_at(self) -> datetime:
        """When it is done."""
        return self.leaving.ends_at


def hashed(token: str) -> str:
    """What is kept of the address of a proof."""
    return hashlib.sha256(b"leaving-proof\0" + token.encode()).hexdigest()


@transaction.atomic
def start_leaving(*, by: Person, keeps_words: bool) -> Left:
    """The person leaves: signed out everywhere at once, erased when `ends_at` has come.

    Asking again changes what happens to their words, not the day.
    """
    return _start(by, keeps_words=keeps_words, stays=CAN_COME_BACK)


@transaction.atomic
def start_leaving_at_once(*, by: Person) -> Left:
    """The same without days to come back, words included: `finish_leaving` follows. Should it fail,
    the ticker does it."""
    left = _start(by, keeps_words=False, stays=timedelta(0))
    if left.leaving.ends_at > timezone.now():  # they were leaving already
        left.leaving.ends_at = timezone.now()
        left.leaving.save(update_fields=["ends_at"])
    return left


def _start(by: Person, *, keeps_words: bool, stays: timedelta) -> Left:
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
            "ends_at": now + stays,
        },
    )
    person.standing = Standing.LEAVING
    person.standing_until = leaving.ends_at
    person.save(update_fields=["standing", "standing_until"])
    role_ends.stop_all(person=person, by=by)
    end_sessions(person=person, by=by)
    record.write(act="start_leaving", by=person.pk, about=person.pk)
    return Left(leaving, _prove(leaving))


def _prove(leaving: Leaving) -> str:
    """A proof that knows nobody; asked again, its address is a new one."""
    token = secrets.token_urlsafe(24)
    proof = leaving.proof or LeavingProof(asked_at=leaving.asked_at)
    proof.hash = hashed(token)
    proof.save()
    leaving.proof = proof
    leaving.save(update_fields=["proof"])
    return token


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
    LeavingProof.objects.filter(leaving=leaving).delete()
    leaving.delete()
    person.save(update_fields=["standing", "standing_until"])
    record.write(act="come_back", by=person.pk, about=person.pk)


@again_after_deadlock
@transaction.atomic
def finish_leaving(*, person: Person) -> None:
    """Erases every feature's share of a person and the account itself, and says so on its proof.
    Cannot be undone.

    The record keeps that it happened, under a number that now names nobody.
    """
    leaving = Leaving.objects.select_for_update().get(person=person)
    number, proof = person.pk, leaving.proof
    personal_data.erase(person, keeps_words=leaving.keeps_words)
    person.delete()
    if proof is not None:
        proof.done_at = timezone.now()
        proof.save(update_fields=["done_at"])
    record.write(act="finish_leaving", by=None, about=number)


def finish_all_due(now: datetime) -> None:
    """The ticker's job: everybody whose days to come back are over, each in a transaction of their
    own. Proofs that everybody had a year to read go too."""
    LeavingProof.objects.filter(done_at__lte=now - PROVED_FOR).delete()
    due = Person.objects.filter(standing=Standing.LEAVING, leaving__ends_at__lte=now)
    for person in due:
        try:
            finish_leaving(person=person)
        except DatabaseTrouble:
            raise
        except Exception as error:  # what stops one person's leaving stops nobody else's
            log.warning("somebody could not be removed: %s", type(error).__name__)
