"""Writing one's plan and goals. Only the owner writes; others suggest."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.refusal import insist
from community.wellbeing import rules, rules_sharing
from community.wellbeing.actions.hearing import hear
from community.wellbeing.actions.sharing import end_part
from community.wellbeing.enums import (
    ONLY_ME_AT_FIRST,
    GoalState,
    IdeaEnd,
    Review,
    Section,
)
from community.wellbeing.heard import PLAN_IDEA
from community.wellbeing.models import (
    Goal,
    GoalStep,
    GoalVersion,
    PlanIdea,
    PlanPart,
    PlanVersion,
)
from community.wellbeing.models.plan import GOAL_LIMIT, PART_LIMIT
from community.wellbeing.queries import sharing

REVIEW_AFTER = timedelta(weeks=4)
SMALLER_BELOW = 7
_MAKES_ANOTHER = ("words", "why", "measure", "helper", "confidence", "importance", "state")
_KEPT_OF_A_GOAL = (*_MAKES_ANOTHER, "review_on")


@transaction.atomic
def write_part(*, section: Section, words: str, only_me: bool, by: Person) -> PlanPart:
    """Keeps a section; what stood there stays as a version. Making it "only me" or
    emptying it ends every sharing of it at once, and every link to it. Raises Refused."""
    insist(rules.may_keep(by))
    insist(rules.may_say(words, PART_LIMIT))
    Person.objects.select_for_update().get(pk=by.pk)
    part = PlanPart.objects.filter(person=by, section=section).first()
    if part is None:
        part = PlanPart(person=by, section=section, version=0)
    elif part.words != words.strip():
        PlanVersion.objects.create(part=part, version=part.version, words=part.words)
    if part.words != words.strip() or part.pk is None:
        part.version += 1
        part.words, part.changed_at = words.strip(), timezone.now()
    part.only_me = only_me
    part.save()
    if only_me or not part.words:
        end_part(what=f"section:{section.value}", by=by)
    return part


def is_only_me(section: Section, part: PlanPart | None) -> bool:
    """Whether a section is kept to oneself: as the owner said, else as it begins."""
    return part.only_me if part else section in ONLY_ME_AT_FIRST


@dataclass(frozen=True, slots=True)
class Wanted:
    """A goal as it is written."""

    words: str
    why: str = ""
    measure: str = ""
    helper: str = ""
    confidence: int | None = None
    importance: int | None = None
    review_on: date | None = None


@transaction.atomic
def set_goal(*, wanted: Wanted, goal: int | None = None, by: Person) -> Goal:
    """A new goal, or one's own changed; what it was stays as a version. Raises Refused, hidden for
    somebody else's."""
    insist(rules.may_keep(by))
    insist(None if wanted.words.strip() else rules.SAY_SOMETHING)
    found = _goal(goal, by) if goal else Goal(person=by)
    values = {field.name: getattr(wanted, field.name) for field in fields(wanted)}
    for name, value in values.items():
        if isinstance(value, str):
            insist(rules.may_say(value, GOAL_LIMIT))
            values[name] = value.strip()
    values["review_on"] = wanted.review_on or timezone.localdate() + REVIEW_AFTER
    return _change(found, values)


def wanted_of(goal: Goal) -> Wanted:
    """A goal as it is written now."""
    return Wanted(**{field.name: getattr(goal, field.name) for field in fields(Wanted)})


@transaction.atomic
def review_goal(*, goal: int, review: Review, by: Person) -> Goal:
    """Keep, change, let go of, celebrate; where it stood stays as a version. A goal that is let go
    of or celebrated is shared no more. Raises Refused, hidden for somebody else's."""
    Person.objects.select_for_update().get(pk=by.pk)  # nothing is shared meanwhile
    found = _goal(goal, by)
    ends = {Review.STOP: GoalState.STOPPED, Review.CELEBRATE: GoalState.REACHED}
    state = ends.get(review, GoalState.GOING)
    _change(found, {"state": state, "review_on": timezone.localdate() + REVIEW_AFTER})
    if found.state != GoalState.GOING:
        end_part(what=f"goal:{goal}", by=by)
    return found


