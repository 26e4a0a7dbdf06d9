"""What somebody was shown beside heavy words of theirs, as the rules of the help say it. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.safety.called import LATELY
from community.safety.clocks import CALLED_AT_ONCE
from community.safety.enums import Level

OPEN = _("They were shown numbers to call at once, open beside their words.")
FOLDED = _("They were shown one line that help is there: it had stood open before.")
QUIET = _("They were shown one quiet line that leads to Help now.")
_ATTACK = ["attack"]  # about somebody else
_WORDS = "message"


class Came(Protocol):
    """What of a sign says which help stood beside it."""

    subject_kind: str
    subject_id: str
    level: str
    codes: Sequence[str]
    at: datetime


def shown_beside(signs: Iterable[Came]) -> dict[tuple[str, str], str | Promise]:
    """For each of them, the earliest first, by kind and id. Nothing where nothing was shown, or
    where another page than a room's showed what the level asks for."""
    found: dict[tuple[str, str], str | Promise] = {}
    heavy: list[Came] = []
    for sign in signs:
        if list(sign.codes) == _ATTACK:
            continue
        key = (sign.subject_kind, sign.subject_id)
        if sign.level in CALLED_AT_ONCE:
            found[key] = FOLDED if _stood_open(sign, heavy) else OPEN
            heavy.append(sign)
        elif sign.subject_kind == _WORDS and sign.level == Level.TODAY:
            found[key] = QUIET
    return found


def _stood_open(sign: Came, before: Iterable[Came]) -> bool:
    """Whether help had opened in the room lately, and what came now is no heavier."""
    if sign.subject_kind != _WORDS:
        return False
    lately = [one for one in before if sign.at - one.at < LATELY]
    return any(one.level == Level.NOW or sign.level == Level.SOON for one in lately)
