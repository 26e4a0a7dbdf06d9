"""Who reads what somebody shows of themselves, as words in a room are read. What stands above
accounts registers itself here when it starts."""

from collections.abc import Callable

from community.accounts.models import Person

# (person, words) -> whether the person should see help first. Inside the transaction of the words.
Reader = Callable[[Person, str], bool]

_readers: list[Reader] = []
# A name that was chosen just now, inside the transaction that keeps it.
_of_names: list[Callable[[Person], None]] = []


def register(reader: Reader) -> None:
    """Called by a feature in `ready`."""
    _readers.append(reader)


def tell(person: Person, words: str) -> bool:
    """The words are kept just now. Answers whether the person should see help first."""
    answers = [reader(person, words) for reader in _readers]  # every one of them reads
    return any(answers)


def register_names(reader: Callable[[Person], None]) -> None:
    """Called by a feature in `ready`: it reads every name somebody chooses."""
    _of_names.append(reader)


def tell_name(person: Person) -> None:
    """The person has this name just now."""
    for reader in _of_names:
        reader(person)
