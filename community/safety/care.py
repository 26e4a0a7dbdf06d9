"""Looking after those who look after others: topics routed round them, a count of hard items that
only they see, and whom to talk it over with."""

from datetime import datetime, timedelta

from django.db.models import Q

from community.safety.enums import HardTopic, Level
from community.safety.models import Item, NotMe

HARD = (Level.NOW, Level.SOON)
AFTER_HARD = "after_hard"  # in the session: where it was, once something hard was decided
NOT_NOW = "pause_not_now"  # in the session: at how many hard items a pause was put off
A_LOT = 3  # hard items in a day: from here on a pause is offered
_DAY = timedelta(hours=24)
_CODES = {
    HardTopic.SUICIDE: {"act", "plan", "thought", "wish", "method", "reported_die"},
    HardTopic.SELF_HARM: {"self_harm"},
    HardTopic.VIOLENCE: {"attack", "reported_threat", "reported_hate", "reported_hurts"},
    HardTopic.SEXUAL: {"reported_sexual"},
    HardTopic.CHILDREN: {"reported_child", "reported_young", "situation_child"},
}


def touches(topics: list[str], signals: list[str]) -> bool:
    """Whether one of these topics is in an item with these codes."""
    return any(not _CODES[HardTopic(one)].isdisjoint(signals) for one in topics)


def rather_not(people: set[int], signals: list[str]) -> set[int]:
    """Those of them who asked not to be called to what this is about."""
    said = NotMe.objects.filter(person__in=people).values_list("person", "topics")
    return {person for person, topics in said if touches(topics, signals)}


def topics_of(person: int) -> list[str]:
    """What this person asked not to be called to."""
    return NotMe.objects.filter(person=person).values_list("topics", flat=True).first() or []


def may_be_a_lot(hard: int, *, not_now_at: int) -> bool:
    """Whether a pause is offered now: after so many hard things, and after as many more where
    somebody said "not now"."""
    return hard - not_now_at >= A_LOT


def hard_today(person: int, *, now: datetime) -> int:
    """How many hard items this person took in the last day. Shown to nobody else."""
    mine = Q(taken_by=person, taken_at__gt=now - _DAY)
    return Item.objects.filter(mine, level__in=HARD).count()
