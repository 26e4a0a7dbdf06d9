"""Help before anything else, where somebody's words sound as if they need it."""

from dataclasses import dataclass

from django.utils import timezone

from community.accounts.models import Person
from community.help.queries import ShownLine, emergency_number, lines_for
from community.house import queries as house
from community.safety.hearing import needs_help
from community.safety.queries import item_about
from community.safety.queries_glass import has_danger_note


@dataclass(frozen=True, slots=True)
class Help:
    """What stands first: a number for emergencies and lines that are not closed."""

    emergency: str
    lines: list[ShownLine]
    left_note: bool  # a sealed note says who or where
    taken: bool  # somebody from the team has it: only then the page may say so


def help_for(person: Person, words: str, *, kind: str, id: int) -> Help | None:
    """None where the words are not of that kind. `kind` and `id` name them as the desk does."""
    if not needs_help(words):
        return None
    country = person.country or house.current().country
    lines = lines_for(country, now=timezone.now())
    fitting = [shown for shown in lines if shown.open is not False and not shown.line.for_young]
    item = item_about(kind, str(id))
    taken = item is not None and item.taken_at is not None
    return Help(emergency_number(country), fitting[:3], has_danger_note(person.pk), taken)
