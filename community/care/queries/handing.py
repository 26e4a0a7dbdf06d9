"""What lies between a member and a provider now: the one screen, the same for both."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.care.enums import Kind
from community.care.models import Piece, Question, Sheet, ShownStep, Tie
from community.care.models.handing import Handed
from community.care.queries import went
from community.care.queries.choosing import Draft
from community.care.shown import LINE, Shown, shown

LATE_FOR = timedelta(days=90)  # after its day a question is counted
FEW = 5  # below this a number is a word
GROUPS: tuple[tuple[Promise, set[Kind]], ...] = (
    (_("Goals, and where they stand"), {Kind.GOAL}),
    (_("From the plan"), {Kind.SECTION}),
    (_("What changed"), {Kind.SINCE, Kind.DAYS, Kind.ANSWERS}),
)
PAPER = ((5800, "large"), (7500, "middle"))
SMALLEST, MOST = "small", 12500


@dataclass(frozen=True, slots=True)
class Row:
    """One piece as it is read, with its dates; without them where it is only looked at before."""

    shown: Shown
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that belong together, under their words."""

    title: str | Promise
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Screen:
    """What stands before a meeting, in the order in which it is read: how somebody likes to be
    spoken with, what they ask, then what they want and what changed."""

    first: list[Row]
    questions: list[Question]
    rest: list[Group]
    others: tuple[str, ...] = ()  # marks of steps and sheets that stand there too
    beside: int = 0  # how much room what came back takes on the same paper

    @property
    def rows(self) -> list[Row]:
        """Every piece."""
        return [*self.first, *(row for group in self.rest for row in group.rows)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands there."""
        return not (self.first or self.questions or self.rest or self.others)

    @property
    def version(self) -> str:
        """Names what stands here, for an open page to ask whether all of it still does."""
        named = [f"p{row.piece.pk}" for row in self.rows if row.piece]
        named += [f"q{one.pk}" for one in self.questions]
        return "-".join([*named, *self.others]) or "0"

    @property
    def dates(self) -> Handed | None:
        """Where everything has the same dates they are said once: anything of it."""
        handed: list[Handed] = [row.piece for row in self.rows if row.piece]
        handed += [one for one in self.questions if one.pk]
        return handed[0] if len({_days(one) for one in handed}) == 1 else None

    @property
    def fits_on_a_page(self) -> bool:
        """Whether one printed page holds it."""
        return self.size + self.beside <= MOST

    @property
    def size(self) -> int:
        """How much room it takes on paper, in letters."""
        asked = sum(len(one.words) + len(one.answer) + LINE for one in self.questions)
        return asked + sum(row.shown.size for row in self.rows)


def paper_for(size: int) -> str:
    """How it is printed: as large as fits on one page."""
    return next((name for most, name in PAPER if size <= most), SMALLEST)


def _days(one: Handed) -> tuple[date | None, ...]:
    moments = (one.handed_at, one.opened_at, one.until)
    return tuple(timezone.localtime(at).date() if at else None for at in moments)


def screen(tie: Tie, *, now: datetime, only_opened: bool = False) -> Screen:
    """What is handed over by this tie now; `only_opened`: without what nobody has asked to read
    yet. Five queries."""
    pieces = Piece.objects.filter(tie=tie, ended_at=None, until__gt=now)
    asked = Question.objects.filter(tie=tie, ended_at=None, until__gt=now)
    if only_opened:
        pieces, asked = pieces.exclude(opened_at=None), asked.exclude(opened_at=None)
    asked = asked.prefetch_related("earlier")
    rows = [Row(shown(Kind(one.kind), one.said), one) for one in pieces]
    others = [
        f"{letter}{number}"
        for letter, model in (("s", ShownStep), ("d", Sheet))
        for number in model.objects.filter(tie=tie, ended_at=None, until__gt=now).values_list(
            "pk", flat=True
        )
    ]
    return replace(_ordered(rows, list(asked)), others=tuple(others))


def screen_before(
    drafts: list[Draft], questions: tuple[str, ...], *, due: date, beside: int
) -> Screen:
    """The same before anything is handed over, for the member to look at first; `beside`: the room
    that what came back takes on their paper."""
    asked = [Question(words=words, due=due) for words in questions]
    return replace(_ordered([Row(draft.shown) for draft in drafts], asked), beside=beside)


def _ordered(rows: list[Row], questions: list[Question]) -> Screen:
    order = list(Kind)
    rows = sorted(rows, key=lambda row: order.index(row.shown.kind))
    groups = [
        Group(title, [row for row in rows if row.shown.kind in kinds]) for title, kinds in GROUPS
    ]
    return Screen(
        first=[row for row in rows if row.shown.kind == Kind.CARD],
        questions=questions,
        rest=[group for group in groups if group.rows],
    )


def still_stands(tie: Tie, version: str, *, now: datetime) -> bool:
    """Whether all that an open page shows is handed over now. What came since changes nothing."""
    asked = set(version.split("-")) - {"0"}
    if any(mark.startswith("w") for mark in asked):
        asked -= set(went.version(went.went_by(tie, now=now)).split("-"))
    return asked <= set(screen(tie, now=now).version.split("-"))


def questions_of(tie: Tie) -> list[Question]:
    """Every question of the member's own, newest first, with what came back."""
    return list(Question.objects.filter(tie=tie).prefetch_related("earlier").order_by("-pk"))


def left_open(tie: Tie, *, now: datetime) -> list[Question]:
    """Those that nobody answered and nobody can read any more: the member takes them along."""
    over = Q(ended_at__isnull=False) | Q(until__lte=now)
    return list(Question.objects.filter(over, tie=tie, answered_at=None))


def question_for(tie: Tie, question: int, *, now: datetime) -> Question | None:
    """One that the provider can answer now."""
    mine = Question.objects.filter(tie=tie, pk=question, ended_at=None, until__gt=now)
    return mine.first()


def unanswered(*, today: date) -> int | None:
    """How many questions of the last weeks are past their day without an answer, while the two still
    have each other, also where nobody can read them any more; None for one to four, a number of
    which would point at somebody."""
    taken_back = Q(ended_at__lt=F("until"))
    late = Question.objects.exclude(taken_back).filter(
        answered_at=None, due__lt=today, due__gte=today - LATE_FOR, tie__ended_at=None
    )
    count = late.count()
    return None if 0 < count < FEW else count
