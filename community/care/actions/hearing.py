"""What a member hands over is looked at as words in a room are: by a program that can only call
somebody of the team here. Whoever treats them never learns of it by this."""

from django.utils import timezone

from community import screening
from community.safety.enums import ItemKind
from community.safety.intake import put_on_desk
from community.safety.reading import concern
from community.safety.subjects import HOUSE

PIECE = "care_piece"
QUESTION = "care_question"
SHEET = "care_sheet"
_DISTRESS = frozenset({screening.Level.AMBER, screening.Level.RED, screening.Level.CRISIS})


def needs_help(words: str) -> bool:
    """Whether help stands before anything else on the page that answers these words."""
    return screening.screen(words).level in _DISTRESS


def hear(words: str, *, subject_kind: str, subject_id: int, about: int) -> None:
    """Puts it on the desk where a person should read it soon, and nothing that only sounds unknown:
    it was written for somebody else. Called inside the transaction that keeps the words."""
    heard = concern(screening.screen(words)) if needs_help(words) else None
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