@transaction.atomic
def delete_goal(*, goal: int, by: Person) -> None:
    """Nothing of it is kept, and nobody reads it any more."""
    Person.objects.select_for_update().get(pk=by.pk)  # nothing is suggested for it meanwhile
    Goal.objects.filter(pk=goal, person=by).delete()
    end_part(what=f"goal:{goal}", by=by)


@transaction.atomic
def add_step(*, goal: int, words: str, by: Person) -> GoalStep:
    """One more step. Raises Refused."""
    found = _goal(goal, by)
    insist(None if words.strip() else rules.SAY_SOMETHING)
    insist(rules.may_say(words, GOAL_LIMIT))
    return GoalStep.objects.create(goal=found, words=words.strip())


@transaction.atomic
def turn_step(*, goal: int, step: int, by: Person) -> None:
    """Done, or not done after all."""
    found = GoalStep.objects.select_for_update().filter(pk=step, goal=_goal(goal, by)).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    found.done_at = None if found.done_at else timezone.now()
    found.save(update_fields=["done_at"])


@transaction.atomic
def suggest_words(*, person: int, section: Section, words: str, by: Person) -> PlanIdea:
    """Words for a section that is shared with one. Raises Refused, hidden where it is not."""
    return _suggest(PlanIdea(person_id=person, by=by, section=section, words=words), PART_LIMIT)


@transaction.atomic
def suggest_goal(*, person: int, goal: int | None, words: str, by: Person) -> PlanIdea:
    """Other words for a goal that is shared with one; None: one more goal, where any is shared.
    Raises Refused, hidden where it is not."""
    return _suggest(PlanIdea(person_id=person, by=by, goal_id=goal, words=words), GOAL_LIMIT)


@transaction.atomic
def settle_idea(*, idea: int, words: str | None, by: Person) -> None:
    """Takes the words into the section or the goal, or as one more goal, as they are or changed;
    None declines. Nobody is told. Raises Refused, hidden for somebody else's."""
    Person.objects.select_for_update().get(pk=by.pk)
    found = PlanIdea.objects.select_for_update().filter(pk=idea, person=by, end="").first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    if words is None:
        found.end = IdeaEnd.DECLINED
    else:
        _take(found, words, by=by)
        found.end = IdeaEnd.TAKEN if words.strip() == found.words else IdeaEnd.CHANGED
    found.save(update_fields=["end"])


def _suggest(idea: PlanIdea, limit: int) -> PlanIdea:
    owner = Person.objects.select_for_update().filter(pk=idea.person_id).first()
    shares = sharing.for_me(owner, idea.by, now=timezone.now()) if owner else []
    shared = {share.what for share in shares}
    insist(rules_sharing.may_suggest(shared, section=idea.section, goal=idea.goal_id))
    assert owner is not None
    insist(None if idea.words.strip() else rules.SAY_SOMETHING)
    insist(rules.may_say(idea.words, limit))
    idea.words = idea.words.strip()
    idea.save()
    hear(idea.words, subject_kind=PLAN_IDEA, subject_id=idea.pk, about=idea.by.pk)
    notify(person=owner, kind="plan_idea", path=reverse("wellbeing:own-plan"))
    return idea


def _take(idea: PlanIdea, words: str, *, by: Person) -> None:
    if idea.section:
        section = Section(idea.section)
        part = PlanPart.objects.filter(person=by, section=section).first()
        whole = f"{part.words}\n{words}".strip() if part else words
        write_part(section=section, words=whole, only_me=is_only_me(section, part), by=by)
    elif idea.goal_id:
        now = wanted_of(_goal(idea.goal_id, by))
        set_goal(wanted=replace(now, words=words), goal=idea.goal_id, by=by)
    else:
        set_goal(wanted=Wanted(words), by=by)


def _goal(goal: int, by: Person) -> Goal:
    found = Goal.objects.select_for_update().filter(pk=goal, person=by).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found


def _change(goal: Goal, values: dict[str, Any]) -> Goal:
    """What it was stays as a version, where anything but the day of the next look becomes another."""
    before = {name: getattr(goal, name) for name in _KEPT_OF_A_GOAL}
    for name, value in values.items():
        setattr(goal, name, value)
    if goal.pk and any(getattr(goal, name) != before[name] for name in _MAKES_ANOTHER):
        GoalVersion.objects.create(goal=goal, version=goal.version, **before)
        goal.version += 1
    goal.save()
    return goal
