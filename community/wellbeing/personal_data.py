"""What is kept here about a person: theirs to take along, gone when they leave."""

from typing import Any

from community.accounts import personal_data
from community.accounts.models import Person
from community.wellbeing.models import CheckIn, JournalEntry, SafetyPlan
from community.wellbeing.models.days import MEASURES
from community.wellbeing.queries.safety_plan import plan_of

_OWN = (SafetyPlan, CheckIn, JournalEntry)


def join() -> None:
    """Registers this share."""
    models = [model._meta.label for model in _OWN]
    personal_data.register("wellbeing", models=models, export=export, erase=erase)


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
    }


def erase(person: Person, keeps_words: bool) -> None:
    """Nothing of it is kept: it was never anybody else's."""
    for model in _OWN:
        model.objects.filter(person=person).delete()
