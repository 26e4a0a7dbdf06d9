"""Ana's own space in the demo: some days, a plan, a light week. A goal of Wren's, which Theo reads
and has other words for. And Lotte's hours, so that the form with question 9 is offered."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from django.utils import timezone

from community.accounts.models import Person
from community.notifications.models import Notification
from community.wellbeing import instruments
from community.wellbeing.actions import answers, care, days, plan, review_hours, saying, sharing
from community.wellbeing.enums import Area, Section, Takes
from community.wellbeing.models import (
    AnswerSet,
    CheckIn,
    Goal,
    PlanPart,
    ReviewHours,
    SmallAct,
    Thanks,
)

# How long ago, mood, sleep, a line. Gaps are part of it.
_DAYS = (
    (38, 2, 2, ""),
    (37, 2, 1, "Rain all day."),
    (33, 3, 2, ""),
    (29, 2, 3, ""),
    (24, 3, 3, "Finished the sky of the jigsaw."),
    (23, 3, None, ""),
    (18, 2, 2, ""),
    (15, 4, 3, "Walked to the shop and back."),
    (11, 3, 3, ""),
    (10, 3, 4, ""),
    (6, 4, 3, "Ben made me laugh."),
    (3, 3, None, ""),
    (1, 4, 4, ""),
)
_WORRY = ((42, 2), (21, 1))  # days ago, the answer to each question
_PLAN = {
    Section.MATTERS: "My sister. Mornings without an alarm. Finishing what I begin.",
    Section.TOOLS: "A walk before noon. The jigsaw. Saying it in the room before it grows.",
    Section.EARLY: "I stop opening the post.",
    Section.QUESTIONS: "Is the morning dose still right?\nWhat can I do when I wake at four?",
}

_THANKS = {
    "you": "asked about my sister, three days after I had mentioned her",
    "helped": "to see that somebody had listened.",
}

_AT_FIRST = "One evening a week without the phone"
_WANTED = plan.Wanted(
    "One evening a week for the choir", why="There I need not be the calm one.", confidence=7
)
_SUGGESTED = "One evening a week for the choir, and somebody else has the phone"


def load(people: dict[str, Person], *, now: datetime) -> None:
    """Whatever of it is missing."""
    ana, lotte = people["Ana"], people["Lotte"]
    if not ReviewHours.objects.filter(person=lotte).exists():
        hours = {day: (time(0), time(23, 59)) for day in range(7)}
        review_hours.set_hours(hours=hours, by=lotte)
    if not CheckIn.objects.filter(person=ana).exists():
        _days(ana)
    if not AnswerSet.objects.filter(person=ana).exists():
        _worry(ana, now=now)
    if not PlanPart.objects.filter(person=ana).exists():
        for section, words in _PLAN.items():
            plan.write_part(section=section, words=words, only_me=False, by=ana)
    if not SmallAct.objects.filter(person=ana).exists():
        walk = care.Planned(Area.MOVEMENT, "To the shop and back", "Before noon", "", 8)
        care.plan_act(planned=walk, by=ana)
    if not Goal.objects.filter(person=ana).exists():
        _goal(ana)
    if not Goal.objects.filter(person=people["Wren"]).exists():
        _shared_goal(people["Wren"], people["Theo"], now=now)
    if not Thanks.objects.filter(to=ana).exists():
        saying.choose_recognition(takes=Takes.OPEN, notice="When I begin something.", by=ana)
        saying.thank(name="Ana", **_THANKS, is_open=True, by=people["Ben"])


def _days(ana: Person) -> None:
    today = timezone.localdate()
    for ago, mood, sleep, line in _DAYS:
        said = {"mood": mood, "sleep": sleep}
        days.keep_day(day=today - timedelta(days=ago), answers=said, line=line, by=ana)


def _goal(ana: Person) -> None:
    wanted = plan.Wanted("Go out every day", why="The air helps.", confidence=7, importance=8)
    goal = plan.set_goal(wanted=wanted, by=ana)
    for words in ("To the corner and back", "To the shop and back"):
        plan.add_step(goal=goal.pk, words=words, by=ana)
    first = goal.steps.earliest("pk")
    plan.turn_step(goal=goal.pk, step=first.pk, by=ana)


def _shared_goal(wren: Person, theo: Person, *, now: datetime) -> None:
    """Written twice, and shared: its first words stay with Wren alone."""
    goal = plan.set_goal(wanted=replace(_WANTED, words=_AT_FIRST), by=wren)
    plan.set_goal(wanted=_WANTED, goal=goal.pk, by=wren)
    until = now + timedelta(weeks=4)
    sharing.share(to=theo.pk, parts=[f"goal:{goal.pk}"], until=until, by=wren, now=now)
    plan.suggest_goal(person=wren.pk, goal=goal.pk, words=_SUGGESTED, by=theo)
    told = Notification.objects.filter(person__in=(wren, theo), kind__in=("shared", "plan_idea"))
    told.update(read_at=now)


def _worry(ana: Person, *, now: datetime) -> None:
    gad_7 = instruments.get("gad-7")
    assert gad_7 is not None
    for ago, value in _WORRY:
        then = now - timedelta(days=ago)
        answers.begin(instrument=gad_7, by=ana, now=then)
        for item in range(len(gad_7.items)):
            answers.answer(instrument=gad_7, item=item, value=value, by=ana, now=then)
        answers.finish(instrument=gad_7, by=ana, now=then)
