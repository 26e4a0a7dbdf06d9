"""The rota: who is down for which room, what members read of it, and what it does not claim."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.home import presence
from community.house import queries as house
from community.house.enums import Point
from community.house.hours import Hours
from community.house.models import House
from community.opening.rules import may_confirm
from community.record.models import Entry
from community.refusal import Refused
from community.safety import rota
from community.safety.actions import duty
from community.safety.actions import rota as act
from community.safety.enums import Level
from community.safety.models import RotaLine
from community.safety.promise import promise
from community.safety.rota import Gap, Line
from community.safety.subjects import APPEALS
from groups.queries.openings import openings
from tests.people import browser_of, on_duty, staffed

LONDON = ZoneInfo("Europe/London")
EIGHT, NOON, TEN = time(8), time(12), time(22)


def line(weekday, begins=EIGHT, ends=NOON, *, name="emil", place="room:1", off=()):
    return Line(1, place, 1, name, weekday, begins, ends, frozenset(off))


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=LONDON)  # the 23rd is a Monday


@pytest.fixture
def plan(emil, room):
    """Emil puts himself down for the room."""

    def put(weekdays, begins=EIGHT, ends=NOON, *, person=emil, by=emil, place=room.place):
        act.plan(place=place, person=person, weekdays=weekdays, begins=begins, ends=ends, by=by)
        rota.forget()

    return put


def test_a_line_runs_past_midnight_and_leaves_out_a_day_off():
    late = line(0, TEN, time(2), off=[date(2026, 11, 30)])

    found = rota.turns([late], since=at(24, 1), until=at(24, 1) + timedelta(days=20))

    assert [(turn.begins, turn.ends) for turn in found] == [
        (at(23, 22), at(24, 2)),
        (datetime(2026, 12, 7, 22, tzinfo=LONDON), datetime(2026, 12, 8, 2, tzinfo=LONDON)),
    ]


def test_published_hours_without_a_name_are_named():
    of = [line(day, EIGHT, TEN) for day in range(5)] + [
        line(5, EIGHT, NOON),
        line(6, time(10), TEN),
    ]

    found = rota.gaps(of, Hours(EIGHT, TEN, LONDON))

    assert found == [Gap(5, NOON, TEN), Gap(6, EIGHT, time(10))]


def test_a_night_that_runs_into_monday_covers_it():
    of = [line(day, time(20), time(8)) for day in range(7)]

    assert rota.gaps(of, Hours(time(22), time(6), LONDON)) == []


def test_members_read_when_somebody_is_down_and_never_that_they_are_here(plan, ana, room):
    staffed(EIGHT, TEN)
    plan([1, 3])

    before = openings([room], now=at(23, 9))[room.pk]
    meanwhile = openings([room], now=at(24, 9))[room.pk]

    assert (before.here, before.at) == (False, at(24, 8))
    assert (meanwhile.here, meanwhile.at) == (False, None)  # down, and not on duty
    assert presence(now=at(24, 13)) == {
        "here": False, "within": False, "until": at(26, 8), "far": True,
    }  # fmt: skip


def test_what_is_promised_rests_on_the_rota(plan, hana, emil, room, evenings):
    plan([2])
    plan([4], person=hana, by=hana, place=rota.DESK)

    assert promise(level=Level.TODAY, area=evenings.area, now=at(23, 9)).back_at == at(25, 8)
    assert promise(level=Level.TODAY, area=APPEALS, now=at(23, 9)).back_at == at(27, 8)
    on_duty(emil, room, until=at(23, 10))
    assert promise(level=Level.TODAY, area=evenings.area, now=at(23, 9)).back_at is None


def test_hours_with_nobodys_name_are_no_promise(room, evenings):
    staffed(EIGHT, TEN)
    House.objects.update(rota=" ")
    house.forget()
    without = promise(level=Level.TODAY, area=evenings.area, now=at(23, 23))
    House.objects.update(rota="Every day Emil")
    house.forget()

    named = promise(level=Level.TODAY, area=evenings.area, now=at(23, 23))

    assert (without.back_at, named.back_at) == (None, at(24, 8))


def test_nobody_is_put_down_by_a_colleague_or_where_they_do_not_belong(
    plan, ana, emil, noor, hana, cleo
):
    for person, by in [(noor, emil), (cleo, hana), (hana, hana), (ana, ana)]:
        with pytest.raises(Refused):
            plan([0], person=person, by=by)
    plan([0], person=noor, by=hana)

    assert [one.person for one in RotaLine.objects.all()] == [noor]
    entry = Entry.objects.get(act="plan_turn")
    assert (entry.by, entry.about) == (hana.pk, noor.pk)


def test_the_page_shows_the_week_and_takes_a_line(emil, noor, room, plan):
    plan([5], person=noor, by=noor)
    browser = browser_of(emil)

    given = {"place": room.place, "weekdays": ["0", "1"], "begins": "18:00", "ends": "22:00"}
    browser.post("/desk/rota/", given)
    rota.forget()
    page = browser.get("/desk/rota/").text

    monday, tuesday = RotaLine.objects.filter(person=emil)
    theirs = RotaLine.objects.get(person=noor)
    assert page.count("18:00–22:00") == 1
    assert f'name="line" value="{tuesday.pk}"' in page
    assert f'name="line" value="{theirs.pk}"' not in page
    assert "Nobody is down here, though the hours are published:" in page
    assert browser.post("/desk/rota/out/", {"line": theirs.pk}).status_code == 403
    both = {"line": [monday.pk, tuesday.pk]}
    browser.post("/desk/rota/off/", {**both, "day": "2020-01-06"})  # over
    ahead = timezone.localdate() + timedelta(days=7 - timezone.localdate().weekday())
    browser.post("/desk/rota/off/", {**both, "day": ahead.isoformat()})
    browser.post("/desk/rota/out/", {"line": tuesday.pk})
    left = RotaLine.objects.filter(person=emil)
    assert [(one, list(one.days_off.values_list("day", flat=True))) for one in left] == [
        (monday, [ahead])
    ]
    assert 'href="/desk/rota/"' in browser.get("/desk/").text


def test_members_find_no_rota(ana, room, plan):
    plan([0])

    assert browser_of(ana).get("/desk/rota/").status_code == 404


def test_who_looks_after_a_room_no_more_is_down_for_it_no_more(plan, emil, evenings, hana):
    plan([0, 1])

    duty.end_duty_in_area(person=emil, area=evenings.area, by=hana)

    assert not RotaLine.objects.exists()


def test_hours_are_not_confirmed_while_one_has_nobodys_name(plan, ola):
    staffed(EIGHT, NOON)
    House.objects.update(rota="")
    settings = House.load()
    without = may_confirm(ola, point=Point.HOURS, settings=settings)
    plan(range(6))
    half = may_confirm(ola, point=Point.HOURS, settings=settings)
    plan([6])

    assert (without.code, half.code) == ("no_rota", "hours_without_a_name")
    assert "Sunday, 08:00 to 12:00" in str(half.words)
    assert may_confirm(ola, point=Point.HOURS, settings=settings) is None


@pytest.mark.parametrize("wrong", [{"weekday": 7}, {"weekday": 0}])
def test_the_database_refuses_an_eighth_day_and_a_second_line(plan, emil, room, wrong):
    plan([0])

    with pytest.raises(IntegrityError), transaction.atomic():
        RotaLine.objects.create(place=room.place, person=emil, begins=EIGHT, ends=NOON, **wrong)


def test_a_day_off_is_said_once(plan):
    plan([0])
    mine = RotaLine.objects.get()
    mine.days_off.create(day=date(2027, 1, 4))

    with pytest.raises(IntegrityError), transaction.atomic():
        mine.days_off.create(day=date(2027, 1, 4))
