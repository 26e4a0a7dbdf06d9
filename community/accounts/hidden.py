"""A name from before. What somebody wrote under a name they have parted from stays under it for
everybody; and whoever somebody hid themself from reads the name of then in any case.

Features say what else would give a new name away, and what they do when somebody parts from one.
"""

import hashlib
import hmac
from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from community.accounts import handles
from community.accounts.models import Block, FormerName, Person
from community.refusal import Refusal

NOBODY_NOW = Refusal(
    "nobody_now",
    _(
        "Nobody writes under this name any more, so there is nobody to do this with. If the words "
        "are the trouble, or you are afraid, please tell the team about them."
    ),
)

Ties = Callable[[Person, Collection[int]], bool]
Part = Callable[[FormerName], None]
Moment = tuple[int, datetime]  # a person by number, and when
_ties: list[Ties] = []
_parts: list[Part] = []


def register_tie(still_tied: Ties) -> None:
    """Called by a feature in `ready`: whether it still shows this person to one of these by name, as
    a pair that goes on does."""
    _ties.append(still_tied)


def register_part(part: Part) -> None:
    """Called by a feature in `ready`: what it does, in the same transaction, when somebody parts from
    this name. They have the new one already."""
    _parts.append(part)


def is_still_tied(person: Person) -> bool:
    """To anybody of whom they said that the two know each other outside."""
    hid = set(Block.objects.filter(by=person, both=True).values_list("of", flat=True))
    return any(tied(person, hid) for tied in _ties if hid)


def hides_from_somebody(person: Person) -> bool:
    """Whether they said of somebody that the two know each other outside."""
    return Block.objects.filter(by=person, both=True).exists()


def part_from(former: FormerName) -> None:
    """Every feature leaves what was said under this name where it is."""
    for part in _parts:
        part(former)


def kept_as(handle: str) -> str:
    """Which name it is, look-alikes included, for whoever knows the name already."""
    folded = handles.skeleton(handle)
    return hmac.new(settings.SECRET_KEY.encode(), folded.encode(), hashlib.sha256).hexdigest()


def is_kept_from(handle: str, person: Person | None) -> bool:
    """Whether somebody else has parted from this name: words stand under it, and it stays theirs."""
    kept = FormerName.objects.filter(kept_as=kept_as(handle))
    return (kept if person is None else kept.exclude(person=person)).exists()


def names_known_to(reader: int, people: Collection[int]) -> dict[int, str]:
    """By number, only those who changed their name since they and the reader do not see one another:
    the name of then. One query, a second where there are any."""
    blocks = Block.objects.filter(by=reader, of__in=people)
    since = dict(blocks.values_list("of", "at"))
    if not since:
        return {}
    former = list(FormerName.objects.filter(person__in=since).order_by("until", "pk"))
    found = {number: _name_at(at, number, former) for number, at in since.items()}
    return {number: name for number, name in found.items() if name}


def names_at(moments: Iterable[Moment]) -> dict[Moment, str]:
    """For (person, moment), only those who have parted since from the name they had then: that name.
    One query, none where nobody is asked about."""
    asked = set(moments)
    if not asked:
        return {}
    parted = FormerName.objects.filter(person__in={number for number, _ in asked}, is_apart=True)
    former = list(parted.order_by("until", "pk"))
    found = {(number, at): _name_at(at, number, former) for number, at in asked if former}
    return {moment: name for moment, name in found.items() if name}


def name_at(person: Person, at: datetime) -> str:
    """What this person was called at that moment, as far as others may know."""
    return names_at([(person.pk, at)]).get((person.pk, at), person.handle)


def has_parted(person: int, at: datetime) -> bool:
    """Whether they have parted since from the name they had at that moment."""
    return bool(names_at([(person, at)]))


def _name_at(at: datetime, number: int, former: Iterable[FormerName]) -> str:
    """The first that ended after that moment; the earliest stand first."""
    later = (one.name for one in former if one.person_id == number and one.until > at)
    return next(later, "")
