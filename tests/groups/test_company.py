"""Who is here: counted so that it is true and points at nobody."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from groups import presence
from groups.actions.belonging import leave_room
from groups.models import Message
from groups.queries.company import Company, company, counted
from tests.people import browser_of, join, on_duty, person, seat
from tests.words import say

NAMES = ["quiet-river", "slow-tide", "north-wind", "plain-oak", "late-bus", "warm-bread"]


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
    return page.split('id="strip"><p>', 1)[1].split("</p>", 1)[0]


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
        (0, 0, Company()),
        (1, 0, Company()),
        (0, 1, Company()),
        (1, 1, Company(others=2)),
        (0, 3, Company(others=3)),
        (3, 1, Company(others=4)),
        (1, 2, Company(others=3)),
        (2, 2, Company(others=2, listening=2)),
    ],
)
def test_a_single_person_is_never_counted(talking, listening, said):
    assert counted(talking=talking, listening=listening) == said


def test_no_member_is_named(ana, ben, emil, room, six, here):
    on_duty(emil, room)
    here(room, ana, ben, emil, *six)
    say(six[0], room, "Hello.")

    found = strip(ana, room)

    assert [name for name in [*NAMES, "ana-lark", "ben-moss"] if name in found] == []


def test_neither_the_reader_nor_the_team_is_among_the_others(ana, ben, emil, room, here):
    on_duty(emil, room)
    here(room, ana, ben, emil)

    assert strip(ana, room) == "emil-ash from the team is here."


def test_while_nobody_is_on_duty_nobody_is_counted(ana, room, six, here):
    here(room, ana, *six)

    assert strip(ana, room).startswith("Nobody from the team is here")


def test_who_has_no_seat_any_more_is_not_counted(ana, emil, room, six, here):
    on_duty(emil, room)
    here(room, ana, *six)
    leave_room(room=room, by=six[0])

    assert strip(ana, room) == "emil-ash from the team and five others are here."


def test_words_of_yesterday_make_nobody_talk(ana, emil, room, six, here):
    on_duty(emil, room)
    here(room, *six)
    for one in six[:3]:
        say(one, room, "Good night.")
    Message.objects.update(written_at=timezone.now() - timedelta(days=1))

    found = company(seat(ana, room), team=["emil-ash"], now=timezone.now())

    assert found == Company(others=6)


def test_midnight_turns_nobody_into_a_listener(ana, emil, room, six, here):
    on_duty(emil, room)
    here(room, *six)
    for one in six[:3]:
        say(one, room, "Still awake.")
    after_midnight = datetime(2026, 11, 4, 0, 20, tzinfo=ZoneInfo("Europe/London"))
    Message.objects.update(written_at=after_midnight - timedelta(hours=1))

    found = company(seat(ana, room), team=["emil-ash"], now=after_midnight)

    assert found == Company(others=3, listening=3)


def test_counting_is_one_question_however_many_are_here(ana, emil, room, six, here):
    asked = []
    for people in (six[:2], six):
        here(room, *people)
        with CaptureQueriesContext(connection) as questions:
            company(seat(ana, room), team=["emil-ash"], now=timezone.now())
        asked.append(len(questions))

    assert asked == [2, 2]  # one of them finds Ana's seat


def test_the_keeper_of_screens_has_registered(db):
    from realtime import presence as screens

    assert presence._asked == [screens.here]
