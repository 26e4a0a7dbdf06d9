"""What somebody writes of themselves outside a room is read as words in one are: a program can only
call somebody, and the author sees help first."""

from django.utils import timezone

from community import screening
from community.accounts.models import Person
from community.safety.clocks import CALLED_AT_ONCE
from community.safety.enums import ItemKind, Level
from community.safety.intake import put_on_desk
from community.safety.reading import Reading, concern, read
from community.safety.subjects import HOUSE


def hear_profile(person: Person, words: str) -> bool:
    """What they show beside their name."""
    return hear(person, words, area=HOUSE, kind="profile", id=str(person.pk))


def hear_name(person: Person) -> None:
    """What they are called here. Nothing is refused for being in pain: somebody is called."""
    heard = concern(screening.screen_name(person.handle))
    if heard is not None:
        _put(person, heard, area=HOUSE, kind="name", id=str(person.pk))


def hear(person: Person, words: str, *, area: str, kind: str, id: str) -> bool:
    """Puts it on the desk where a person should read it soon; whether it hurries. Call it inside the
    transaction that keeps the words."""
    reading = read(words, at_least=Level.CALM)
    if not reading.codes:
        return False
    _put(person, reading, area=area, kind=kind, id=id)
    return reading.level in CALLED_AT_ONCE


def _put(person: Person, reading: Reading, *, area: str, kind: str, id: str) -> None:
    put_on_desk(
        kind=ItemKind.SIGNAL,
        level=reading.level,
        area=area,
        subject_kind=kind,
        subject_id=id,
        about=person.pk,
        signals=reading.codes,
        at=timezone.now(),
    )
