"""What can be chosen for an item: the desk's own acts and those features registered."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.safety import subjects
from community.safety.enums import SANCTIONS, ItemKind, Level, Why
from community.safety.models import Item, Sign


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of the list. `needs_words`: the person concerned reads them; `has_end`: a day can be
    set; `has_reason`: what is decided is against something, or closes it, so the record says why;
    `on_words`: it is done to the words themselves, so it has to say to which of them; `has_rule`: it
    is a step against somebody, so it names the rule it rests on."""

    name: str
    label: str | Promise
    help: str | Promise = ""
    needs_words: bool = False
    has_end: bool = False
    has_reason: bool = True
    on_words: bool = False
    has_rule: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided. `words` go to the person concerned, `to_reporters` to those who told
    us, `note` to the next of the team. `until` ends a measure. `which` names the words it is done to,
    `message:12`, where more than one came up; `rule` is the house rule a step against somebody rests on."""

    choice: str
    why: Why
    words: str = ""
    to_reporters: str = ""
    note: str = ""
    until: datetime | None = None
    which: str = ""
    rule: str = ""


_HEAVY = (Level.NOW, Level.SOON)
ATTACKS = "attack"  # the sign that somebody may be attacked: then a step may be due

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
    on_words=True,
)
WARN = Choice(
    "warn",
    _("Give a warning"),
    _("It is kept with their decisions. They can ask someone else to look again."),
    needs_words=True,
    has_rule=True,
)
SUPPORT = Choice(
    "support",
    _("Agree on support"),
    _("What helps in a bad hour, what they write here, whom they call first. Never a sanction."),
    needs_words=True,
    has_end=True,
    has_reason=False,
)
FOLLOW_UP = Choice(
    "follow_up",
    _("Ask again in two days"),
    _("Nothing closes. It comes back to you then, for one question to the person."),
    has_reason=False,
)
SUSPEND = Choice(
    "suspend",
    _("Suspend the account"),
    _("Rooms are closed to them. Help now, their own pages and a way to us stay open."),
    needs_words=True,
    has_end=True,
    has_rule=True,
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
    about = subjects_of(item)
    is_distress = kind == ItemKind.REPORT and is_about_distress(item)
    may_sanction = not is_distress and (kind != ItemKind.SIGNAL or ATTACKS in item.signals)
    found = _registered(about, kind, may_sanction=may_sanction)
    if kind in (ItemKind.HELD, ItemKind.REQUEST):
        return [*found, *([] if found else [NOTHING])]
    hide = _hide(about, is_known=item.about_id is not None)
    if item.about_id is None:
        return [*hide, NOTHING]
    if kind == ItemKind.WORRY:  # about care: nobody is warned or shut out for being unwell
        return [WRITE, FOLLOW_UP, SUPPORT, *hide, *found, NOTHING]
    if kind in (ItemKind.HELLO, ItemKind.ASKED, ItemKind.BOX):
        return [WRITE, NOTHING]
    warn = [WARN] if kind == ItemKind.REPORT and may_sanction else []
    suspend = [SUSPEND] if may_suspend and may_sanction else []
    care = [FOLLOW_UP, SUPPORT] if kind == ItemKind.SIGNAL or is_distress else []
    return [WRITE, *care, *hide, *warn, *found, *suspend, NOTHING]


def is_about_distress(item: Item) -> bool:
    """Whether just these words were heard as those of somebody who may be in danger: nobody is
    sanctioned for them, whoever told the team about them."""
    return was_heard_as_distress(item.subject_kind, item.subject_id)


def was_heard_as_distress(kind: str, id: str) -> bool:
    """The same of words that are on no item of their own."""
    heard = Sign.objects.filter(subject_kind=kind, subject_id=id, level__in=_HEAVY)
    return any(ATTACKS not in codes for codes in heard.values_list("codes", flat=True))


def subjects_of(item: Item) -> list[tuple[str, str]]:
    """What the item is about, by kind and id: of an episode everything that came up in it."""
    signs = item.signs.all() if item.kind == ItemKind.SIGNAL else []
    found = [(sign.subject_kind, sign.subject_id) for sign in signs]
    return found or [(item.subject_kind, item.subject_id)]


def words_of_item(item: Item) -> list[tuple[str, str]]:
    """Every subject whose words the item's page shows, each once: what came up, in order, then the
    waiting words that are a part of it."""
    parts = [(part.subject_kind, part.subject_id) for part in item.parts.order_by("pk")]
    return list(dict.fromkeys([*subjects_of(item), *parts]))


def can_be_done_to(choice: Choice, item: Item, which: tuple[str, str]) -> bool:
    """Whether this act is possible for just these words."""
    if choice.name == HIDE.name:
        return bool(_hide([which], is_known=True))
    acts = subjects.acts(which[0], item=ItemKind(item.kind))
    return any(act.name == choice.name for act in acts)


def _hide(about: list[tuple[str, str]], *, is_known: bool) -> list[Choice]:
    if not any(_can_hide(kind, id) for kind, id in about):
        return []
    return [HIDE if is_known else replace(HIDE, needs_words=False)]


def _can_hide(kind: str, id: str) -> bool:
    try:
        subject = subjects.get(kind)
        return subject.hide is not None and not subject.is_hidden(id)
    except LookupError:
        return False


def _registered(about: list[tuple[str, str]], of: ItemKind, *, may_sanction: bool) -> list[Choice]:
    """What features offer. Nobody is sanctioned for what a program heard in their distress."""
    acts = {
        act.name: act
        for kind in dict.fromkeys(kind for kind, _id in about)
        for act in subjects.acts(kind, item=of)
    }
    return [
        Choice(
            act.name,
            act.label,
            act.help,
            act.needs_words,
            act.has_end,
            on_words=True,
            has_rule=act.measure in SANCTIONS,
        )
        for act in acts.values()
        if may_sanction or act.measure not in SANCTIONS
    ]
