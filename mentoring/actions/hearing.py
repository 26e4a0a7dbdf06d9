"""What people write to mentoring is looked at as words in a room are: by a program that can only
call somebody."""

from django.utils import timezone

from community import screening
from community.safety.enums import ItemKind, Level
from community.safety.intake import put_on_desk
from community.safety.subjects import HOUSE

REQUEST = "mentor_request"
APPLICATION = "mentor_application"
_LEVELS = {"amber": Level.TODAY, "red": Level.SOON, "crisis": Level.NOW}


def hear(words: str, *, subject_kind: str, subject_id: int, about: int) -> None:
    """Puts it on the desk where a person should read it soon. Called inside the transaction that
    keeps the words."""
    seen = screening.screen(words)
    level = _LEVELS.get(str(seen.level))
    if level is None:
        return
    reasons = [reason for reason in seen.reasons if not reason.turned] or seen.reasons
    put_on_desk(
        kind=ItemKind.SIGNAL,
        level=level,
        area=HOUSE,
        subject_kind=subject_kind,
        subject_id=str(subject_id),
        about=about,
        signals=dict.fromkeys(str(reason.signal) for reason in reasons),
        at=timezone.now(),
    )


def needs_help(words: str) -> bool:
    """Whether help stands before anything else on the page that answers these words."""
    return str(screening.screen(words).level) in _LEVELS
