"""What somebody shows of themselves is read as words in a room are: a program can only call
somebody, and the author sees help first."""

from django.utils import timezone

from community.accounts.models import Person
from community.safety.clocks import CALLED_AT_ONCE
from community.safety.enums import ItemKind, Level
from community.safety.intake import put_on_desk
from community.safety.reading import read
from community.safety.subjects import HOUSE


def hear(person: Person, words: str) -> bool:
    """Puts it on the desk where a person should read it soon; whether it hurries."""
    reading = read(words, at_least=Level.CALM)
    if not reading.codes:
        return False
    put_on_desk(
        kind=ItemKind.SIGNAL,
        level=reading.level,
        area=HOUSE,
        subject_kind="profile",
        subject_id=str(person.pk),
        about=person.pk,
        signals=reading.codes,
        at=timezone.now(),
    )
    return reading.level in CALLED_AT_ONCE
