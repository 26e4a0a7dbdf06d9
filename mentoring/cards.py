"""What helps in talking with somebody, in lines of their own. It is kept by a feature above this one,
which registers how it is read; here it is only shown, and only where its owner says so."""

from collections.abc import Callable

from community.accounts.models import Person

Lines = list[tuple[str, str]]
_read: list[tuple[Callable[[Person], Lines], str]] = []


def register(read: Callable[[Person], Lines], *, href: str) -> None:
    """`read` answers the lines that say something, each under its name; `href` is where one writes
    them."""
    _read[:] = [(read, href)]


def card_of(person: Person) -> Lines:
    """The lines as they are now; none where nothing is written, or nobody keeps such a card."""
    return _read[0][0](person) if _read else []


def where() -> str:
    """Where one writes it; "" where nobody keeps one."""
    return _read[0][1] if _read else ""
