"""Handles: what a name here may be, and names that are offered. Nothing here asks the database."""

import re
import secrets
import unicodedata

from django.utils.translation import gettext_lazy as _

from community.accounts.calm_words import QUALITIES, THINGS
from community.refusal import Refusal
from community.screening import find_contacts, find_method, is_aimed_at_others

SHORTEST, LONGEST = 2, 30  # one sign is a whole name where letters are not Latin ones

# Letters of other alphabets that cannot be told from Latin ones, and digits that stand for letters.
_ALIKE = str.maketrans(
    "01345789|аеіјорсухѕһԁӏԛѡАВЕКМНОРСТХαοιρνυτκΟΑΕ",
    "oleastbglaeijopcyxshdlqwabekmhopctxaoipvutkoae",
)
_ALIKE_PAIRS = (("rn", "m"), ("vv", "w"), ("i", "l"))

_SHAPE = re.compile(r"[^\W_](?:[^\W_]|[ ._'’\-]{1,2}(?=[^\W_]))*")
_SPELLED_OUT = re.compile(r"(?<=\b[^\W_])[ ._'’\-]{1,2}(?=[^\W_]\b)")
_PARTS = re.compile(r"[\W\d_]+|(?<=[a-z])(?=[A-Z])")

_OFFICIAL = frozenset(
    "admin administrator mod mods moderator moderators moderation team staff official officials "
    "operator coordinator helper helpers helpline helpdesk support supporter greeter mentor "
    "mentors counsellor counselor therapist therapy psychologist psychiatrist doctor dr nurse "
    "clinician clinic provider safeguarding crisis emergency bot robot webmaster postmaster "
    "noreply editor reviewer police samaritans".split()
)
# Could be taken for the place itself or its people, though only as the whole name.
_OFFICIAL_ALONE = frozenset("info root security service system".split())
# Would be misread: "nobody is here", "gone wrote".
_RESERVED = frozenset("all anonymous deleted everyone gone here nobody user".split())
_OFFICIAL_INSIDE = ("admin", "moderator", "official", "therapist", "psycholog", "psychiatr")
_NOT_OFFICIAL = frozenset(["badminton"])

BAD_SHAPE = Refusal(
    "handle_shape",
    _(
        "A name here has 2 to 30 letters or numbers. Spaces, dots, hyphens and apostrophes can "
        "stand between them."
    ),
)
HOLDS_EMAIL = Refusal(
    "handle_email", _("This name is part of your e-mail address. Others could find you by it.")
)
HOLDS_CONTACT = Refusal(
    "handle_contact", _("This name looks like a way to reach someone outside. Please pick another.")
)
HOLDS_METHOD = Refusal(
    "handle_method",
    _("This name holds words that can be hard on someone who reads them. Please pick another."),
)
AIMED_AT_OTHERS = Refusal(
    "handle_aimed",
    _("This name could hurt somebody who reads it. Please pick another."),
)
LOOKS_OFFICIAL = Refusal(
    "handle_official", _("This name could be taken for the team's. Please pick another.")
)
KEPT_FREE = Refusal(
    "handle_kept_free",
    _("This name could be misread on our pages, so nobody has it. Please pick another."),
)
TAKEN = Refusal("handle_taken", _("Somebody here has this name, or one that looks the same."))


def clean(handle: str) -> str:
    """The handle in one spelling: composed, trimmed, single spaces, nothing invisible."""
    composed = unicodedata.normalize("NFKC", handle)
    seen = "".join(c for c in composed if unicodedata.category(c) not in {"Cf", "Cc", "Cs", "Co"})
    return " ".join(seen.split())


def skeleton(handle: str) -> str:
    """The handle folded so that two that look alike are one: NFKC, case, accents, separators,
    digits and foreign letters that stand for others. Used for uniqueness, never shown."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", handle).translate(_ALIKE))
    folded = unicodedata.normalize("NFKD", folded.casefold()).translate(_ALIKE)
    kept = "".join(c for c in folded if not unicodedata.combining(c) and c.isalnum())
    for pair, single in _ALIKE_PAIRS:
        kept = kept.replace(pair, single)
    return kept[:60]


def problem(handle: str, *, email: str = "", site_name: str = "") -> Refusal | None:
    """Why this handle cannot be had, or None. Whether somebody has it already is `queries`'."""
    if len(handle) > LONGEST or not _SHAPE.fullmatch(handle):
        return BAD_SHAPE
    if len(skeleton(handle)) < _shortest(handle):
        return BAD_SHAPE
    if _holds_local_part(handle, email):
        return HOLDS_EMAIL
    if _looks_official(handle, site_name):
        return LOOKS_OFFICIAL
    if skeleton(handle) in {skeleton(word) for word in _RESERVED}:
        return KEPT_FREE
    return _unsafe_words(handle)


def _shortest(handle: str) -> int:
    """A look-alike of a Latin letter is one of them: `skeleton` has folded it."""
    other = (sign for sign in skeleton(handle) if sign.isalpha() and not sign.isascii())
    return 1 if any(other) else SHORTEST


def _holds_local_part(handle: str, email: str) -> bool:
    local = email.partition("@")[0].partition("+")[0]
    folded, name = skeleton(local), skeleton(handle)
    bare = skeleton(local.rstrip("0123456789"))
    if not folded:
        return False
    if {name, *_parts(handle)} & {folded, bare}:
        return True
    return any(len(part) > 3 and part in name for part in (folded, bare))


def _looks_official(handle: str, site_name: str) -> bool:
    whole, site = skeleton(handle), skeleton(site_name)
    if len(site) > 2 and site in whole:
        return True
    parts = _parts(handle)
    long = parts - {skeleton(word) for word in _NOT_OFFICIAL}
    if any(skeleton(word) in part for word in _OFFICIAL_INSIDE for part in long):
        return True
    official = {skeleton(word) for word in _OFFICIAL}
    alone = {skeleton(word) for word in _OFFICIAL_ALONE}
    return bool(parts & official) or whole in official | alone


def _parts(handle: str) -> set[str]:
    """The words of a handle as they are compared. Letters that stand alone are one word together."""
    parts = [skeleton(part) for part in _PARTS.split(_SPELLED_OUT.sub("", handle))]
    return {part for part in parts if part}


def _unsafe_words(handle: str) -> Refusal | None:
    spaced = re.sub(r"[._\-]", " ", handle)
    if any(find_contacts(form) for form in (handle, spaced)):
        return HOLDS_CONTACT
    if any(find_method(form) for form in (handle, spaced)):
        return HOLDS_METHOD
    return AIMED_AT_OTHERS if is_aimed_at_others(handle) else None


def suggestion(*, numbered: bool = False) -> str:
    """A neutral handle of two calm words, not yet checked to be free; with a number behind them
    where there are not enough."""
    words = f"{secrets.choice(QUALITIES)}-{secrets.choice(THINGS)}"
    return f"{words}-{100 + secrets.randbelow(900)}" if numbered else words


def is_suggestion(handle: str) -> bool:
    """Whether the handle is made of our own words."""
    quality, _, rest = handle.partition("-")
    thing, dash, number = rest.partition("-")
    is_numbered = len(number) == 3 and number.isascii() and number.isdecimal()
    return quality in QUALITIES and thing in THINGS and is_numbered == bool(dash)
