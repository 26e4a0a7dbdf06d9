"""A step of a course, done or not yet."""

from django.db import transaction

from cms.models import StepDone, StepPage
from community.accounts.models import Person


@transaction.atomic
def do_step(*, step: StepPage, by: Person) -> None:
    """Marks a step as done, for the person alone. Twice changes nothing."""
    StepDone.objects.get_or_create(person=by, step=step)


@transaction.atomic
def undo_step(*, step: StepPage, by: Person) -> None:
    """As if it had not been marked."""
    StepDone.objects.filter(person=by, step=step).delete()
