"""Thanks one got, and what the house was told. Under five people nothing is shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Avg, Count, Q, QuerySet

from community.accounts import hidden
from community.accounts.handles import skeleton
from community.accounts.models import Block, Person
from community.wellbeing.enums import About
from community.wellbeing.models import Feedback, Recognition, Thanks, Theme

LEAST = 5


def whom(name: str) -> Person | None:
    """The person of this visible name."""
    return Person.objects.filter(skeleton=skeleton(name.strip())).first()


def thanks_to(person: Person) -> QuerySet[Thanks]:
    """What somebody was thanked for, newest first; nothing by whom they do not see."""
    unseen = Block.objects.filter(by=person).values("of")
    found = Thanks.objects.filter(to=person, hidden_at=None).exclude(by__in=unseen)
    return found.select_related("by")


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


def board() -> QuerySet[Theme]:
    """Themes that five or more people spoke of, and that have an answer."""
    people = Count("feedback__person", distinct=True)
    return Theme.objects.alias(people=people).filter(people__gte=LEAST, answered_at__isnull=False)


@dataclass(frozen=True, slots=True)
class Figures:
    """The three taps about one kind of thing, as means; None where fewer than five people
    answered."""

    about: About
    heard: float | None
    fitting: float | None
    helped: float | None


def figures() -> list[Figures]:
    """What was tapped, by kind of thing. A figure of fewer than five people does not exist."""
    found = []
    for about in About:
        asked = {f"{n}_mean": Avg(n) for n in Feedback.TAPS}
        people = {
            f"{n}_people": Count("person", distinct=True, filter=_given(n)) for n in Feedback.TAPS
        }
        row = Feedback.objects.filter(about=about).aggregate(**asked, **people)
        shown = {
            n: row[f"{n}_mean"] if row[f"{n}_people"] >= LEAST else None for n in Feedback.TAPS
        }
        found.append(Figures(about, **shown))
    return found


def _given(name: str) -> Q:
    return Q(**{f"{name}__isnull": False})


def unanswered() -> QuerySet[Feedback]:
    """Words that belong to no theme yet, without who wrote them."""
    return Feedback.objects.filter(theme=None).exclude(words="")
