"""What a notice says. A neutral sentence for each kind, made when it is shown.

A feature registers its kinds in `AppConfig.ready`. The sentence holds no name, no place and no
word of anybody's; it may be read over a shoulder. On one's own pages, behind the sign-in, `plain`
may say what it is about, and `named` who it is from: never anybody's words. A kind nobody registered is shown by the plainest
sentence there is, so that a notice is never lost.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PLAIN = _("Something is waiting for you.")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its sentence, and whether a neutral mail may say that something waits. `plain` is
    said inside; `named` makes a sentence with a name from where the notice leads, "" where there is
    none to name."""

    sentence: str | Promise
    mails: bool
    plain: str | Promise = ""
    named: Callable[[str], str] | None = None

    @property
    def inside(self) -> str | Promise:
        """What one's own pages say."""
        return self.plain or self.sentence

    def inside_for(self, path: str) -> str | Promise:
        """The same for one notice, with a name where there is one. One question at most."""
        return (self.named(path) if self.named is not None else "") or self.inside


_kinds: dict[str, Kind] = {}


def register(
    kind: str,
    *,
    sentence: str | Promise,
    mails: bool,
    plain: str | Promise = "",
    named: Callable[[str], str] | None = None,
) -> None:
    """Makes a kind known. `mails` is for what a person would want to know while away. The last word
    wins."""
    _kinds[kind] = Kind(sentence, mails, plain, named)


def of(kind: str) -> Kind:
    """The kind, or the plain one that is never mailed."""
    return _kinds.get(kind, Kind(PLAIN, mails=False))
