"""Where somebody is on the four steps, and what there is to read about each."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from community.accounts.enums import Role, Standing
from community.accounts.models import Person
from community.accounts.rules import roles_of
from groups.cards import Card, cards
from groups.models import Host
from mentoring.enums import AT_WORK, WISHED, Step
from mentoring.models import Mentor, Training, Wish

_OTHERS = "/learn/with-other-people/"
# Pages of the library about each; a place that has not got one shows the others.
_READS = {
    Step.READER: (f"{_OTHERS}being-in-a-group/",),
    Step.GREETER: (f"{_OTHERS}greeting-somebody-new/", f"{_OTHERS}when-others-judge/"),
    Step.CO_HOST: (f"{_OTHERS}session-first-evening/", f"{_OTHERS}session-a-hard-week/"),
    Step.MENTOR: (f"{_OTHERS}being-a-mentor/", "/learn/getting-help/a-plan-that-is-yours/"),
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step, as it is for this person. `wished_at`: they said they would like to."""

    step: Step
    is_on_it: bool
    may_wish: bool
    wished_at: datetime | None
    reads: list[Card]
    learned: int = 0  # of the twelve things, on the last step


def steps_for(person: Person) -> list[StepLine]:
    """All four, in their order, in a fixed number of questions."""
    on = {
        Step.READER: True,
        Step.GREETER: Role.GREETER in roles_of(person),
        Step.CO_HOST: Host.objects.filter(person=person, ended_at=None).exists(),
        Step.MENTOR: Mentor.objects.filter(person=person, state__in=AT_WORK).exists(),
    }
    open_now = Wish.objects.filter(person=person, talked_at=None)
    wished = dict(open_now.values_list("step", "said_at"))
    learned = Training.objects.filter(mentor__person=person, mentor__state__in=AT_WORK).count()
    found = cards(path for paths in _READS.values() for path in paths)
    return [
        StepLine(
            step=step,
            is_on_it=on[step],
            may_wish=step in WISHED and not on[step] and step not in wished,
            wished_at=wished.get(step),
            reads=[found[path] for path in _READS[step] if path in found],
            learned=learned if step == Step.MENTOR else 0,
        )
        for step in Step
    ]


def open_wishes() -> QuerySet[Wish]:
    """Who would like to greet or to host, the longest first."""
    waiting = Wish.objects.filter(talked_at=None, person__standing=Standing.ACTIVE)
    return waiting.select_related("person").order_by("said_at", "pk")
