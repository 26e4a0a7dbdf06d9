"""Whether something of a warm kind may go out by itself now. The desk knows, which stands above."""

from collections.abc import Callable, Collection
from datetime import datetime

from community.refusal import Refusal

Rule = Callable[[Collection[int], datetime], Refusal | None]
_rules: list[Rule] = []


def register(rule: Rule) -> None:
    """Called by whoever knows of hard things, in `ready`: says why not, for these people."""
    _rules.append(rule)


def may_go_out(people: Collection[int], *, now: datetime) -> Refusal | None:
    """Nothing warm while anything hard concerns one of these people."""
    return next((no for rule in _rules if (no := rule(people, now)) is not None), None)
