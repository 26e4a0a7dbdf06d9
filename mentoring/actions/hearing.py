"""What people write to mentoring is looked at as words in a room are: by a program that can only
call somebody."""

from django.utils import timezone

from community import screening
from community.safety.enums import ItemKind
from community.safety.intake import put_on_desk
from community.safety.reading import concern
from community.safety.subjects import HOUSE

REQUEST = "mentor_request"
APPLICATION = "mentor_application"
AGREEMENT = "pair_agreement"
CARD = "pair_card"
LETTER = "pair_letter"
PULSE = "pair_pulse"
_DISTRESS = frozenset({screening.Level.AMBER, screening.Level.RED, screening.Level.CRISIS})


def hear(words: str, *, subject_kind: str, subject_id: int, about: int) -> None:
    """Puts it on the desk where a person should read it soon. Called inside the transaction that
    keeps the words."""
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


def needs_help(words: str) -> bool:
    """Whether help stands before anything else on the page that answers these words."""
    return screening.screen(words).level in _DISTRESS
