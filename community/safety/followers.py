"""What a feature does after the team was told about something of its own, or decided about it.

In the feature's `AppConfig.ready`:

    followers.register("message", told=..., decided=...)
        # told: (*, id) -> None, after a report or a worry about it was kept
        # decided: (*, id, by: Person, choice: str) -> None, after a report of it was decided

Both run inside the transaction of what they follow, with the subject locked (`subjects.lock`).
"""

from dataclasses import dataclass
from typing import Protocol

from community.accounts.models import Person


class Told(Protocol):
    def __call__(self, *, id: str) -> None: ...


class Decided(Protocol):
    def __call__(self, *, id: str, by: Person, choice: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Follower:
    told: Told
    decided: Decided


_followers: dict[str, Follower] = {}


def register(kind: str, *, told: Told, decided: Decided) -> None:
    """Makes a feature follow what happens to subjects of this kind. The last word wins."""
    _followers[kind] = Follower(told, decided)


def told(kind: str, id: str) -> None:
    """The team was told about it just now."""
    if kind in _followers:
        _followers[kind].told(id=id)


def decided(kind: str, id: str, *, by: Person, choice: str) -> None:
    """A report of it was decided just now."""
    if kind in _followers:
        _followers[kind].decided(id=id, by=by, choice=choice)
