"""A visitor comes with the group's yes alone, while the meeting is on, and then goes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from community.notifications import queries as notices
from community.record.models import Entry
from community.refusal import Refused
from groups.actions.meetings import cancel_meeting
from groups.actions.replies import say_coming
from groups.actions.visits import (
    ask_for_visit,
    come_as_visitor,
    end_visits,
    give_word,
    object_to_visit,
)
from groups.enums import SeatState, VisitState
from groups.models import Seat, Visit
from groups.own_data_meetings import erase, export
from tests.groups.meetings import NOW, SEVEN, meet
from tests.people import join, sit

MINUTE = timedelta(minutes=1)
OVER = SEVEN + timedelta(hours=1)


@pytest.fixture
def meeting(emil, room):
    return meet(room, by=emil)


@pytest.fixture
def visit(meeting, emil, cleo):
    return ask_for_visit(
        meeting=meeting,
        person=cleo,
        real_name="Cleo Finch",
        why="Student nurse, to listen",
        by=emil,
        now=NOW,
    )


def says_yes(visit, by):
    return give_word(visit=visit.pk, by=by, now=NOW)


def sits(person, room):
    return Seat.objects.filter(person=person, room=room, state=SeatState.ACTIVE).exists()


def told(person):
    return [str(notice.sentence) for notice in notices.notices_of(person.pk)]


def test_the_group_is_asked_before_anything_else(visit, meeting, cleo, room):
    with pytest.raises(Refused, match="visit_ended"):
        come_as_visitor(meeting=meeting, by=cleo, now=SEVEN)

    assert not sits(cleo, room)


def test_who_comes_is_told_that_there_is_something_to_read(meeting, emil, cleo, ana, ben):
    say_coming(meeting=meeting, by=ana, now=NOW)

    ask_for_visit(meeting=meeting, person=cleo, real_name="C", why="W", by=emil, now=NOW)

    assert told(ana) == ["There is news about something you said yes to."]
    assert told(ben) == []


def test_with_the_groups_yes_a_visitor_has_a_seat_while_it_is_on(visit, meeting, emil, cleo, room):
    says_yes(visit, emil)

    with pytest.raises(Refused, match="not_yet"):
        come_as_visitor(meeting=meeting, by=cleo, now=SEVEN - 16 * MINUTE)
    come_as_visitor(meeting=meeting, by=cleo, now=SEVEN - 15 * MINUTE)
    end_visits(OVER - MINUTE)

    assert sits(cleo, room)
    with pytest.raises(Refused, match="is_over"):
        come_as_visitor(meeting=meeting, by=cleo, now=OVER)


def test_the_seat_ends_with_the_meeting(visit, meeting, emil, cleo, room, ana):
    says_yes(visit, emil)
    come_as_visitor(meeting=meeting, by=cleo, now=SEVEN)

    for _ in range(2):
        end_visits(OVER)

    assert not sits(cleo, room)
    assert sits(ana, room)


def test_a_meeting_called_off_has_no_visitor(visit, meeting, emil, cleo, room):
    says_yes(visit, emil)
    come_as_visitor(meeting=meeting, by=cleo, now=SEVEN)
    cancel_meeting(meeting=meeting, by=emil, now=SEVEN)

    end_visits(SEVEN + MINUTE)

    assert not sits(cleo, room)


def test_who_has_become_a_member_keeps_their_seat(visit, meeting, emil, cleo, room, evenings):
    says_yes(visit, emil)
    come_as_visitor(meeting=meeting, by=cleo, now=SEVEN)
    seat = Seat.objects.get(person=cleo, room=room)
    seat.delete()
    join(cleo, evenings)

    end_visits(OVER)

    assert sits(cleo, room)


def test_one_no_is_enough_and_nobody_is_told_whose(visit, meeting, emil, cleo, ana, room):
    object_to_visit(visit=visit.pk, by=ana, now=NOW)

    with pytest.raises(Refused, match="visit_ended"):
        says_yes(visit, emil)
    with pytest.raises(Refused, match="visit_ended"):
        come_as_visitor(meeting=meeting, by=cleo, now=SEVEN)
    assert told(cleo) == ["Something you asked for does not take place."]
    assert not Entry.objects.filter(by=ana.pk).exists()


def test_a_no_sends_away_who_is_there_already(visit, meeting, emil, cleo, ben, room):
    says_yes(visit, emil)
    come_as_visitor(meeting=meeting, by=cleo, now=SEVEN)

    object_to_visit(visit=visit.pk, by=ben, now=SEVEN + MINUTE)

    assert not sits(cleo, room)


def test_somebody_stands_for_the_groups_yes(visit, emil, cleo):
    says_yes(visit, emil)

    found = Entry.objects.get(act="give_word_for_visit")
    assert (found.by, found.about) == (emil.pk, cleo.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(word_by=None)
    Visit.objects.filter(pk=visit.pk).update(word_by=None, state=VisitState.OFF)


def test_a_person_asks_to_visit_a_meeting_once(visit, meeting, cleo, ben):
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.create(meeting=meeting, person=cleo, real_name="C", why="w")
    Visit.objects.create(meeting=meeting, person=ben, real_name="B", why="w")


def test_members_ask_for_nobody_and_give_no_word(meeting, visit, ana, dora):
    with pytest.raises(Refused):
        ask_for_visit(meeting=meeting, person=dora, real_name="D", why="w", by=ana, now=NOW)
    with pytest.raises(Refused):
        says_yes(visit, ana)

    assert Visit.objects.get().state == VisitState.ASKED


def test_outsiders_object_to_nothing(visit, dora):
    with pytest.raises(Refused) as refused:
        object_to_visit(visit=visit.pk, by=dora, now=NOW)

    assert refused.value.refusal.hides
    assert Visit.objects.get().state == VisitState.ASKED


def test_who_belongs_needs_no_invitation(meeting, emil, ana):
    with pytest.raises(Refused, match="belongs"):
        ask_for_visit(meeting=meeting, person=ana, real_name="A", why="w", by=emil, now=NOW)


def test_an_account_of_the_care_team_visits_nothing(meeting, emil, ines):
    with pytest.raises(Refused, match="treats"):
        ask_for_visit(meeting=meeting, person=ines, real_name="I", why="w", by=emil, now=NOW)


def test_a_seat_of_another_room_is_left_alone(visit, emil, cleo, wall, meeting):
    says_yes(visit, emil)
    sit(cleo, wall)

    end_visits(OVER)

    assert sits(cleo, wall)


def test_it_is_taken_along_and_erased(visit, cleo):
    taken = export(cleo)["visits"]

    erase(cleo, False)

    assert taken == [
        {
            "room": "The long evening",
            "name": "Cleo Finch",
            "why": "Student nurse, to listen",
            "state": "asked",
        }
    ]
    assert not Visit.objects.exists()
