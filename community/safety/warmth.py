"""Nothing of a warm kind goes out by itself while something hard concerns either person.

Hard is: a death that is being told, for whoever died and those who sat in a room with them; words or
answers of one of them that need somebody now; an appeal of theirs that nobody has looked at again;
and what features know of, such as an answer that waits for a reviewer soon, or a pair in which one
does not feel safe. Asked wherever a program
would be kind of its own accord; help, safety, answers and what somebody asked for never ask.
"""

from collections.abc import Callable, Collection
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.refusal import Refusal
from community.safety.enums import UNFINISHED, Level
from community.safety.models import Appeal, Item, Passing

SOMETHING_HARD = Refusal("something_hard", _("This waits until something harder is over."))

Hard = Callable[[Collection[int]], bool]
Near = Callable[[Collection[int], Collection[int]], bool]
_hard: list[Hard] = []
_near: list[Near] = []


def register_hard(concerns: Hard) -> None:
    """Called by a feature in `ready`: whether something hard that it knows of concerns one of these
    people."""
    _hard.append(concerns)


def register_near(is_near: Near) -> None:
    """Called by a feature in `ready`: whether one of the second people was near one of the first."""
    _near.append(is_near)


def may_be_warm(people: Collection[int], now: datetime) -> Refusal | None:
    """Asks until something hard is found. What ends it is a person's act or the end of the days in
    which a death is told, never this."""
    hard = (
        _death_is_told(people, now)
        or _needs_somebody_now(people)
        or _appeal_waits(people)
        or any(concerns(people) for concerns in _hard)
    )
    return SOMETHING_HARD if hard else None


def _death_is_told(people: Collection[int], now: datetime) -> bool:
    if Person.objects.filter(pk__in=people, standing=Standing.DIED).exists():
        return True
    told = set(Passing.objects.filter(until__gt=now).values_list("person", flat=True))
    return bool(told & set(people)) or any(near(told, people) for near in _near if told)


def _needs_somebody_now(people: Collection[int]) -> bool:
    return Item.objects.filter(about__in=people, level=Level.NOW, state__in=UNFINISHED).exists()


def _appeal_waits(people: Collection[int]) -> bool:
    return Appeal.objects.filter(measure__person__in=people, decided_at=None).exists()
