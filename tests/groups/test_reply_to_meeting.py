""" "I will come", "not this time", and the last place that is given once."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from community.accounts.actions.leaving import start_leaving
from community.notifications import queries as notices
from community.refusal import Refused
from community.safety.enums import Level
from groups.actions.belonging import leave_group
from groups.actions.meetings import cancel_meeting
from groups.actions.replies import say_coming, say_not_coming
from groups.models import Meeting, Reply
from groups.near import Signal
from groups.own_data_meetings import erase, export
from tests.groups.meetings import NOW, SEVEN, meet, meet_at
from tests.people import browser_of, join, on_duty
from tests.words import say

MINUTE = timedelta(minutes=1)


@pytest.fixture
def small(emil, room):
    """A meeting with one place."""
    return meet(room, by=emil, places=1)


def comes(person, meeting):
    return say_coming(meeting=meeting, by=person, now=NOW).answer


def goes(person, meeting):
    say_not_coming(meeting=meeting, by=person, now=NOW)


def answers(meeting):
    return dict(meeting.replies.values_list("person__handle", "answer"))


def told(person):
    return [str(notice.sentence) for notice in notices.notices_of(person.pk)]


def test_without_a_limit_everybody_comes(emil, room, ana, ben):
    made = meet(room, by=emil)

    assert (comes(ana, made), comes(ben, made)) == ("comes", "comes")


def test_who_comes_later_waits_and_is_told_when_a_place_frees(small, ana, ben):
    comes(ana, small)
    assert comes(ben, small) == "waits"

    goes(ana, small)

    assert answers(small) == {ana.handle: "not", ben.handle: "comes"}
    assert told(ben) == ["A place is free for you at 19:00 on Tue 12 Nov."]
    assert told(ana) == []


def test_whoever_speaks_while_it_is_on_takes_a_place_and_who_has_none_reads(
    emil, noor, ana, ben, cleo, evenings, room
):
    """The team needs none, a cry for help gets one, and who does not come keeps none for long."""
    join(cleo, evenings)
    on_duty(emil, room)
    began = timezone.now() - 2 * MINUTE
    small = meet_at(room, began, by=emil, places=1)

    assert say(ana, room, "Good evening.").seq == 1
    assert answers(small) == {ana.handle: "comes"}
    assert say(ben, room, "Me too.").refusal.code == "full"
    page = browser_of(ben).get(f"/rooms/{room.pk}/").content.decode()
    assert "All places are taken. You can read along." in page
    assert "All places are taken." not in browser_of(ana).get(f"/rooms/{room.pk}/").content.decode()
    assert say(noor, room, "Welcome.").seq == 2
    assert say(ben, room, "I cannot go on.", signal=Signal(Level.NOW, ("plan",))).seq == 3
    assert say(ben, room, "Thank you.").seq == 4  # whoever is answered can answer
    Reply.objects.filter(person=ben).delete()
    Reply.objects.filter(person=ana).update(person=cleo)  # who has read nothing since it began
    assert say(ana, room, "Still here.").refusal.code == "full"
    Meeting.objects.update(begins_at=began - 10 * MINUTE)
    assert say(ana, room, "Still here.").seq == 5


def test_those_who_wait_come_in_in_their_order(small, ana, ben, emil, noor):
    for minutes, person in enumerate((ana, ben, noor)):
        say_coming(meeting=small, by=person, now=NOW + timedelta(minutes=minutes))

    goes(ana, small)

    assert answers(small) == {ana.handle: "not", ben.handle: "comes", noor.handle: "waits"}


def test_asking_twice_keeps_the_turn(small, ana, ben, noor):
    comes(ana, small)
    say_coming(meeting=small, by=ben, now=NOW)
    say_coming(meeting=small, by=noor, now=NOW + timedelta(minutes=1))
    say_coming(meeting=small, by=ben, now=NOW + timedelta(minutes=2))

    goes(ana, small)

    assert answers(small)[ben.handle] == "comes"


def test_who_leaves_the_group_gives_their_place_to_who_waits(small, evenings, ana, ben):
    comes(ana, small)
    comes(ben, small)

    leave_group(group=evenings, by=ana)

    assert answers(small) == {ben.handle: "comes"}


def test_who_has_left_or_is_on_hold_is_passed_over(small, evenings, ana, ben, noor, cleo):
    join(cleo, evenings)
    comes(ana, small)
    for minutes, person in enumerate((ben, cleo)):
        say_coming(meeting=small, by=person, now=NOW + timedelta(minutes=minutes))
    start_leaving(by=ben, keeps_words=False)

    goes(ana, small)

    assert answers(small)[cleo.handle] == "comes"


def test_outsiders_find_no_meeting(small, cleo):
    with pytest.raises(Refused) as refused:
        comes(cleo, small)

    assert refused.value.refusal.hides
    assert answers(small) == {}


def test_nobody_answers_what_was_called_off_or_is_over(small, emil, ana):
    with pytest.raises(Refused, match="is_over"):
        say_coming(meeting=small, by=ana, now=SEVEN + timedelta(hours=2))

    cancel_meeting(meeting=small, by=emil, now=NOW)

    with pytest.raises(Refused, match="called_off"):
        comes(ana, small)


def test_a_person_answers_a_meeting_once(small, ana, ben):
    comes(ana, small)

    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.create(meeting=small, person=ana, answer="not")
    Reply.objects.create(meeting=small, person=ben, answer="not")


def test_answers_are_taken_along_and_erased_and_the_place_goes_on(small, ana, ben):
    comes(ana, small)
    comes(ben, small)
    taken = export(ana)["answers"]

    erase(ana, False)

    assert [(one["room"], one["answer"]) for one in taken] == [("The long evening", "comes")]
    assert answers(small) == {ben.handle: "comes"}
    assert export(ana)["answers"] == []


@pytest.mark.django_db(transaction=True)
def test_two_at_once_do_not_get_one_place(emil, room, ana, ben):
    small = meet(room, by=emil, places=1)
    gate = threading.Barrier(2)
    said = []

    def ask(person):
        gate.wait()
        said.append(comes(person, small))
        connection.close()

    threads = [threading.Thread(target=ask, args=[person]) for person in (ana, ben)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(said) == ["comes", "waits"]
