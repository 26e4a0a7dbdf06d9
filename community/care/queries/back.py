"""What came back, and for what something can be suggested."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Max, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _now

from community.accounts.models import Person
from community.care.enums import Kind
from community.care.models import (
    Outcome,
    Piece,
    ScaleRequest,
    Sheet,
    ShownStep,
    Suggestion,
    Tie,
)
from community.care.models.handing import Handed
from community.care.queries.sheets import sheets_for, sheets_of
from community.care.shown import LINE, shown
from community.wellbeing import instruments
from community.wellbeing.enums import Area, Section
from community.wellbeing.instruments import Instrument, Wording
from community.wellbeing.models import Goal, GoalStep
from community.wellbeing.queries.answers import WITHOUT, offered

WINDOW = timedelta(hours=48)
STEPS_OFFERED = 10
PRINTED = 5  # outcomes, newest first


@dataclass(frozen=True, slots=True)
class Target:
    """For what something can be suggested: what it is, how it reads, and the piece it quotes."""

    key: str
    words: str | Promise
    handed: Handed | None = None


def targets(tie: Tie, *, now: datetime) -> dict[str, Target]:
    """Sections, goals and sheets that are handed over now, and small acts, by names that tell a provider no
    number of the member's."""
    pieces = Piece.objects.filter(
        tie=tie, ended_at=None, until__gt=now, kind__in=(Kind.SECTION, Kind.GOAL)
    )
    found = {}
    for one in pieces:
        title = shown(Kind(one.kind), one.said).title
        said = _now("A step for: %s") if one.kind == Kind.GOAL else _now("For their plan: %s")
        found[f"p{one.pk}"] = Target(one.key, said % title, one)
    for sheet in sheets_for(tie, now=now):
        if sheet.closed_at is None and sheet.opened_at is not None:
            words = _now("An option for: %s") % sheet.title
            found[f"d{sheet.pk}"] = Target(f"option:{sheet.pk}", words)
    for area in Area:
        found[area.value] = Target(f"act:{area.value}", _now("A small act: %s") % area.label)
    return found


def mark_of(targets: dict[str, Target]) -> str:
    """Names what of the member's they quote, for an open page to ask whether it still stands."""
    return "-".join(name for name in targets if name not in Area.values) or "0"


def scales() -> list[Instrument]:
    """Those that can be asked for: published scales that members can fill in here. Where nobody
    would read question 9 the member is led to the form without it, so that one is not asked for."""
    own = set(WITHOUT.values())
    return [o for o in offered(reads=True) if o.wording != Wording.OURS and o.key not in own]


def answers_wish(key: str) -> list[str]:
    """Which wishes are answered by handing over this scale."""
    return [key, *(whole for whole, without in WITHOUT.items() if without == key)]


def title_of(key: str) -> str:
    """A scale as it is called."""
    found = instruments.get(key)
    return found.full_name if found else key


def turn_of(person: Person, instrument: Instrument, *, now: datetime) -> datetime:
    """When this member can be asked for this scale: an interval after the last wish of anybody's,
    at any time, that reached them or waits for its turn."""
    asked = ScaleRequest.objects.filter(tie__person=person, instrument=instrument.key)
    reached = asked.filter(Q(end="") | Q(asks_from__lte=F("settled_at")))
    last = reached.aggregate(last=Max("asks_from"))["last"]
    return max(now, last + instrument.interval) if last else now


def step_to_notice(tie: Tie, step: int, *, now: datetime) -> ShownStep | None:
    """A step that was shown within the last 48 hours and of which nothing was said."""
    return ShownStep.objects.filter(
        tie=tie, pk=step, noticed_at=None, ended_at=None, handed_at__gt=now - WINDOW
    ).first()


def steps_taken(person: Person) -> list[GoalStep]:
    """Steps one could show, newest first."""
    done = GoalStep.objects.filter(goal__person=person, done_at__isnull=False)
    return list(done.select_related("goal").order_by("-done_at")[:STEPS_OFFERED])


