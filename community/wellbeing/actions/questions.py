"""One more question for an appointment, from wherever it came up."""

from django.db import transaction

from community.accounts.models import Person
from community.wellbeing.actions.plan import is_only_me, write_part
from community.wellbeing.enums import Section
from community.wellbeing.models import PlanPart


@transaction.atomic
def add_question(*, words: str, by: Person) -> PlanPart:
    """A line below those that are there; one that is there already is not doubled. Raises
    Refused."""
    Person.objects.select_for_update().get(pk=by.pk)
    part = PlanPart.objects.filter(person=by, section=Section.QUESTIONS).first()
    lines = part.words.splitlines() if part else []
    line = " ".join(words.split())
    more = lines if line in lines else [*lines, line]
    return write_part(
        section=Section.QUESTIONS,
        words="\n".join(more),
        only_me=is_only_me(Section.QUESTIONS, part),
        by=by,
    )
