"""Planning a light week, and what became of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.refusal import insist
from community.safety.intake import forget_all_words
from community.wellbeing import companions, rules
from community.wellbeing.actions.hearing import hear
from community.wellbeing.enums import Area, Done
from community.wellbeing.heard import ACT_IDEA
from community.wellbeing.models import ActIdea, SmallAct
from community.wellbeing.models.care import ACT_LIMIT, ACTS_A_WEEK

SMALLER_BELOW = 7  # less sure than this: a smaller step is more likely to be taken


@dataclass(frozen=True, slots=True)
class Planned:
    """An act as it is planned."""

    area: Area
    words: str
    when: str = ""
    where: str = ""
    sure: int | None = None


def monday(day: date) -> date:
    """The Monday of the week of this day."""
    return day - timedelta(days=day.weekday())


@transaction.atomic
def plan_act(*, planned: Planned, by: Person) -> SmallAct:
    """One more act for this week. Raises Refused for a fourth."""
    insist(rules.may_keep(by))
    _insist_on_words(planned)
    Person.objects.select_for_update().get(pk=by.pk)
    week = monday(timezone.localdate())
    taken = set(SmallAct.objects.filter(person=by, week=week).values_list("place", flat=True))
    free = [place for place in range(1, ACTS_A_WEEK + 1) if place not in taken]
    insist(None if free else rules.WEEK_IS_FULL)
    return SmallAct.objects.create(person=by, week=week, place=free[0], **_fields(planned))


@transaction.atomic
def change_act(*, act: int, planned: Planned, by: Person) -> SmallAct:
    """Makes it another, a smaller one perhaps. Raises Refused, hidden for somebody else's."""
    _insist_on_words(planned)
    found = _mine(act, by)
    for name, value in _fields(planned).items():
        setattr(found, name, value)
    found.changed_at = timezone.now()
    found.save()
    return found


@transaction.atomic
def say_done(*, act: int, done: Done | None, by: Person) -> SmallAct:
    """Done, partly, not today, or nothing said again. Raises Refused, hidden for somebody else's."""
    found = _mine(act, by)
    found.done, found.changed_at = done.value if done else "", timezone.now()
    found.save(update_fields=["done", "changed_at"])
    return found


@transaction.atomic
def drop_act(*, act: int, by: Person) -> None:
    """Nothing of it is kept."""
    SmallAct.objects.filter(pk=act, person=by).delete()


@transaction.atomic
def suggest_act(*, person: int, area: Area, words: str, by: Person) -> ActIdea:
    """Somebody at one's side suggests one act; a new idea takes the place of one that waits. Raises
    Refused, hidden for whom they are not at the side of."""
    to = Person.objects.select_for_update().filter(pk=person).first()
    is_near = to is not None and any(one.person == by.pk for one in companions.of(to))
    insist(None if is_near else rules.NOT_HERE)
    assert to is not None
    _insist_on_words(Planned(area, words))
    before = ActIdea.objects.filter(person=to, by=by, settled_at=None)
    forget_all_words(ACT_IDEA, [str(number) for number in before.values_list("pk", flat=True)])
    before.delete()
    idea = ActIdea.objects.create(person=to, by=by, area=area, words=words.strip())
    hear(idea.words, subject_kind=ACT_IDEA, subject_id=idea.pk, about=by.pk)
    notify(person=to, kind="act_idea", path=reverse("wellbeing:week"))
    return idea


@transaction.atomic
def take_idea(*, idea: int, by: Person) -> SmallAct:
    """The idea becomes an act of this week, to be changed like any other. Nobody is told. Raises
    Refused."""
    found = _idea(idea, by)
    act = plan_act(planned=Planned(Area(found.area), found.words), by=by)
    _settle(found)
    return act


@transaction.atomic
def put_idea_away(*, idea: int, by: Person) -> None:
    """Nobody is told. Raises Refused, hidden for somebody else's."""
    _settle(_idea(idea, by))


def _settle(idea: ActIdea) -> None:
    idea.settled_at = timezone.now()
    idea.save(update_fields=["settled_at"])


def _idea(idea: int, by: Person) -> ActIdea:
    found = ActIdea.objects.select_for_update().filter(pk=idea, person=by, settled_at=None).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found


def _mine(act: int, by: Person) -> SmallAct:
    found = SmallAct.objects.select_for_update().filter(pk=act, person=by).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found


def _insist_on_words(planned: Planned) -> None:
    insist(None if planned.words.strip() else rules.SAY_SOMETHING)
    for words in (planned.words, planned.when, planned.where):
        insist(rules.may_say(words, ACT_LIMIT))


def _fields(planned: Planned) -> dict[str, object]:
    return {
        "area": planned.area,
        "words": planned.words.strip(),
        "when": planned.when.strip(),
        "where": planned.where.strip(),
        "sure": planned.sure,
    }
