"""What is told before a meeting, by the clock: each thing once, in neutral words, to who needs it."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from community.notifications import queries as notices
from community.notifications.models import Notification
from community.record.models import Entry
from groups.actions.belonging import leave_group
from groups.actions.calling import tick
from groups.actions.hosting import hand_back_hosting, make_host, take_hosting
from groups.actions.meetings import cancel_meeting, change_meeting
from groups.actions.replies import say_coming, say_not_coming
from groups.actions.running import close_room
from groups.enums import HostKind
from groups.models import Meeting
from tests.groups.meetings import NOW, SEVEN, meet, says
from tests.people import on_duty

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
DAY_BEFORE = SEVEN - DAY
QUARTER_BEFORE = SEVEN - 15 * MINUTE


def told(person):
    return [str(notice.sentence) for notice in notices.notices_of(person.pk)][::-1]


def kinds(person):
    found = Notification.objects.filter(person=person).order_by("pk")
    return list(found.values_list("kind", flat=True))


def ticks(*moments):
    for moment in moments:
        for _ in range(2):  # whatever runs twice tells once
            tick(moment)


def calls():
    return Entry.objects.filter(act="call_cover").count()


# Reminders ---------------------------------------------------------------------------------------


def test_who_said_they_come_is_reminded_once_in_neutral_words(emil, room, ana, ben):
    made = meet(room, by=emil)
    say_coming(meeting=made, by=ana, now=NOW)
    say_not_coming(meeting=made, by=ben, now=NOW)

    ticks(SEVEN - 121 * MINUTE)
    assert told(ana) == []
    ticks(SEVEN - 120 * MINUTE, SEVEN - 60 * MINUTE)

    assert told(ana) == ["You have something at 19:00 on Tue 12 Nov."]
    assert told(ben) == []


def test_who_wants_no_reminder_gets_none(emil, room, ana):
    made = meet(room, by=emil)
    say_coming(meeting=made, by=ana, reminds=False, now=NOW)

    ticks(SEVEN - 60 * MINUTE)

    assert told(ana) == []


def test_who_has_left_the_group_is_not_reminded(emil, room, ana, evenings):
    say_coming(meeting=meet(room, by=emil), by=ana, now=NOW)
    leave_group(group=evenings, by=ana)

    ticks(SEVEN - 60 * MINUTE)

    assert told(ana) == []


def test_nothing_is_said_of_what_was_called_off_or_closed(emil, hana, room, ana):
    made, other = meet(room, by=emil), meet(room, by=emil)
    for meeting in (made, other):
        say_coming(meeting=meeting, by=ana, now=NOW)
    cancel_meeting(meeting=made, by=emil, now=NOW)
    close_room(room=room, by=hana)
    before = kinds(ana)

    ticks(DAY_BEFORE, SEVEN - 60 * MINUTE, SEVEN)

    assert kinds(ana) == before == ["meeting_off"]
    assert calls() == 0


def test_a_moved_meeting_is_reminded_of_at_its_new_hour(emil, room, ana):
    made = meet(room, by=emil)
    say_coming(meeting=made, by=ana, now=NOW)
    ticks(SEVEN - 60 * MINUTE)

    change_meeting(
        meeting=made, says=says(day=date(2030, 11, 14)), by=emil, now=SEVEN - 60 * MINUTE
    )
    ticks(SEVEN, SEVEN + 2 * DAY - 60 * MINUTE)

    assert "You have something at 19:00 on Thu 14 Nov." in told(ana)


def test_a_reminder_keeps_its_distance_in_the_night_of_the_change(emil, room, ana, settings):
    settings.TIME_ZONE = "Europe/London"
    made = meet(room, by=emil, day=date(2031, 3, 30), now=datetime(2031, 3, 20, tzinfo=UTC))
    say_coming(meeting=made, by=ana, now=NOW)

    ticks(datetime(2031, 3, 30, 15, 59, tzinfo=UTC))
    assert kinds(ana) == []
    ticks(datetime(2031, 3, 30, 16, 0, tzinfo=UTC))

    assert kinds(ana) == ["reminder"]
    assert made.begins_at == datetime(2031, 3, 30, 18, tzinfo=UTC)


# Hosts and cover ---------------------------------------------------------------------------------


def test_those_who_host_are_asked_two_days_before(emil, noor, room):
    meet(room, by=emil, hosts=(emil, noor))

    ticks(SEVEN - 2 * DAY)

    assert told(noor) == ["Will you be there at 19:00 on Tue 12 Nov? Please say yes or no."]
    assert told(emil) == []


def test_a_day_before_everybody_who_could_is_asked_when_nobody_said_yes(
    emil, noor, room, ana, ben, evenings
):
    make_host(group=evenings, person=ana, kind=HostKind.PEER, by=emil)
    meet(room, by=emil, hosts=(noor,))

    ticks(DAY_BEFORE)

    for person in (emil, noor, ana):
        assert told(person)[-1] == "Somebody is needed at 19:00 on Tue 12 Nov. Can you help?"
    assert told(ben) == []
    assert calls() == 1


def test_nobody_is_called_when_somebody_said_yes(emil, noor, room):
    made = meet(room, by=emil, hosts=(noor,))
    take_hosting(meeting=made, by=noor, now=NOW)

    ticks(DAY_BEFORE, SEVEN - 60 * MINUTE)

    assert calls() == 0


def test_a_yes_of_who_may_not_host_any_more_is_none(emil, noor, room, evenings):
    made = meet(room, by=emil, hosts=(noor,))
    take_hosting(meeting=made, by=noor, now=NOW)
    leave_group(group=evenings, by=noor)

    ticks(DAY_BEFORE)

    assert "cover_wanted" in kinds(emil)
    assert kinds(noor) == []


def test_the_call_goes_out_when_the_one_who_said_yes_hands_back(emil, noor, room):
    made = meet(room, by=emil, hosts=(noor,))
    take_hosting(meeting=made, by=noor, now=NOW)
    ticks(DAY_BEFORE)

    hand_back_hosting(meeting=made, by=noor, now=DAY_BEFORE)
    ticks(SEVEN - 20 * MINUTE)

    assert calls() == 1
    assert "cover_wanted" in kinds(emil)


def test_a_quarter_of_an_hour_before_it_is_who_is_there_that_counts(emil, noor, room):
    made = meet(room, by=emil, hosts=(noor,))
    take_hosting(meeting=made, by=noor, now=NOW)

    ticks(SEVEN - 16 * MINUTE)
    assert calls() == 0
    ticks(QUARTER_BEFORE)

    assert calls() == 1
    assert kinds(emil) == ["cover_hurries"]


def test_nobody_is_called_while_somebody_is_on_duty_there(emil, noor, room):
    made = meet(room, by=emil, hosts=(noor,))
    take_hosting(meeting=made, by=noor, now=NOW)
    on_duty(noor, room, until=SEVEN + DAY)

    ticks(QUARTER_BEFORE, SEVEN)

    assert calls() == 0


def test_who_goes_off_duty_before_it_begins_is_missed(emil, noor, room):
    take_hosting(meeting=meet(room, by=emil, hosts=(noor,)), by=noor, now=NOW)
    on_duty(noor, room, until=SEVEN - 5 * MINUTE)

    ticks(QUARTER_BEFORE)
    assert calls() == 0
    ticks(SEVEN - 4 * MINUTE)

    assert calls() == 1


def test_when_it_begins_and_nobody_is_there_who_comes_gets_a_word(emil, noor, room, ana, ben):
    made = meet(room, by=emil)
    say_coming(meeting=made, by=ana, reminds=False, now=NOW)

    ticks(SEVEN - MINUTE)
    assert told(ana) == []
    ticks(SEVEN, SEVEN + 5 * MINUTE)

    assert told(ana) == ["There is news about what you have at 19:00 on Tue 12 Nov."]
    assert told(ben) == []


def test_no_word_where_the_host_is_there(emil, room, ana):
    made = meet(room, by=emil)
    say_coming(meeting=made, by=ana, reminds=False, now=NOW)
    on_duty(emil, room, until=SEVEN + DAY)

    ticks(SEVEN, SEVEN + 5 * MINUTE)

    assert told(ana) == []


def test_a_notice_holds_no_name_and_no_word_of_the_group(emil, noor, room, ana, evenings):
    made = meet(room, by=emil, hosts=(noor,), topic="Nightmares")
    say_coming(meeting=made, by=ana, now=NOW)

    ticks(SEVEN - 2 * DAY, DAY_BEFORE, SEVEN - 60 * MINUTE, QUARTER_BEFORE, SEVEN)

    said = " ".join(told(ana) + told(noor) + told(emil))
    assert "19:00" in said
    for word in (evenings.title, room.title, "Nightmares", "meeting", "group", "host", "room"):
        assert word not in said


@pytest.mark.django_db(transaction=True)
def test_two_processes_tell_it_once(emil, noor, room, ana):
    made = meet(room, by=emil, hosts=(noor,))
    say_coming(meeting=made, by=ana, now=NOW)
    gate = threading.Barrier(2)
    failed = []

    def process():
        gate.wait()
        try:
            tick(SEVEN - 10 * MINUTE)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=process) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    assert (calls(), kinds(ana)) == (2, ["reminder"])
    marks = Meeting.objects.values_list("reminded_at", "cover_asked_at", "cover_hurried_at").get()
    assert None not in marks
