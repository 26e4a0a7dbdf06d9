"""What can be chosen for an item: the desk's own acts and those features registered."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.safety import subjects
from community.safety.enums import ItemKind, Why
from community.safety.models import Item


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of the list. `needs_words`: the person concerned reads them; `has_end`: a day can be
    set; `has_reason`: what is decided is against something, or closes it, so the record says why."""

    name: str
    label: str | Promise
    help: str | Promise = ""
    needs_words: bool = False
    has_end: bool = False
    has_reason: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided. `words` go to the person concerned, `to_reporters` to those who told
    us, `note` to the next of the team. `until` ends a measure."""

    choice: str
    why: Why
    words: str = ""
    to_reporters: str = ""
    note: str = ""
    until: datetime | None = None


WRITE = Choice(
    "write",
    _("Write to the person"),
    _("Your words, under your name. Nothing is held against them."),
    needs_words=True,
    has_reason=False,
)
HIDE = Choice(
    "hide",
    _("Hide the words"),
    _("They go from every screen. The author reads why and can ask someone else to look again."),
    needs_words=True,
)
WARN = Choice(
    "warn",
    _("Give a warning"),
    _("It is kept with their decisions. They can ask someone else to look again."),
    needs_words=True,
)
SUSPEND = Choice(
    "suspend",
    _("Suspend the account"),
    _("Rooms are closed to them. Help now, their own pages and a way to us stay open."),
    needs_words=True,
    has_end=True,
)
NOTHING = Choice(
    "nothing", _("Nothing more to do"), _("Say why. The item is closed, the reason is kept.")
)
UPHOLD = Choice(
    "uphold", _("Take the decision back"), _("What was done is undone."), needs_words=True
)
STAND = Choice("stand", _("Let it stand"), _("Say why, in your own words."), needs_words=True)


def choices_for(item: Item, *, may_suspend: bool) -> list[Choice]:
    """Every choice for this item, none of them chosen. Where nobody is concerned any more, nothing
    is written to nobody."""
    kind = ItemKind(item.kind)
    if kind == ItemKind.APPEAL:
        return [UPHOLD, STAND]
    found = [_registered(act) for act in subjects.acts(item.subject_kind, item=kind)]
    if kind in (ItemKind.HELD, ItemKind.REQUEST):
        return [*found, *([] if found else [NOTHING])]
    if item.about_id is None:
        return [*_hide(item), NOTHING]
    if kind == ItemKind.WORRY:  # about care: nobody is warned or shut out for being unwell
        return [WRITE, *_hide(item), *found, NOTHING]
    if kind == ItemKind.HELLO:
        return [WRITE, NOTHING]
    warn = [WARN] if kind == ItemKind.REPORT else []
    return [
        WRITE,
        *_hide(item),
        *warn,
        *found,
        *([SUSPEND] if may_suspend else []),
        NOTHING,
    ]


def _hide(item: Item) -> list[Choice]:
    try:
        subject = subjects.get(item.subject_kind)
        hides = subject.hide is not None and not subject.is_hidden(item.subject_id)
    except LookupError:
        return []
    if not hides:
        return []
    return [HIDE] if item.about_id else [Choice(HIDE.name, HIDE.label, HIDE.help)]


def _registered(act: subjects.Act) -> Choice:
    return Choice(act.name, act.label, act.help, act.needs_words, act.has_end)
