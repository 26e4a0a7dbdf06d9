"""The registry of personal data: every feature says how its share is exported and erased, and what of
it stays when somebody has left, and why.

A test walks every model that names a person, by a key or by a plain number, and asks that some feature
answers for it; another that nothing stays which no feature has said.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from community.accounts.models import Person

# A feature's share of the archive: its name, and rows as plain values.
Export = Callable[[Person], dict[str, Any]]
# Erases a feature's share. `keeps_words`: the person asked that what they wrote in rooms stays,
# without their name.
Erase = Callable[[Person, bool], None]


@dataclass(frozen=True, slots=True)
class Stays:
    """What is there after somebody has left, and why, in words for them. `of`: the models it is kept
    in. `of_helpers`: of those alone who did something for others here."""

    words: str | Promise
    of: frozenset[str]
    of_helpers: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """One feature's answer for a person's data. `models`: labels of the models it speaks for."""

    feature: str
    models: frozenset[str]
    export: Export
    erase: Erase
    stays: tuple[Stays, ...] = ()


_shares: dict[str, Share] = {}


def register(
    feature: str,
    *,
    models: Iterable[str],
    export: Export,
    erase: Erase,
    stays: Iterable[Stays] = (),
) -> None:
    """Called once by a feature in `ready`. `models` are labels such as "groups.Seat": those whose
    rows belong to a person, by a foreign key or by a plain number."""
    _shares[feature] = Share(feature, frozenset(models), export, erase, tuple(stays))


def shares() -> list[Share]:
    """All shares, lower floors first to export, as they registered."""
    return list(_shares.values())


def stays(*, of_helpers: bool) -> list[Stays]:
    """What stays of somebody who left, feature by feature."""
    return [one for share in shares() for one in share.stays if one.of_helpers == of_helpers]


def export(person: Person) -> dict[str, Any]:
    """Everything kept about a person, by feature; only their own words."""
    return {share.feature: share.export(person) for share in shares()}


def erase(person: Person, *, keeps_words: bool) -> None:
    """Erases every feature's share, upper floors first: they stand on the lower ones."""
    for share in reversed(shares()):
        share.erase(person, keeps_words)
