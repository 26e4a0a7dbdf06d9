"""What the library says about one choice, for a sheet that begins from it. The library is a stranger
here: whoever has one says at the roof how a page is found."""

from collections.abc import Callable
from dataclasses import dataclass

from community.care.models import Sheet


@dataclass(frozen=True, slots=True)
class Choice:
    """An options sheet of the library that everybody can read now."""

    page: int
    title: str
    href: str


Find = Callable[[int], Choice | None]
_finders: list[Find] = []


def register(find: Find) -> None:
    """`find` answers with the choice on this page, or None where there is none to read."""
    _finders.append(find)


def find(page: int | None) -> Choice | None:
    """The choice on this page of the library."""
    if page is None:
        return None
    return next((found for each in _finders if (found := each(page)) is not None), None)


def begun_from(sheet: Sheet) -> Choice | None:
    """What the sheet began from, while it can be read."""
    return find(sheet.page)
