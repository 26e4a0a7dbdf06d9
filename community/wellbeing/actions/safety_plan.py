"""Writing one's own plan. Nothing of it is recorded and nobody is told: it is nobody's business."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.refusal import Refusal, insist
from community.wellbeing import rules
from community.wellbeing.enums import Step
from community.wellbeing.models import ANSWER_LIMIT, SafetyPlan

TOO_LONG = Refusal(
    "too_long", _("This is longer than one answer can be. Please leave out a few words.")
)


@transaction.atomic
def answer_step(*, step: Step, words: str, by: Person) -> SafetyPlan:
    """Keeps the answer to one step at once; an empty one takes it out. Raises Refused where it is
    too long, or where what one writes about one's health may not be kept."""
    insist(rules.may_keep(by))
    insist(TOO_LONG if len(words) > ANSWER_LIMIT else None)
    plan, _made = SafetyPlan.objects.select_for_update().get_or_create(person=by)
    setattr(plan, step.value, words.strip())
    plan.changed_at = timezone.now()
    plan.save(update_fields=[step.value, "changed_at"])
    return plan


@transaction.atomic
def keep_near(*, by: Person) -> None:
    """From now on the plan stands on top of the person's own page."""
    SafetyPlan.objects.filter(person=by).update(is_near=True)


@transaction.atomic
def keep_apart(*, by: Person) -> None:
    """The plan is found on the person's own page alone."""
    SafetyPlan.objects.filter(person=by).update(is_near=False)


@transaction.atomic
def delete_plan(*, by: Person) -> None:
    """Nothing of it is kept."""
    SafetyPlan.objects.filter(person=by).delete()
