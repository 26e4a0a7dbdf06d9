"""What is kept here about a person: theirs to take along, gone when they leave."""

from typing import Any

from community.accounts import personal_data
from community.accounts.models import Person
from community.wellbeing.models import SafetyPlan
from community.wellbeing.queries import plan_of


def join() -> None:
    """Registers this share."""
    personal_data.register(
        "wellbeing", models=("wellbeing.SafetyPlan",), export=export, erase=erase
    )


def export(person: Person) -> dict[str, Any]:
    """The plan, question by question."""
    plan = plan_of(person)
    answers = plan.answers if plan else []
    return {
        "plan": [{"question": str(step.label), "words": words} for step, words in answers],
        "plan_changed_at": plan.changed_at if plan else None,
    }


def erase(person: Person, keeps_words: bool) -> None:
    """Nothing of it is kept: it was never anybody else's."""
    SafetyPlan.objects.filter(person=person).delete()
