"""What the accounts' own part of the record says to the person it is about."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.looks import Look
from community.accounts.models import Person
from community.record.models import Entry

# Who, what, why, by the act; only where somebody else did it.
_ACTS = {
    "take_archive": (
        _("The operator, by a command"),
        _("A copy of everything that is kept about me"),
        _("You asked the operator for it."),
    ),
    "admit": (
        _("A coordinator"),
        _("That you asked to join"),
        _("A person decides here who joins. You were let in."),
    ),
    "decline": (
        _("A coordinator"),
        _("That you asked to join"),
        _("A person decides here who joins. You can read their words."),
    ),
    "end_sessions": (
        _("Somebody of the team"),
        _("Where you were signed in"),
        _("You were signed out everywhere."),
    ),
}


def of(person: Person, since: datetime) -> Iterator[Look]:
    """Acts of others, in words. The operator's command acts by nobody's number."""
    entries = Entry.objects.filter(about=person.pk, act__in=_ACTS, at__gte=since)
    for entry in entries:
        if entry.by != person.pk:
            yield Look(entry.at, *_ACTS[entry.act])
