"""What a notice says. A neutral sentence for each kind, made when it is shown.

A feature registers its kinds in `AppConfig.ready`. The sentence holds no name, no place and no
word of anybody's; it may be read over a shoulder. On one's own pages, behind the sign-in, `plain`
may say what it is about, and `named` who it is from: never anybody's words. A kind nobody
registered is shown by the plainest sentence there is, so that a notice is never lost.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

PLAIN = _("Something is waiting for you.")


class Warm(StrEnum):
    """What becomes of a notice of a warm kind that comes at a hard hour. Help, safety, answers and
    what somebody asked for are not warm: they always go out."""

    NO = ""
    LATER = "later"  # it comes when the hard thing is over: somebody else's words are behind it
    DROPPED = "dropped"  # said later it would be untrue; a person of the team is told instead


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its sentence, and whether a neutral mail may say that something waits. `plain` is
    said inside; `named` makes a sentence with a name from where the notice leads, "" where there is
    none to name. A sentence with `%(time)s` in it speaks of the notice's hour. `warm` where a program
    says something kind of its own accord; `urgent` where somebody at work is called and waited for:
    a mail at once, each time, also in quiet hours and whatever was sent that day."""

    sentence: str | Promise
    mails: bool
    plain: str | Promise = ""
    named: Callable[[str], str] | None = None
    warm: Warm = Warm.NO
    urgent: bool = False

    def said(self, moment: datetime | None) -> str:
        """The sentence as it is read now, in the reader's zone."""
        return _at(self.sentence, moment)

    def inside(self, moment: datetime | None) -> str:
        """What one's own pages say."""
        return _at(self.plain or self.sentence, moment)

    def inside_for(self, path: str, moment: datetime | None) -> str:
        """The same for one notice, with a name where there is one. One question at most."""
        return (self.named(path) if self.named is not None else "") or self.inside(moment)


_kinds: dict[str, Kind] = {}


def register(
    kind: str,
    *,
    sentence: str | Promise,
    mails: bool,
    plain: str | Promise = "",
    named: Callable[[str], str] | None = None,
    warm: Warm = Warm.NO,
    urgent: bool = False,
) -> None:
    """Makes a kind known. `mails` is for what a person would want to know while away; a `warm` one
    goes out through `notify_warmly` alone; an `urgent` one calls somebody. The last word wins."""
    _kinds[kind] = Kind(sentence, mails, plain, named, warm, urgent)


def urgent() -> list[str]:
    """The kinds that call somebody."""
    return [kind for kind, how in _kinds.items() if how.urgent]


def of(kind: str) -> Kind:
    """The kind, or the plain one that is never mailed."""
    return _kinds.get(kind, Kind(PLAIN, mails=False))


def _at(sentence: str | Promise, moment: datetime | None) -> str:
    return str(sentence) % {"time": _said(moment)} if moment else str(sentence)


def _said(moment: datetime) -> str:
    """An hour as one says it: the day is named where it is not today."""
    here = timezone.localtime(moment)
    clock = date_format(here, "H:i")
    if here.date() == timezone.localdate():
        return clock
    return _now("%(time)s on %(day)s") % {"time": clock, "day": date_format(here, "D j M")}
