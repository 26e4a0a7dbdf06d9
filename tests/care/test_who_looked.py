"""When the care team first opened what was handed over is the member's to read."""

from datetime import timedelta

from django.utils import timezone

from community.care.enums import Kind
from community.care.models import Piece
from tests.own_looks import seen


def test_the_care_team_at_what_was_handed_over(ana, tie):
    now = timezone.now()
    Piece.objects.create(
        tie=tie, kind=Kind.GOAL, key="goal:1", content="{}", until=now + timedelta(days=7)
    )
    before = seen(ana)
    Piece.objects.update(opened_at=now)

    assert before == []
    assert seen(ana) == [
        (
            "Ines Vidal, psychologist, Northside",
            str(Kind.GOAL.label),
            "You handed it over.",
        )
    ]
