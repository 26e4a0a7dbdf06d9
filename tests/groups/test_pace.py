"""Slow mode: a pause between two messages of one person, and never before words that need help."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.record.models import Entry
from community.refusal import Refused
from community.safety.enums import Level
from groups.actions.being_here import set_pace
from groups.append import Append, append
from groups.enums import EventKind
from groups.models import Draft, Message, Room, RoomEvent
from groups.near import Signal
from realtime.protocol import verdict as frame
from tests.people import browser_of, on_duty
from tests.words import history, say


@pytest.fixture
def slow(room, emil):
    """A room in which one message every 30 seconds goes out for each."""
    on_duty(emil, room)
    set_pace(room=room.pk, seconds=30, by=emil)
    return room


def code(verdict):
    return verdict.refusal.code if verdict.refusal else None


def said_ago(seconds):
    """As if everything so far had been said so many seconds ago."""
    Message.objects.update(written_at=timezone.now() - timedelta(seconds=seconds))


def test_a_second_message_waits_its_time_and_says_how_long(ana, slow):
    say(ana, slow, "First.")

    verdict = say(ana, slow, "Second.")

    assert code(verdict) == "slow"
    assert 29 < verdict.wait <= 30
    assert "you can send it in 30 seconds" in str(verdict.refusal.words)
    assert history(slow) == ["First."]


def test_it_goes_out_when_the_time_has_come(ana, slow):
    say(ana, slow, "First.")
    said_ago(31)

    assert code(say(ana, slow, "Second.")) is None


def test_each_person_has_a_time_of_their_own(ana, ben, slow):
    say(ana, slow, "First.")

    assert code(say(ben, slow, "Mine.")) is None


def test_two_of_one_person_in_one_commit_are_one_too_many(ana, slow):
    from uuid import uuid4

    wishes = [Append(room=slow.pk, person=ana.pk, cid=uuid4(), body=text) for text in ("a", "b")]

    assert [code(verdict) for verdict in append(wishes)] == [None, "slow"]


@pytest.mark.parametrize(("level", "found"), [("now", None), ("soon", None), ("today", "slow")])
def test_words_that_need_help_never_wait(ana, slow, level, found):
    say(ana, slow, "First.")

    assert code(say(ana, slow, "Second.", signal=Signal(Level(level), ("plan",)))) == found


def test_what_is_left_for_the_team_does_not_wait(ana, slow):
    say(ana, slow, "First.")

    assert say(ana, slow, "For you.", held_for="team").held


def test_the_host_is_not_held_up(emil, slow):
    assert [code(say(emil, slow, text)) for text in ("One.", "Two.")] == [None, None]


def test_at_the_usual_pace_nobody_waits(ana, emil, slow):
    set_pace(room=slow.pk, seconds=0, by=emil)

    assert [code(say(ana, slow, text)) for text in ("One.", "Two.")] == [None, None]


def test_only_the_host_sets_the_pace_and_it_is_recorded(ana, noor, emil, slow):
    for one in (ana, noor):
        with pytest.raises(Refused):
            set_pace(room=slow.pk, seconds=60, by=one)

    assert Room.objects.get(pk=slow.pk).pace == 30
    recorded = Entry.objects.filter(act="set_pace").values_list("by", "data")
    assert list(recorded) == [(emil.pk, {"seconds": 30})]


def test_screens_hear_of_the_pace(slow):
    event = RoomEvent.objects.get()

    assert (event.kind, event.data) == (EventKind.PACE, {"seconds": 30})


def test_the_strip_says_it_in_calm_words(ana, slow):
    page = browser_of(ana).get(f"/rooms/{slow.pk}/").content.decode()

    assert "We go slowly just now: one message every half minute each." in page


def test_a_page_keeps_the_words_in_the_box_and_in_the_draft(ana, slow):
    say(ana, slow, "First.")
    form = {"cid": "6f0ff5ad-6b0f-4b0e-9f0e-3d0b3f0c9a11", "body": "Second, with care."}

    answer = browser_of(ana).post(f"/rooms/{slow.pk}/", form)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Second, with care.</textarea>" in page
    assert "This room goes slowly just now" in page
    assert Draft.objects.get(person=ana).body == "Second, with care."


def test_a_screen_is_told_for_good_and_when_to_try(ana, slow):
    import json

    say(ana, slow, "First.")

    told = json.loads(frame(say(ana, slow, "Second.")))

    assert (told["t"], told["err"], told["final"]) == ("nack", "slow", True)
    assert 29_000 < told["retry_ms"] <= 30_001


@pytest.mark.parametrize(("pace", "known"), [(10, True), (60, True), (7, False), (600, False)])
def test_the_database_knows_four_paces(room, pace, known):
    try:
        with transaction.atomic():
            Room.objects.filter(pk=room.pk).update(pace=pace)
    except IntegrityError:
        assert not known
    assert (Room.objects.get(pk=room.pk).pace == pace) == known
