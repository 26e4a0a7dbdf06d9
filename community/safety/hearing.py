"""What people write outside the rooms is looked at as words in a room are: by a program that can
only call somebody."""

from django.utils import timezone

from community import screening
from community.safety.enums import ItemKind
from community.safety.intake import put_on_desk
from community.safety.reading import concern
from community.safety.subjects import HOUSE

# From here on help is shown before anything else.
_DISTRESS = frozenset({screening.Level.AMBER, screening.Level.RED, screening.Level.CRISIS})


def needs_help(words: str) -> bool:
    """Whether help stands before anything else on the page that answers these words."""
    return screening.screen(words).level in _DISTRESS


def needs_reader(words: str) -> bool:
    """Whether a person has to read these words soon: distress, or a language the program lacks."""
    return concern(screening.screen(words)) is not None


def hear(words: str, *, subject_kind: str, subject_id: int, about: int) -> None:
    """Puts the thing on the desk where a person should read it soon; its words stay where they are.

    Called inside the transaction that keeps the words. `about` is whose words these are."""
    heard = concern(screening.screen(words))
    if heard is None:
        return
    put_on_desk(
        kind=ItemKind.SIGNAL,
        level=heard.level,
        area=HOUSE,
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        about=about,
        signals=heard.codes,
        at=timezone.now(),
    )
