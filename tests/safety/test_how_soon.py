"""The desk calls a thing by the time it is due."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from community.safety.enums import ItemState, Level
from community.safety.how_soon import how_soon

EVENING = datetime(2026, 11, 26, 22, tzinfo=UTC)  # a Thursday


@dataclass
class Thing:
    level: Level = Level.TODAY
    state: ItemState = ItemState.OPEN
    promised_at: datetime = EVENING + timedelta(hours=11)
    look_again_at: datetime | None = None
    help_is_out: bool = False
    asks_second: bool = False


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        (Thing(), "Tomorrow"),
        (Thing(promised_at=EVENING + timedelta(hours=1)), "Today"),
        (Thing(promised_at=EVENING + timedelta(minutes=30)), "Within 30 minutes"),
        (Thing(promised_at=EVENING), "Late"),
        (Thing(promised_at=EVENING + timedelta(days=3)), "Sunday"),
        (Thing(promised_at=EVENING + timedelta(days=7)), "3 December"),
        (Thing(level=Level.SOON), "Tomorrow"),
        (Thing(level=Level.NOW), "Now"),
        (Thing(state=ItemState.WAITING, look_again_at=EVENING + timedelta(hours=1)), "Today"),
        (
            Thing(
                level=Level.NOW,
                state=ItemState.WAITING,
                look_again_at=EVENING + timedelta(hours=1),
            ),
            "Today",
        ),
        (Thing(level=Level.NOW, state=ItemState.WAITING, look_again_at=EVENING), "Now"),
        (
            Thing(
                level=Level.NOW,
                state=ItemState.WAITING,
                look_again_at=EVENING + timedelta(days=2),
                asks_second=True,
            ),
            "Now",
        ),
        (Thing(help_is_out=True), "Now"),
        (Thing(state=ItemState.CLOSED), "Closed"),
    ],
)
def test_a_thing_is_called_by_its_own_time_and_a_now_stays_one(thing, said):
    with timezone.override(UTC):
        assert how_soon(thing, now=EVENING) == said


def test_the_day_is_the_one_of_the_readers_clock():
    with timezone.override("Asia/Tokyo"):  # it is seven in the morning there
        assert how_soon(Thing(), now=EVENING) == "Today"
