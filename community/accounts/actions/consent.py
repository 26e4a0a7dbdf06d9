"""Saying yes to a text, and taking it back."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import live
from community.accounts import texts
from community.accounts.actions.leaving import Left, start_leaving
from community.accounts.enums import ConsentKind
from community.accounts.models import Consent, Person
from community.record import write as record
from community.refusal import Refusal, Refused

TEXT_CHANGED = Refusal(
    "text_changed", _("These words changed while you were reading. Please read them once more.")
)


@transaction.atomic
def agree(*, versions: Mapping[ConsentKind, str], by: Person) -> None:
    """A yes to each of these texts in the version that was read; it takes the place of an older
    yes. Raises Refused where the text was replaced meanwhile."""
    person = Person.objects.select_for_update().get(pk=by.pk)
    for kind, version in versions.items():
        if texts.current(kind).version != version:
            raise Refused(TEXT_CHANGED)
        _end(person, kind)
        Consent.objects.create(person=person, kind=kind, version=version)
        record.write(
            act="agree", by=person.pk, about=person.pk, data={"to": kind.value, "version": version}
        )
    live.kick([person.pk])


@transaction.atomic
def withdraw(*, by: Person) -> Left:
    """Takes back every yes: signed out everywhere and sockets ended at once, and the data goes by
    the rules of leaving, words included. Coming back within the days asks for a new yes."""
    person = Person.objects.select_for_update().get(pk=by.pk)
    for kind in ConsentKind:
        _end(person, kind)
    left = start_leaving(by=person, keeps_words=False)
    record.write(act="withdraw_consent", by=person.pk, about=person.pk)
    return left


def _end(person: Person, kind: ConsentKind) -> None:
    Consent.objects.filter(person=person, kind=kind, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
