"""A new name stays unknown to whoever somebody hid themself from: what they read is the name of then.
And what would give it away all the same, which features above know of."""

from collections.abc import Callable, Collection

from community.accounts.models import Block, FormerName, Person

Ties = Callable[[Person, Collection[int]], bool]
_ties: list[Ties] = []


def register_tie(still_tied: Ties) -> None:
    """Called by a feature in `ready`: whether it still shows this person to one of these by name, as
    a pair that goes on does."""
    _ties.append(still_tied)


def is_still_tied(person: Person) -> bool:
    """To anybody of whom they said that the two know each other outside."""
    hid = set(Block.objects.filter(by=person, both=True).values_list("of", flat=True))
    return any(tied(person, hid) for tied in _ties if hid)


def names_known_to(reader: int, people: Collection[int]) -> dict[int, str]:
    """By number, only those who changed their name since they and the reader do not see one another:
    the name of then. One query, a second where there are any."""
    blocks = Block.objects.filter(by=reader, of__in=people)
    since = dict(blocks.values_list("of", "at"))
    if not since:
        return {}
    latest_first = FormerName.objects.filter(person__in=since).order_by("-until", "-pk")
    return {
        former.person_id: former.name
        for former in latest_first  # the last word is the oldest name since then
        if former.until > since[former.person_id]
    }
