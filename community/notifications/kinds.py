"""What a notice says. A neutral sentence for each kind, made when it is shown.

A feature registers its kinds in `AppConfig.ready`. The sentence holds no name, no place and no
word of anybody's; it may be read over a shoulder. A kind nobody registered is shown by the plainest
sentence there is, so that a notice is never lost.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PLAIN = _("Something is waiting for you.")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its sentence, and whether a neutral mail may say that something waits."""

    sentence: str | Promise
    mails: bool


_kinds: dict[str, Kind] = {}


def register(kind: str, *, sentence: str | Promise, mails: bool) -> None:
    """Makes a kind known. `mails` is for what a person would want to know while away. The last word
    wins."""
    _kinds[kind] = Kind(sentence, mails)


def of(kind: str) -> Kind:
    """The kind, or the plain one that is never mailed."""
    return _kinds.get(kind, Kind(PLAIN, mails=False))
