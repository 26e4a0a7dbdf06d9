"""What is kept here about a person: theirs to take along, gone when they leave."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from community.accounts import personal_data
from community.accounts.models import Person
from community.wellbeing import plan_data
from community.wellbeing.actions.concerns import say_goodbye
from community.wellbeing.instruments import Instrument
from community.wellbeing.models import (
    ActIdea,
    AnswerSet,
    CheckIn,
    Concern,
    ConcernLine,
    Feedback,
    Goal,
    JournalEntry,
    Noticing,
    PlanIdea,
    PlanPart,
    Recognition,
    ReviewHours,
    RiskAnswer,
    SafetyPlan,
    Share,
    ShareLink,
    SmallAct,
    Thanks,
    Visit,
)
from community.wellbeing.models.days import MEASURES
from community.wellbeing.queries.answers import said_of, scored
from community.wellbeing.queries.completed import all_as_asked
from community.wellbeing.queries.safety_plan import plan_of

_OWN = (
    SafetyPlan,
    CheckIn,
    JournalEntry,
    AnswerSet,
    RiskAnswer,
    Concern,
    ReviewHours,
    SmallAct,
    ActIdea,
    Recognition,
    Feedback,
    PlanPart,
    Goal,
    PlanIdea,
    Share,
    ShareLink,
    Visit,
)
# Theirs only in part: what they wrote goes with the concern, who switched a scale on is a null.
_NAMED = (
    "wellbeing.Completed",
    "wellbeing.ConcernLine",
    "wellbeing.Noticing",
    "wellbeing.Pack",
    "wellbeing.Thanks",
)
STAYS = (
    personal_data.Stays(
        _(
            "What the house answered to feedback, in its own words, and means of what five people or more tapped. What you said and tapped yourself goes."
        ),
        of=frozenset({"wellbeing.Figure", "wellbeing.Theme"}),
    ),
    personal_data.Stays(
        _(
            "What you wrote to somebody as a reviewer, and which scales you switched on or completed. "
            "Without your name."
        ),
        of=frozenset(
            {
                "wellbeing.Completed",
                "wellbeing.Concern",
                "wellbeing.ConcernLine",
                "wellbeing.Pack",
            }
        ),
        of_helpers=True,
    ),
)


def join() -> None:
    """Registers this share."""
    models = [*(model._meta.label for model in _OWN), *_NAMED]
    personal_data.register("wellbeing", models=models, export=export, erase=erase, stays=STAYS)


def export(person: Person) -> dict[str, Any]:
    """The plan question by question, the days, the journal."""
    plan = plan_of(person)
    answers = plan.answers if plan else []
    return {
        "plan": [{"question": str(step.label), "words": words} for step, words in answers],
        "plan_changed_at": plan.changed_at if plan else None,
        "days": list(
            CheckIn.objects.filter(person=person).order_by("day").values("day", *MEASURES, "line")
        ),
        "journal": list(
            JournalEntry.objects.filter(person=person)
            .order_by("day", "pk")
            .values("day", "words", "changed_at")
        ),
        "questions": _fillings(person),
        "told_to_reviewers": [
            {"at": row.at, "value": row.value} for row in RiskAnswer.objects.filter(person=person)
        ],
        "words_to_reviewers": list(ConcernLine.objects.filter(by=person).values("at", "words")),
        # What a reviewer wrote is theirs; that they wrote, and when, is the person's.
        "reviewers_wrote": list(
            ConcernLine.objects.filter(concern__person=person, is_from_team=True).values(
                "at", "read_at"
            )
        ),
        "reviewers_looked": list(
            Concern.objects.filter(person=person).values("opened_at", "closed_at", "outcome")
        ),
        "review_hours": list(
            ReviewHours.objects.filter(person=person).values("weekday", "starts", "ends")
        ),
        **plan_data.export(person),
        "small_acts": list(
            SmallAct.objects.filter(person=person).values(
                "week", "area", "words", "when", "where", "sure", "done"
            )
        ),
        "i_asked_to_notice": list(
            # When the other settled it is theirs: put away or not, nobody is told.
            Noticing.objects.filter(step__goal__person=person).values("to__handle", "asked_at")
        ),
        "asked_to_notice": list(
            Noticing.objects.filter(to=person).values("asked_at", "settled_at")
        ),
        "ideas_for_others": list(ActIdea.objects.filter(by=person).values("at", "area", "words")),
        "thanks_i_wrote": list(
            Thanks.objects.filter(by=person).values("at", "you", "helped", "is_open")
        ),
        "thanks_are_welcome": list(
            Recognition.objects.filter(person=person).values("takes", "notice")
        ),
        "feedback": list(
            Feedback.objects.filter(person=person).values("at", "about", *Feedback.TAPS, "words")
        ),
    }


def _fillings(person: Person) -> list[dict[str, Any]]:
    rows = all_as_asked(AnswerSet.objects.filter(person=person))
    return [_answers(row, scale) for row, scale in rows]


def _answers(row: AnswerSet, scale: Instrument | None) -> dict[str, Any]:
    """One filling, question by question as it was asked, with what was stored. A total from fewer
    answers is named as one."""
    given = sum(value is not None for value in scored(scale, row)) if scale else len(row.answers)
    is_from_fewer = scale is not None and given < len(scale.items)
    return {
        "scale": row.instrument,
        "version": row.version,
        "rule": row.rule,
        "began_at": row.began_at,
        "ended_at": row.ended_at,
        "total": row.total,
        "total_is_from_fewer_answers": row.total is not None and is_from_fewer,
        "answers_given": given,
        "answers": row.answers,
        "to": [str(item.words) for item in scale.asked] if scale else [],
        "in_words": [f"{asked}: {said}" for asked, said in said_of(scale, row)] if scale else [],
    }


def erase(person: Person, keeps_words: bool) -> None:
    """Nothing of it is kept: it was never anybody else's. Whoever looks at answers to
    question 9 hears that one of them is gone."""
    say_goodbye(person)
    for model in _OWN:
        model.objects.filter(person=person).delete()
    ActIdea.objects.filter(by=person).delete()
    PlanIdea.objects.filter(by=person).delete()
    Share.objects.filter(to=person).delete()
    Noticing.objects.filter(to=person).delete()
    Thanks.objects.filter(Q(to=person) | Q(by=person)).delete()
