"""When somebody of the team read a person's words on the desk, and when two looked at who they are:
for that person. What others told the team shows only once a decision was told, so that nobody who
reported can be guessed from here."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.accounts.looks import Look
from community.accounts.models import Person
from community.record.models import Entry
from community.safety import queries_glass
from community.safety.enums import ItemKind
from community.safety.models import Item, Measure

READ = "read_item"
_TEAM = _("Somebody of the team, on the desk")
# Kinds that come from the person's own words or wishes: they know of them.
_OWN = {
    ItemKind.SIGNAL: _("A program found words that may need a person."),
    ItemKind.HELD: _("Your words waited for the team."),
    ItemKind.REQUEST: _("You asked to join."),
    ItemKind.APPEAL: _("You asked us to look again."),
    ItemKind.REPLY: _("You answered us."),
    ItemKind.BOX: _("You wrote to the team."),
    ItemKind.ASKED: _("You asked for something, and nobody had answered yet."),
    ItemKind.UNREAD: _("Words on a wall are read by the team."),
}
_DECIDED = _("Somebody had told the team. You can read what was decided.")


def of(person: Person, since: datetime) -> Iterator[Look]:
    """All of it that the person may know now."""
    entries = list(Entry.objects.filter(about=person.pk, act=READ, at__gte=since))
    kinds = dict(
        Item.objects.filter(pk__in=[entry.data["item"] for entry in entries]).values_list(
            "pk", "kind"
        )
    )
    told = set(Measure.objects.filter(person=person).values_list("item", flat=True))
    for entry in entries:
        item = entry.data["item"]
        why = _why(kinds.get(item), is_told=item in told)
        if why is not None:
            yield Look(entry.at, _TEAM, _("Your words that this was about"), why)
    for glass in queries_glass.looks_at(person.pk):
        if glass.opened_at is not None and glass.opened_at >= since:
            yield Look(
                glass.opened_at,
                _("Two people of the team"),
                _("Your mail address and country, and your sealed note, if you gave them"),
                _("Somebody was worried for a life."),
            )


def _why(kind: str | None, *, is_told: bool) -> str | Promise | None:
    if kind in _OWN:
        return _OWN[ItemKind(kind)]
    return _DECIDED if is_told else None
