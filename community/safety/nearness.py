"""Who of the team is too near to a report: whoever told it, who mentors or is mentored by one of the
two, who does not hear one of them or is not heard, who wrote in the lines shown.

The person it is about is never asked: the rules of the desk keep that themselves.
"""

from collections.abc import Callable, Collection

from django.db.models import Exists, OuterRef, Q

from community.accounts.models import Block
from community.safety.enums import Apart
from community.safety.models import Report, StandsApart
from community.safety.rules import Reach
from community.safety.subjects import Sight
from community.safety.tell import Team

# Features say who is tied to somebody: (people) -> the numbers of those tied to one of them.
_ties: list[Callable[[Collection[int]], set[int]]] = []


def register_tie(tied_to: Callable[[Collection[int]], set[int]]) -> None:
    """Whoever mentors somebody, or is mentored by them, decides nothing about them."""
    _ties.append(tied_to)


def too_near(sight: Sight, *, area: str, teller: int, team: Team) -> dict[int, Apart]:
    """Those of the team who stand apart from a report that goes to this area, each with a
    reason."""
    both = {number for number in (teller, sight.about) if number is not None}
    around = team.moderators_of(area) | team.leads
    present = {line.person for line in sight.lines if line.person is not None}
    found = dict.fromkeys(present & around, Apart.PRESENT)
    found |= dict.fromkeys(_blocked(both) & around, Apart.BLOCKED)
    found |= dict.fromkeys(_tied(both) & around, Apart.MENTORS)
    if not team.leads - set(found):  # nobody can keep everybody away by not hearing them
        found = {n: w for n, w in found.items() if n not in team.leads or w == Apart.MENTORS}
    if teller in around:
        found[teller] = Apart.TOLD
    return found


def near_to(people: Collection[int]) -> set[int]:
    """Whoever mentors one of these people or is mentored by one, and whoever does not hear one of
    them or is not heard."""
    return _blocked(people) | _tied(people)


def stands_apart(person: int, item: int) -> bool:
    """Whether this person told the team about it, or stands apart from it: then somebody else
    looks."""
    return (
        Report.objects.filter(item_id=item, reporter_id=person).exists()
        or StandsApart.objects.filter(item_id=item, person_id=person).exists()
    )


def is_open_to(reach: Reach) -> Q:
    """Items from which this person does not stand apart, as a condition on items."""
    told = Report.objects.filter(item=OuterRef("pk"), reporter=reach.person)
    apart = StandsApart.objects.filter(item=OuterRef("pk"), person=reach.person)
    return ~Exists(told) & ~Exists(apart)


def _blocked(people: Collection[int]) -> set[int]:
    blocks = Block.objects.filter(Q(by__in=people) | Q(of__in=people))
    return {number for pair in blocks.values_list("by", "of") for number in pair} - set(people)


def _tied(people: Collection[int]) -> set[int]:
    tied: set[int] = set()
    for tied_to in _ties:
        tied |= tied_to(people)
    return tied - set(people)
