"""What the member does with what came back. Nobody is told, and nothing needs a reason."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.care import rules
from community.care.actions.sheets import add_option
from community.care.enums import Asked
from community.care.models import Outcome, ScaleRequest, ShownStep, Suggestion, Tie
from community.care.queries.choosing import LONGEST, end_of, usual_end
from community.notifications.actions import notify
from community.refusal import insist
from community.wellbeing.actions import care as acts
from community.wellbeing.actions import plan
from community.wellbeing.enums import Area, IdeaEnd, Section
from community.wellbeing.models import Goal, GoalStep, PlanPart


@transaction.atomic
def take(*, suggestion: int, words: str, by: Person) -> None:
    """Into one's own plan, goal or week, as it is or changed. Raises Refused: hidden for somebody
    else's, in words where the goal is gone or the week is full."""
    found = _mine(suggestion, by)
    insist(None if words.strip() else rules.SAY_IT)
    kind, _colon, name = found.target.partition(":")
    if kind == "goal":
        insist(None if Goal.objects.filter(pk=name, person=by).exists() else rules.GOAL_IS_GONE)
        plan.add_step(goal=int(name), words=words, by=by)
    elif kind == "act":
        acts.plan_act(planned=acts.Planned(Area(name), words), by=by)
    elif kind == "option":
        add_option(sheet=int(name), words=words, by=by)
    else:
        _into_plan(Section(name), words, by=by)
    _settle(found, IdeaEnd.TAKEN if words.strip() == found.words else IdeaEnd.CHANGED)


@transaction.atomic
def decline(*, suggestion: int, by: Person) -> None:
    """Put away. Raises Refused, hidden for somebody else's."""
    _settle(_mine(suggestion, by), IdeaEnd.DECLINED)


@transaction.atomic
def not_this_time(*, request: int, by: Person) -> None:
    """The provider reads just that."""
    mine = ScaleRequest.objects.filter(pk=request, tie__person=by, end="")
    mine.update(end=Asked.NOT_NOW, settled_at=timezone.now())


@transaction.atomic
def say_of_outcome(*, outcome: int, agreed: bool, by: Person) -> None:
    """Whether it is what I remember; said again, the last word counts. When it has ended there is
    nobody to say it to. Raises Refused, hidden for somebody else's."""
    mine = Outcome.objects.filter(pk=outcome, tie__person=by, tie__ended_at=None)
    found = mine.select_for_update(of=("self",)).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    found.agreed, found.agreed_at = agreed, timezone.now()
    found.save(update_fields=["agreed", "agreed_at"])


@transaction.atomic
def show_step(
    *, tie: int, step: int, by: Person, until: datetime | None = None, now: datetime | None = None
) -> ShownStep:
    """Lets the provider see one step I took, and for which goal, until then or the usual end. They
    are asked once whether they want to say something; shown twice it stands there once. Raises
    Refused."""
    now = now or timezone.now()
    until = until or end_of(usual_end(by, now=now))
    insist(None if now < until <= now + LONGEST else rules.END_TOO_FAR)
    ties = Tie.objects.select_for_update(of=("self",)).select_related("provider__person")
    held = ties.filter(pk=tie, person=by).first()
    insist(rules.may_hand_over(held, today=timezone.localdate(now)))
    assert held is not None
    assert held.provider.person is not None
    done = GoalStep.objects.filter(pk=step, goal__person=by, done_at__isnull=False)
    found = done.select_related("goal").first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    said = (found.goal.words, found.words)
    for before in ShownStep.objects.filter(tie=held, ended_at=None, until__gt=now):
        if (before.goal, before.words) == said:
            return before
    shown = ShownStep.objects.create(
        tie=held, goal=found.goal.words, words=found.words, handed_at=now, until=until
    )
    path = reverse("care:person", args=[held.pk])
    notify(person=held.provider.person, kind="care_step", path=path)
    return shown


def _into_plan(section: Section, words: str, *, by: Person) -> None:
    part = PlanPart.objects.filter(person=by, section=section).first()
    whole = f"{part.words}\n{words}".strip() if part else words
    only_me = plan.is_only_me(section, part)
    plan.write_part(section=section, words=whole, only_me=only_me, by=by)


def _mine(suggestion: int, by: Person) -> Suggestion:
    rows = Suggestion.objects.select_for_update(of=("self",)).filter(tie__person=by, end="")
    found = rows.filter(pk=suggestion).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found


def _settle(suggestion: Suggestion, end: IdeaEnd) -> None:
    suggestion.end, suggestion.settled_at = end, timezone.now()
    suggestion.save(update_fields=["end", "settled_at"])
