"""What ends with a tie, and what ends by itself when its day has come."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.urls import reverse

from community.care.enums import Asked, Side
from community.care.models import Piece, Question, ScaleRequest, Sheet, ShownStep, Tie
from community.notifications.actions import withdraw


def close(tie: Tie, side: Side, *, now: datetime) -> None:
    """Ends a tie that the caller holds locked, and everything handed over by it: of the pieces no
    word is kept, questions and what came back stay with the member."""
    tie.ended_at, tie.ended_by = now, side
    tie.save(update_fields=["ended_at", "ended_by"])
    Piece.objects.filter(tie=tie, ended_at=None).update(ended_at=now, content="")
    for model in (Question, ShownStep, Sheet):
        model.objects.filter(tie=tie, ended_at=None).update(ended_at=now)
    ScaleRequest.objects.filter(tie=tie, end="").update(end=Asked.NOT_NOW, settled_at=now)
    if tie.provider.person_id is not None:
        path = reverse("care:person", args=[tie.pk])
        withdraw(person=tie.provider.person_id, path=path)


@transaction.atomic
def end_what_is_due(now: datetime) -> None:
    """The ticker's job: what nobody can read any more, since its day has come, is not kept."""
    Piece.objects.filter(ended_at=None, until__lte=now).update(ended_at=F("until"), content="")
    for model in (Question, ShownStep, Sheet):
        model.objects.filter(ended_at=None, until__lte=now).update(ended_at=F("until"))
