"""When somebody of the care team first opened what was handed over to them: for the member."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.looks import Look
from community.accounts.models import Person
from community.care.models import Piece, Question, ShownStep

_WHY = _("You handed it over.")


def of(person: Person, since: datetime) -> Iterator[Look]:
    """Pieces, questions and steps, each under the provider's real name."""
    opened = {"tie__person": person, "opened_at__gte": since}
    for piece in Piece.objects.filter(**opened).select_related("tie__provider"):
        yield _look(piece, piece.get_kind_display())
    for question in Question.objects.filter(**opened).select_related("tie__provider"):
        yield _look(question, _("A question of mine"))
    for step in ShownStep.objects.filter(**opened).select_related("tie__provider"):
        yield _look(step, _("A step I showed"))


def _look(handed: Piece | Question | ShownStep, what: object) -> Look:
    assert handed.opened_at is not None
    return Look(handed.opened_at, str(handed.tie.provider), str(what), _WHY)
