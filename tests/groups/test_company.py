"""Who is here: those who wrote or said so by name, all others counted, and always."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from groups import presence
from groups.actions.belonging import leave_room
from groups.models import Message
from groups.queries.company import Company, counted, present
from tests.people import browser_of, join, on_duty, person, seat
from tests.words import say

NAMES = ["quiet-river", "slow-tide", "north-wind", "plain-oak", "late-bus", "warm-bread"]


def company(somebody, room, *, now=None):
    """Whom this person would be told of."""
    found = present(room.pk, now=now or timezone.now())
    return counted(found, seat=seat(somebody, room), team=["emil-ash"])


@pytest.fixture
def here(monkeypatch):
    """`here(room, ana, ben)`: these people have the room open."""
    open_in = {}
    monkeypatch.setattr(presence, "_asked", [lambda room: frozenset(open_in.get(room, ()))])

    def opens(room, *people):
        open_in[room.pk] = {seat(one, room).wire_id for one in people}

    return opens


@pytest.fixture
def six(evenings, room):
    """Six more members of the group."""
    people = [person(name) for name in NAMES]
    for one in people:
        join(one, evenings)
    return people


def strip(somebody, room):
    page = browser_of(somebody).get(f"/rooms/{room.pk}/").content.decode()
    return page.split('id="strip-now">', 1)[1].split("</p>", 1)[0]


def test_who_wrote_today_is_here_and_the_others_listen(ana, emil, room, six, here):
    on_duty(emil, room)
    here(room, ana, emil, *six)
    for one in six[:4]:
        say(one, room, "Hello.")

    assert strip(ana, room) == (
        "emil-ash from the team and four others are here, two more are listening."
    )


@pytest.mark.parametrize(
    ("talking", "listening", "said"),
    [
        (0, 0, "emil-ash from the team is here."),
        (1, 0, "emil-ash from the team and one other are here."),
        (0, 1, "emil-ash from the team is here, one more is listening."),
        (2, 1, "emil-ash from the team and two others are here, one more is listening."),
        (0, 3, "emil-ash from the team is here, three more are listening."),
    ],
)
def test_whoever_listens_is_always_counted(ana, emil, room, six, here, talking, listening, said):
    on_duty(emil, room)
    here(room, ana, emil, *six[: talking + listening])
    for one in six[:talking]:
        say(one, room, "Hello.")

    assert strip(ana, room) == said


def test_no_member_is_named(ana, ben, emil, room, six, here):
    on_duty(emil, room)
    here(room, ana, ben, emil, *six)
    say(six[0], room, "Hello.")

    found = strip(ana, room)

    assert [name for name in [*NAMES, "ana-lark", "ben-moss"] if name in found] == []


def test_neither_the_reader_nor_the_team_is_among_the_others(ana, emil, room, here):
    on_duty(emil, room)
    here(room, ana, emil)

    assert strip(ana, room) == "emil-ash from the team is here."


def test_the_team_is_never_among_those_who_listen(ana, emil, noor, hana, evenings, room, here):
    join(hana, evenings)
    on_duty(emil, room)
    here(room, ana, emil, noor, hana)

    found = company(ana, room)

    assert found == Company(others=2)


def test_while_nobody_is_on_duty_nobody_is_counted(ana, room, six, here):
    here(room, ana, *six)

    assert strip(ana, room).startswith("Nobody from the team is here")


def test_who_has_no_seat_any_more_is_not_counted(ana, emil, room, six, here):
    on_duty(emil, room)
    here(room, ana, *six)
    leave_room(room=room, by=six[0])

    assert strip(ana, room) == "emil-ash from the team is here, five more are listening."


def test_words_of_yesterday_make_nobody_talk(ana, emil, room, six, here):
    on_duty(emil, room)
    here(room, *six)
    for one in six[:3]:
        say(one, room, "Good night.")
    Message.objects.update(written_at=timezone.now() - timedelta(days=1))

    found = company(ana, room)

    assert found == Company(listening=6)


def test_midnight_turns_nobody_into_a_listener(ana, emil, room, six, here):
    on_duty(emil, room)
    here(room, *six)
    for one in six[:3]:
        say(one, room, "Still awake.")
    after_midnight = datetime(2026, 11, 4, 0, 20, tzinfo=ZoneInfo("Europe/London"))
    Message.objects.update(written_at=after_midnight - timedelta(hours=1))

    found = company(ana, room, now=after_midnight)

    assert found == Company(others=3, listening=3)


def test_counting_is_one_question_however_many_are_here(ana, emil, room, six, here):
    asked = []
    for people in (six[:2], six):
        here(room, *people)
        with CaptureQueriesContext(connection) as questions:
            present(room.pk, now=timezone.now())
        asked.append(len(questions))

    assert asked == [1, 1]


def test_the_keeper_of_screens_has_registered(db):
    from realtime import presence as screens

    assert presence._asked == [screens.here]
