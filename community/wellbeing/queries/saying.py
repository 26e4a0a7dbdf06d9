"""Thanks one got, and what the house was told. Under five people nothing is shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from community.accounts import hidden
from community.accounts.handles import skeleton
from community.accounts.models import Block, Person
from community.wellbeing import companions
from community.wellbeing.companions import Companion
from community.wellbeing.enums import About, Takes
from community.wellbeing.models import (
    Feedback,
    Figure,
    Goal,
    GoalStep,
    Noticing,
    Recognition,
    Thanks,
    Theme,
)
from community.wellbeing.models.visits import HOW_IT_WENT

LEAST = 5  # people behind a theme on the board
OPEN_SHOWN, SHOWN_AT_MOST = 3, 50


def whom(name: str) -> Person | None:
    """The person of this visible name."""
    return Person.objects.filter(skeleton=skeleton(name.strip())).first()


def thanks_to(person: Person) -> QuerySet[Thanks]:
    """What somebody was thanked for, newest first; nothing by whom they do not see."""
    unseen = Block.objects.filter(by=person).values("of")
    found = Thanks.objects.filter(to=person, hidden_at=None).exclude(by__in=unseen)
    return found.select_related("by", "step__goal")


def asked_to_notice(person: Person) -> list[Noticing]:
    """Steps that somebody at whose side this person is would like them to notice; of nobody who takes
    no such words any more."""
    mine = {one.person for one in companions.beside_whom(person)}
    found = Noticing.objects.filter(to=person, settled_at=None, step__done_at__isnull=False)
    found = found.exclude(step__goal__person__recognition__takes=Takes.NONE)
    rows = found.filter(step__goal__person__in=mine).select_related("step__goal__person")
    return list(rows) if mine else []


def to_notice(person: Person, noticing: int) -> Noticing | None:
    """One of them; None where it is over, or the two are not side by side any more."""
    return next((one for one in asked_to_notice(person) if one.pk == noticing), None)


def open_thanks(person: int, *, reader: int) -> list[Thanks]:
    """The newest of what others may read of somebody's thanks, where both of the two said so.
    Nothing of whom the reader does not see, or by whom they are not seen, and nothing that was said
    to a name they have parted from."""
    unseen = Block.objects.filter(by=reader).values("of")
    unseeing = Block.objects.filter(of=reader).values("by")
    found = Thanks.objects.filter(
        to=person, is_open=True, hidden_at=None, to__recognition__takes=Takes.OPEN
    )
    newest = list(found.exclude(by__in=unseen).exclude(by__in=unseeing)[:SHOWN_AT_MOST])
    before = hidden.names_at((person, one.at) for one in newest)
    return [one for one in newest if (person, one.at) not in before][:OPEN_SHOWN]


@dataclass(frozen=True, slots=True)
class Thanked:
    """One of them, and what whoever said it was called then; no name where they have left."""

    thanks: Thanks
    name: str


def as_called_then(thanks: Iterable[Thanks]) -> list[Thanked]:
    """The same with the names in which they were said. One query more."""
    found = list(thanks)
    names = hidden.names_at((one.by_id, one.at) for one in found if one.by_id)
    return [
        Thanked(one, names.get((one.by_id or 0, one.at)) or (one.by.handle if one.by else ""))
        for one in found
    ]


def recognition_of(person: Person) -> Recognition:
    """How somebody would like to be thanked."""
    return Recognition.objects.filter(person=person).first() or Recognition(person=person)


def takes_none(person: Person) -> bool:
    """Whether they would rather hear no such words at all."""
    return Recognition.objects.filter(person=person, takes=Takes.NONE).exists()


def board() -> QuerySet[Theme]:
    """Themes that five or more people spoke of, and that have an answer."""
    people = Count("feedback__person", distinct=True)
    return Theme.objects.alias(people=people).filter(people__gte=LEAST, answered_at__isnull=False)


@dataclass(frozen=True, slots=True)
class Figures:
    """The three taps about one kind of thing, as the means that were made known last; None where
    none was."""

    about: About
    heard: float | None
    fitting: float | None
    helped: float | None


def figures() -> list[Figures]:
    """What was tapped, by kind of thing. One question."""
    means = known_means()
    return [
        Figures(about, **{name: means.get(f"{about}.{name}") for name in Feedback.TAPS})
        for about in About
    ]


def known_means() -> dict[str, float]:
    """The newest mean of each question that was made known. No answer is read for it."""
    return {one.of: one.mean for one in Figure.objects.order_by("until")}


def unanswered() -> QuerySet[Feedback]:
    """Words that belong to no theme yet, without who wrote them."""
    return Feedback.objects.filter(theme=None).exclude(words="")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a goal, what was noticed in it, and whom one can ask to notice it: name, number,
    whether they were asked."""

    step: GoalStep
    noticed: list[Thanked]
    people: list[tuple[str, int, bool]]


def steps_of(goal: Goal, *, known: list[Companion]) -> list[Step]:
    """The steps of a goal, each with what was noticed in it. Who would rather not be noticed is not
    offered to ask for it."""
    steps = list(goal.steps.prefetch_related("noticings"))
    takes = recognition_of(goal.person).takes
    known = [] if takes == Takes.NONE else known
    said = as_called_then(thanks_to(goal.person).filter(step__in=steps))
    found = []
    for step in steps:
        asked = {one.to_id for one in step.noticings.all()}
        people = [(one.name, one.person, one.person in asked) for one in known]
        found.append(Step(step, [one for one in said if one.thanks.step_id == step.pk], people))
    return found


@dataclass(frozen=True, slots=True)
class VisitFigure:
    """One question about appointments, as the mean that was made known last; None where none was."""

    asked: str
    mean: float | None


def visit_figures() -> list[VisitFigure]:
    """How appointments were, by those answers alone that are for the service. One question."""
    means = known_means()
    return [VisitFigure(name, means.get(f"visit.{name}")) for name in HOW_IT_WENT]
