"""Ines as Hana has checked her, and what Ana has brought her for Tuesday: handed over, opened,
one question answered, an idea that waits."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from community.accounts.models import Person
from community.care.actions import answering, back, checking, door, handing, sheets
from community.care.enums import Came, How, Kind
from community.care.models import Piece, Provider, Question, Tie
from community.care.queries import choosing
from community.care.queries.choosing import Wanted, end_of
from community.notifications.models import Notification
from community.wellbeing.actions import plan
from community.wellbeing.models import Goal

_CHECKED = {"name": "Ines Vidal", "profession": "psychologist", "organisation": "Northside"}
_CARD = {
    "spoken": "Slowly, and please ask before you advise.",
    "about": "Waking at four, and the mornings.",
    "not_about": "My brother, for now.",
}
_GOAL = "Walk to the shop and back, three times a week"
_SINCE = "Two better weeks. The nights are still short."
_ASKED = ("Is the morning dose still right?", "What can I do when I wake at four?")


def load(people: dict[str, Person], *, now: datetime) -> None:
    """Whatever of it is missing."""
    ana, ines, hana = people["Ana"], people["Ines"], people["Hana"]
    today = timezone.localdate(now)
    provider = Provider.objects.filter(person=ines).first()
    if provider is None:
        until = today + timedelta(days=300)
        found = checking.Found(**_CHECKED, how=How.REGISTER, until=until)
        provider = checking.check(person=ines.pk, found=found, by=hana)
    if not Tie.objects.filter(person=ana).exists():
        tie = door.choose(provider=provider.pk, called="Ana B.", by=ana)
        _hand_over(tie, ana, now=now)
        _bring_back(tie, ines, now=now)
        _decide(tie, ana, ines, now=now)
        notices = Notification.objects.filter(person__in=(ana, ines), kind__startswith="care_")
        notices.update(read_at=now)


def unload(people: QuerySet[Person]) -> None:
    """The check goes with whom it is about."""
    Provider.objects.filter(person__in=people).delete()


def _hand_over(tie: Tie, ana: Person, *, now: datetime) -> None:
    handing.write_card(**_CARD, by=ana)
    goal = Goal.objects.filter(person=ana).first()
    if goal is None:
        goal = plan.set_goal(wanted=plan.Wanted(words=_GOAL, why="The day begins with it."), by=ana)
    today = timezone.localdate(now)
    answers = [p.key for p in choosing.parts_of(ana) if p.key.startswith("answers:")][:1]
    wanted = Wanted(
        until=end_of(today + timedelta(days=11)),
        parts=("card", f"goal:{goal.pk}", "section:tools", *answers),
        days=(today - timedelta(days=40), today),
        since=_SINCE,
        questions=_ASKED,
        due=today + timedelta(days=4),
    )
    seen = choosing.digest(choosing.drafts(ana, wanted))
    handing.hand_over(tie=tie.pk, wanted=wanted, seen=seen, by=ana)


def _bring_back(tie: Tie, ines: Person, *, now: datetime) -> None:
    handing.look(tie=tie, now=now)
    for model in (Piece, Question):
        model.objects.filter(tie=tie).update(handed_at=now - timedelta(days=2))
    first, _second = Question.objects.filter(tie=tie)
    words = "It may be. Please do not change it before we meet."
    answering.answer(tie=tie.pk, question=first.pk, words=words, talk_on=None, by=ines)
    goal = Piece.objects.get(tie=tie, kind=Kind.GOAL)
    words = "To the corner, before breakfast"
    back.suggest(tie=tie.pk, target=f"p{goal.pk}", words=words, by=ines)
    said = back.Decided(
        about="The evening walk",
        came=Came.KEEP,
        words="It does you good.",
        look_on=timezone.localdate(now) + timedelta(days=11),
    )
    back.write_outcome(tie=tie.pk, said=said, by=ines)


def _decide(tie: Tie, ana: Person, ines: Person, *, now: datetime) -> None:
    said = sheets.Mine(
        options="Stay with the morning\nMove it to the evening",
        matters="Being awake for my sister's calls.",
        leans="The evening, for two weeks.",
    )
    until = end_of(timezone.localdate(now) + timedelta(days=20))
    title = "When to take it"
    sheet = sheets.begin(tie=tie.pk, title=title, said=said, until=until, by=ana)
    thinks = "Either is safe. In the evening you may wake less. I would try it, and look again."
    handing.look_at(sheet, now=now)
    said_back = sheets.Theirs(thinks=thinks)
    sheets.write_as_provider(tie=tie.pk, sheet=sheet.pk, said=said_back, seen=1, by=ines)
