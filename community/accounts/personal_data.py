"""The registry of personal data: every feature says how its share is exported and erased.

A test walks every foreign key to Person and asks that some feature answers for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from community.accounts.models import Person

# A feature's share of the archive: its name, and rows as plain values.
Export = Callable[[Person], dict[str, Any]]
# Erases a feature's share. `keeps_words`: the person asked that what they wrote in rooms stays,
# without their name.
Erase = Callable[[Person, bool], None]


@dataclass(frozen=True, slots=True)
class Share:
    """One feature's answer for a person's data. `models`: labels of the models it speaks for."""

    feature: str
    models: frozenset[str]
    export: Export
    erase: Erase


_shares: dict[str, Share] = {}


def register(feature: str, *, models: Iterable[str], export: Export, erase: Erase) -> None:
    """Called once by a feature in `ready`. `models` are labels such as "groups.Seat": those whose
    rows belong to a person, by a foreign key or by a plain number."""
    _shares[feature] = Share(feature, frozenset(models), export, erase)


def shares() -> list[Share]:
    """All shares, lower floors first to export, as they registered."""
    return list(_shares.values())


def export(person: Person) -> dict[str, Any]:
    """Everything kept about a person, by feature; only their own words."""
    return {share.feature: share.export(person) for share in shares()}


def erase(person: Person, *, keeps_words: bool) -> None:
    """Erases every feature's share, upper floors first: they stand on the lower ones."""
    for share in reversed(shares()):
        share.erase(person, keeps_words)
