"""First sentences for a letter. They fill the box, and a person makes them their own: sent as they
stand they are refused, so that nobody gets a form letter on a hard night.

Fixed words, ours: whose word stands behind them here is written down (`fixed_words`).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.safety.enums import ABOUT_CARE, ItemKind


@dataclass(frozen=True, slots=True)
class Starter:
    """A title for the list, and the words."""

    title: str | Promise
    words: str | Promise


CARE = (
    Starter(
        _("I have read it"),
        _(
            "Hello. I have read what you wrote, and I am glad you told us. You wrote about … "
            "How are you at this moment?"
        ),
    ),
    Starter(
        _("Asking about tonight"),
        _(
            "Hello. What you wrote stays with me. I would like to ask you straight: are you safe "
            "tonight? Is there somebody you can be with? I look in again at …"
        ),
    ),
    Starter(
        _("A day later"),
        _(
            "Hello. Yesterday you wrote about … I said I would ask again, so here I am. "
            "How was the night? You do not have to answer."
        ),
    ),
)
RULES = (
    Starter(
        _("What happens and what you can do"),
        _(
            "Hello. You wrote … In this room that can hurt somebody, so … You can say it in other "
            "words, or ask somebody else to look again."
        ),
    ),
    Starter(
        _("It is about the words, not about you"),
        _(
            "Hello. I would like to talk with you about … You are welcome here. The words were not "
            "all right, and this is why: …"
        ),
    ),
)


def for_item(kind: ItemKind) -> tuple[Starter, ...]:
    """What fits: care first where it is about care."""
    is_care = kind in ABOUT_CARE or kind in (ItemKind.HELLO, ItemKind.ASKED)
    return CARE if is_care else (*RULES, *CARE)


def is_unchanged(words: str) -> bool:
    """Whether somebody would send a starter as it stands, or left a gap in it open."""
    said = " ".join(words.split())
    return "…" in said or any(said == str(one.words) for one in (*CARE, *RULES))


def lines() -> list[str]:
    """Everything that can be laid into the box."""
    return [str(words) for one in (*CARE, *RULES) for words in (one.title, one.words)]
