"""What one item's page shows: words as they were, words around them now, why it came up."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.help.queries import ShownLine, lines_for
from community.house import queries as house
from community.safety import duty, queries, rules, subjects
from community.safety.called import LATELY
from community.safety.choices import words_of_item
from community.safety.enums import ItemKind, ReportReason
from community.safety.models import Item, Letter, Note, Report, Sign
from community.safety.names import about_name
from community.safety.queries_glass import has_danger_note, has_mail
from community.safety.queries_leads import LeadCall, former_names, lead_called_to
from community.safety.shown import shown_beside
from community.safety.situations import SITUATIONS, Situation, likely_first
from community.safety.subjects import Context

SIGNALS: dict[str, str | Promise] = {
    "act": _("something may have been done already"),
    "plan": _("a plan is named"),
    "method": _("a way to be harmed is named"),
    "thought": _("thoughts of dying are named"),
    "wish": _("a wish not to be here is named"),
    "hopeless": _("hopelessness is named"),
    "self_harm": _("self-harm is named"),
    "topic": _("suicide is named as a topic"),
    "concern": _("somebody is worried about another"),
    "attack": _("somebody may be attacked"),
    "left_lower": _("went from a room much lower than they came"),
    "asked_words": _("said what would help, and nobody has answered in words"),
    "asked_talk": _("asked somebody of the team for a talk, and has no answer there"),
    "wording": _("the wording is close to that of people in danger"),
    "language": _("a language the program does not read: a person reads"),
    **{f"reported_{reason.value}": reason.label for reason in ReportReason},
    **{f"situation_{one.key}": one.title for one in SITUATIONS},
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words on the page: where they stand and what is around them now, why they came up, and how
    they read then, where that is otherwise by now. `part`: the item under which they wait for an
    answer of their own."""

    key: str
    at: datetime | None
    why: list[str | Promise]
    context: Context
    is_gone: bool
    words_then: str
    shown: str | Promise = ""
    part: Item | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on an item's page. Reporters are counted, never named."""

    signals: list[str | Promise]
    reports: list[Report]
    snapshot: str
    passages: list[Passage]
    notes: list[Note]
    letters: list[Letter]
    lines: list[ShownLine]
    others: list[Item]
    has_mail: bool
    has_danger_note: bool
    situations: list[Situation]
    former_names: list[str]
    about: str
    lead_called: LeadCall | None


def sheet_of(item: Item, reach: rules.Reach) -> Sheet:
    """Reads the item's page."""
    reports = list(Report.objects.filter(item=item).order_by("at", "pk"))
    return Sheet(
        signals=_why(item.signals),
        reports=reports,
        snapshot=_snapshot(item, reports),
        passages=passages_of(item),
        notes=list(Note.objects.filter(item=item).select_related("by")),
        lines=_lines(item),
        letters=list(Letter.objects.filter(item=item).select_related("by").order_by("pk")),
        others=queries.others_about(item, reach),
        has_mail=has_mail(item),
        has_danger_note=has_danger_note(item.about_id),
        situations=likely_first(item.signals),
        former_names=former_names(item, reach),
        about=about_name(item, reach),
        lead_called=lead_called_to(item) if rules.is_for_those_who_lead(item) else None,
    )


def _why(codes: list[str]) -> list[str | Promise]:
    return [SIGNALS[code] for code in codes if code in SIGNALS]


def passages_of(item: Item) -> list[Passage]:
    """The words of the item, in the order in which they came up."""
    signs = {(sign.subject_kind, sign.subject_id): sign for sign in item.signs.all()}
    shown = _shown(item, list(signs.values()))
    parts = {(part.subject_kind, part.subject_id): part for part in item.parts.all()}
    return [
        replace(
            _passage(kind, id, signs.get((kind, id)), parts.get((kind, id))),
            shown=shown.get((kind, id), ""),
        )
        for kind, id in words_of_item(item)
    ]


def _shown(item: Item, signs: list[Sign]) -> dict[tuple[str, str], str | Promise]:
    """Which help stood beside each of the words: it goes by all that came up about the person in the
    hours before, wherever that was."""
    if item.kind != ItemKind.SIGNAL or not signs:
        return {}
    since = min(sign.at for sign in signs) - LATELY
    theirs = Sign.objects.filter(item__kind=ItemKind.SIGNAL, at__gt=since)
    about = theirs.filter(item__about=item.about_id) if item.about_id else theirs.filter(item=item)
    return shown_beside(about.order_by("at", "pk"))


def _passage(kind: str, id: str, sign: Sign | None, part: Item | None) -> Passage:
    context, is_gone = _context(kind, id)
    then = sign.words_then if sign else ""
    return Passage(
        key=f"{kind}:{id}",
        at=sign.at if sign else part.opened_at if part else None,
        why=_why(sign.codes) if sign else [],
        context=context,
        is_gone=is_gone,
        words_then="" if then == subjects.words_of(kind, id) else then,
        part=part,
    )


def _snapshot(item: Item, reports: list[Report]) -> str:
    """What a report showed when it was made, where that reads otherwise by now."""
    reported = next((report.snapshot for report in reports if report.snapshot), "")
    try:
        now = subjects.get(item.subject_kind).snapshot(item.subject_id) if reported else ""
    except LookupError:
        return reported
    return "" if now == reported else reported


def _lines(item: Item) -> list[ShownLine]:
    """Numbers to pass on or to call: of the person's country where we know it, else the house's."""
    country = (item.about.country if item.about else "") or house.current().country
    return lines_for(country, now=timezone.now())


def is_uncovered(item: Item) -> bool:
    """Whether somebody of the team has already read all of the words as they are now."""
    return all(_is_opened(kind, id) for kind, id in words_of_item(item))


def _is_opened(kind: str, id: str) -> bool:
    try:
        return subjects.get(kind).is_opened(id)
    except LookupError:
        return True  # it is gone: there is nothing to cover


def _context(kind: str, id: str) -> tuple[Context, bool]:
    """What stands around it now, and whether it is gone."""
    try:
        return subjects.get(kind).context(id), False
    except LookupError:
        return Context(), True


def where(item: Item) -> str:
    """The address of the room or page it came from; nothing where it is gone."""
    context, _is_gone = _context(item.subject_kind, item.subject_id)
    return context.path


def may_take_over(item: Item, reach: rules.Reach, *, by: Person, now: datetime) -> bool:
    """Whether `by` may take this from whoever has it."""
    if item.taken_by_id is None or item.taken_by_id == by.pk:
        return False
    is_here = bool(duty.duties_of(item.taken_by_id, now=now))
    return rules.may_take_over(reach, item, owner_is_here=is_here, now=now) is None
