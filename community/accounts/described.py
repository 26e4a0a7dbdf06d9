"""Who reads what somebody shows of themselves, as words in a room are read. What stands above
accounts registers itself here when it starts."""

from collections.abc import Callable

from community.accounts.models import Person

# (person, words) -> whether the person should see help first. Inside the transaction of the words.
Reader = Callable[[Person, str], bool]

_readers: list[Reader] = []


def register(reader: Reader) -> None:
    """Called by a feature in `ready`."""
    _readers.append(reader)


def tell(person: Person, words: str) -> bool:
    """The words are kept just now. Answers whether the person should see help first."""
    answers = [reader(person, words) for reader in _readers]  # every one of them reads
    return any(answers)
