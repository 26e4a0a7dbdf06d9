"""What the database refuses of rounds, whatever code runs."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from groups.enums_rounds import TurnState
from groups.models import Round, Turn
from tests.groups.test_round import here, led, running, three

__all__ = ["here", "led", "running", "three"]


def test_the_database_refuses_a_second_open_round(running):
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.create(room=running)
    Round.objects.update(ended_at=timezone.now(), turn_ends_at=None)
    Round.objects.create(room=running)

    assert Round.objects.count() == 2


def test_the_database_refuses_a_second_speaker(running):
    waiting = Turn.objects.filter(state=TurnState.WAITS)

    with pytest.raises(IntegrityError), transaction.atomic():
        waiting.filter(pk=waiting.first().pk).update(state=TurnState.SPEAKS)
    Turn.objects.filter(state=TurnState.SPEAKS).update(state=TurnState.SPOKE)
    waiting.filter(pk=waiting.first().pk).update(state=TurnState.SPEAKS)

    assert Turn.objects.filter(state=TurnState.SPEAKS).count() == 1


def test_the_database_refuses_a_second_place(running, ana):
    mine = Turn.objects.get(seat__person=ana)

    with pytest.raises(IntegrityError), transaction.atomic():
        Turn.objects.create(round=mine.round, seat=mine.seat, place=9, state=TurnState.LISTENS)


@pytest.mark.parametrize(
    "broken",
    [
        {"ended_at": timezone.now()},
        {"begun_at": None},
        {"seconds": None, "moves_on": True},
    ],
)
def test_the_database_refuses_a_clock_without_a_round(running, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.update(**broken)

    assert Round.objects.get().turn_ends_at is not None