@dataclass(frozen=True, slots=True)
class Idea:
    """A suggestion as the member reads it."""

    suggestion: Suggestion
    for_what: str | Promise


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish for a scale, with its name."""

    request: ScaleRequest
    title: str


@dataclass(frozen=True, slots=True)
class Back:
    """What came back, for both sides; ideas, waiting and settled, are for the member alone."""

    ideas: list[Idea]
    settled: list[Idea]
    asked: list[Asked]
    outcomes: list[Outcome]
    steps: list[ShownStep]
    sheets: list[Sheet]

    @property
    def is_empty(self) -> bool:
        """Whether nothing came back."""
        waits = self.ideas or self.settled or self.asked
        return not (waits or self.outcomes or self.steps or self.sheets)

    @property
    def printed(self) -> list[Outcome]:
        """What came of it lately: on paper as well as on the screen."""
        return self.outcomes[:PRINTED]

    @property
    def longer_ago(self) -> list[Outcome]:
        """What came of it before: on the screen alone, folded."""
        return self.outcomes[PRINTED:]

    @property
    def size(self) -> int:
        """How much room it takes on the provider's paper, in letters."""
        said = [one.about + one.words for one in self.printed]
        said += [one.goal + one.words + one.saw + one.strength for one in self.steps]
        said += [one.title for one in self.sheets]
        return sum(len(words) + 2 * LINE for words in said)


def for_member(tie: Tie, *, now: datetime) -> Back:
    """Ideas and wishes that wait, and everything that was written down."""
    ideas = _ideas(tie)
    open_wishes = ScaleRequest.objects.filter(
        tie=tie, end="", asks_from__lte=now, until__gte=timezone.localdate(now)
    )
    wishes = open_wishes if tie.ended_at is None else ScaleRequest.objects.none()
    return Back(
        ideas=[one for one in ideas if not one.suggestion.end],
        settled=[one for one in ideas if one.suggestion.end],
        asked=[Asked(one, title_of(one.instrument)) for one in wishes],
        outcomes=list(Outcome.objects.filter(tie=tie)),
        steps=list(ShownStep.objects.filter(tie=tie)),
        sheets=sheets_of(tie),
    )


def for_provider(tie: Tie, *, now: datetime, only_opened: bool = False) -> Back:
    """Wishes and what became of them, what was written down, and steps that are shown now. What
    became of an idea is the member's own. `only_opened`: without what nobody has asked to read."""
    steps = ShownStep.objects.filter(tie=tie, ended_at=None, until__gt=now)
    sheets = sheets_for(tie, now=now)
    if only_opened:
        steps = steps.exclude(opened_at=None)
        sheets = [sheet for sheet in sheets if sheet.opened_at is not None]
    return Back(
        ideas=[],
        settled=[],
        asked=[
            Asked(one, title_of(one.instrument)) for one in ScaleRequest.objects.filter(tie=tie)
        ],
        outcomes=list(Outcome.objects.filter(tie=tie)),
        steps=list(steps),
        sheets=sheets,
    )


def _ideas(tie: Tie) -> list[Idea]:
    """Every suggestion, with what it was for. Three queries."""
    goals = dict(Goal.objects.filter(person_id=tie.person_id).values_list("pk", "words"))
    titles = {sheet.pk: sheet.title for sheet in sheets_of(tie)}
    return [
        Idea(one, _for_what(one.target, goals, titles))
        for one in Suggestion.objects.filter(tie=tie)
    ]


def _for_what(target: str, goals: dict[int, str], sheets: dict[int, str]) -> str | Promise:
    kind, _colon, name = target.partition(":")
    if kind == "act":
        return Area(name).label
    if kind == "section":
        return Section(name).label
    if kind == "option":
        return sheets.get(int(name), "")
    return goals.get(int(name)) or _now("a goal that is not there any more")
