"""Changing one meeting or the later ones too, and calling off; who is told, in neutral words."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from community.notifications import queries as notices
from community.record.models import Entry
from community.refusal import Refused
from groups.actions.meetings import (
    cancel_from_here,
    cancel_meeting,
    change_from_here,
    change_meeting,
    lay_out_ahead,
)
from groups.actions.replies import say_coming, say_not_coming
from groups.enums import Repeats
from groups.models import Meeting
from tests.groups.meetings import NOW, SEVEN, TUESDAY, meet, plan, says

WEEK = timedelta(weeks=1)


@pytest.fixture
def weekly(emil, room):
    return plan(room, by=emil, repeats=Repeats.WEEKLY)


def nth(plan, number):
    return plan.meetings.get(number=number)


def begins(plan, count=4):
    found = plan.meetings.filter(cancelled_at=None).order_by("number")
    return list(found.values_list("begins_at", flat=True)[:count])


def told(person):
    return [str(notice.sentence) for notice in notices.notices_of(person.pk)]


def test_one_meeting_moves_alone(weekly, emil):
    second = nth(weekly, 1)

    change_meeting(
        meeting=second, says=says(day=date(2030, 11, 20), topic="Rest"), by=emil, now=NOW
    )

    assert begins(weekly) == [
        SEVEN,
        SEVEN + WEEK + timedelta(days=1),
        SEVEN + 2 * WEEK,
        SEVEN + 3 * WEEK,
    ]
    assert [m.topic for m in weekly.meetings.order_by("number")[:3]] == ["Sleep", "Rest", "Sleep"]


def test_this_one_and_the_later_ones_move_to_another_weekday(weekly, emil):
    thursday = date(2030, 11, 21)

    change_from_here(
        meeting=nth(weekly, 1),
        says=says(day=thursday, clock=time(18, 30), topic="Rest"),
        repeats=Repeats.WEEKLY,
        by=emil,
        now=NOW,
    )

    moved = datetime(2030, 11, 21, 18, 30, tzinfo=UTC)
    assert begins(weekly) == [SEVEN, moved, moved + WEEK, moved + 2 * WEEK]
    assert [m.topic for m in weekly.meetings.order_by("number")[:3]] == ["Sleep", "Rest", "Rest"]


def test_what_was_changed_alone_stays_when_the_later_ones_change(weekly, emil):
    change_meeting(
        meeting=nth(weekly, 2), says=says(day=date(2030, 11, 27), topic="Own"), by=emil, now=NOW
    )

    change_from_here(
        meeting=nth(weekly, 0), says=says(clock=time(20)), repeats=Repeats.WEEKLY, by=emil, now=NOW
    )

    later = SEVEN + timedelta(hours=1)
    own = datetime(2030, 11, 27, 19, tzinfo=UTC)
    assert begins(weekly) == [later, later + WEEK, own, later + 3 * WEEK]


def test_every_week_becomes_every_two_weeks_from_here(weekly, emil):
    change_from_here(
        meeting=nth(weekly, 1),
        says=says(day=date(2030, 11, 19)),
        repeats=Repeats.FORTNIGHTLY,
        by=emil,
        now=NOW,
    )

    assert begins(weekly) == [SEVEN, SEVEN + WEEK, SEVEN + 3 * WEEK, SEVEN + 5 * WEEK]


def test_who_said_they_come_is_told_of_another_hour_and_nobody_else(weekly, emil, ana, ben):
    first = nth(weekly, 0)
    say_coming(meeting=first, by=ana, now=NOW)
    say_not_coming(meeting=first, by=ben, now=NOW)

    change_meeting(meeting=first, says=says(clock=time(20)), by=emil, now=NOW)

    assert told(ana) == ["Something you have was moved to 20:00 on Tue 12 Nov."]
    assert told(ben) == []


def test_other_words_at_the_same_hour_are_no_news(weekly, emil, ana):
    first = nth(weekly, 0)
    say_coming(meeting=first, by=ana, now=NOW)

    change_meeting(meeting=first, says=says(topic="Rest"), by=emil, now=NOW)

    assert told(ana) == []


def test_a_yes_to_host_another_hour_is_no_yes_to_this_one(emil, noor, room):
    made = meet(room, by=noor, hosts=(noor,))

    change_meeting(meeting=made, says=says(clock=time(20), hosts=(noor,)), by=emil, now=NOW)

    assert made.hostings.get().confirmed_at is None
    assert told(noor) == ["Something you have was moved to 20:00 on Tue 12 Nov."]


def test_more_places_let_in_who_waits(emil, room, ana, ben):
    made = meet(room, by=emil, places=1)
    say_coming(meeting=made, by=ana, now=NOW)
    assert say_coming(meeting=made, by=ben, now=NOW).answer == "waits"

    change_meeting(meeting=made, says=says(places=2), by=emil, now=NOW)

    assert set(made.replies.values_list("answer", flat=True)) == {"comes"}
    assert told(ben) == ["A place is free for you at 19:00 on Tue 12 Nov."]


# Calling off -------------------------------------------------------------------------------------


def test_one_meeting_is_called_off_and_who_comes_is_told(weekly, emil, ana, ben):
    first = nth(weekly, 0)
    say_coming(meeting=first, by=ana, now=NOW)

    cancel_meeting(meeting=first, by=emil, now=NOW)

    assert begins(weekly, 1) == [SEVEN + WEEK]
    assert told(ana) == ["What you had at 19:00 on Tue 12 Nov does not take place."]
    assert told(ben) == []
    assert Entry.objects.get(act="cancel_meeting").data == {
        "plan": weekly.pk,
        "meeting": first.pk,
    }


def test_the_later_ones_are_called_off_too_and_none_comes_after(weekly, emil):
    cancel_from_here(meeting=nth(weekly, 2), by=emil, now=NOW)
    lay_out_ahead(NOW + 3 * WEEK)

    assert begins(weekly, 20) == [SEVEN, SEVEN + WEEK]


def test_what_is_called_off_is_not_called_off_again(emil, room):
    made = meet(room, by=emil)
    cancel_meeting(meeting=made, by=emil, now=NOW)

    with pytest.raises(Refused, match="called_off"):
        cancel_meeting(meeting=made, by=emil, now=NOW)


def test_what_is_over_stays_as_it_was(emil, room):
    made = meet(room, by=emil)

    with pytest.raises(Refused, match="is_over"):
        change_meeting(meeting=made, says=says(topic="x"), by=emil, now=SEVEN + timedelta(hours=1))

    assert Meeting.objects.get().topic == "Sleep"


def test_a_meeting_that_is_on_may_be_described_anew_but_not_moved_back(emil, room):
    made = meet(room, by=emil)
    on = SEVEN + timedelta(minutes=5)

    change_meeting(meeting=made, says=says(topic="Rest"), by=emil, now=on)
    with pytest.raises(Refused, match="in_the_past"):
        change_meeting(meeting=made, says=says(clock=time(18)), by=emil, now=on)

    assert (Meeting.objects.get().topic, Meeting.objects.get().begins_at) == ("Rest", SEVEN)


@pytest.mark.parametrize("act", [cancel_meeting, cancel_from_here])
def test_members_call_nothing_off(act, emil, room, ana):
    made = meet(room, by=emil)

    with pytest.raises(Refused):
        act(meeting=made, by=ana, now=NOW)

    assert Meeting.objects.get().cancelled_at is None


def test_members_change_nothing(emil, room, ana):
    made = meet(room, by=emil)

    with pytest.raises(Refused):
        change_meeting(meeting=made, says=says(day=TUESDAY, topic="x"), by=ana, now=NOW)
    with pytest.raises(Refused):
        change_from_here(
            meeting=made, says=says(topic="x"), repeats=Repeats.WEEKLY, by=ana, now=NOW
        )

    assert Meeting.objects.get().topic == "Sleep"
