"""Supervision: a slot a month that mentors see and take along, a list that leads there from the room;
and what a coordinator sees of how it stands."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.record.models import Entry
from community.refusal import Refused
from mentoring.actions import asking, mentors
from mentoring.actions.supervising import set_supervision
from mentoring.models import Mentor, Supervision, Training
from mentoring.personal_data import export
from mentoring.queries import running
from mentoring.queries.supervision import next_slot, slots
from tests.mentoring.conftest import asked, mentor_of, one_more, wishes
from tests.mentoring.reading import sent, words
from tests.people import browser_of

TUESDAYS = {"week": 2, "weekday": 1, "at": time(18, 30), "minutes": 60, "place": "Room 4"}


@pytest.mark.parametrize(
    ("month", "week", "weekday", "day"),
    [
        (date(2026, 12, 31), 2, 1, date(2026, 12, 8)),
        (date(2026, 12, 1), 1, 1, date(2026, 12, 1)),
        (date(2027, 2, 10), 4, 6, date(2027, 2, 28)),
        (date(2028, 2, 10), 1, 0, date(2028, 2, 7)),
    ],
)
def test_it_is_the_same_day_of_the_same_week_of_every_month(month, week, weekday, day):
    assert Supervision(week=week, weekday=weekday).day_in(month) == day


def test_the_next_one_is_the_one_that_is_not_over_and_clocks_change_nothing(hana):
    set_supervision(by=hana, **TUESDAYS)
    on_the_day = datetime(2027, 3, 9, 18, 45, tzinfo=UTC)

    ahead = slots(now=on_the_day, count=3)

    local = [timezone.localtime(one.begins) for one in ahead]
    assert [one.date() for one in local] == [
        date(2027, m, d) for m, d in ((3, 9), (4, 13), (5, 11))
    ]
    assert {one.time() for one in local} == {time(18, 30)}


def test_only_who_runs_it_says_when_on_the_record(hana, dora, mentor):
    with pytest.raises(Refused, match="not_there"):
        set_supervision(by=dora, **TUESDAYS)

    set_supervision(by=hana, **TUESDAYS)

    assert Supervision.objects.get().changed_by == hana
    assert Entry.objects.get(act="set_supervision").data["at"] == "18:30"


@pytest.mark.parametrize("wrong", [{"pk": 2}, {"week": 5}, {"weekday": 7}, {"minutes": 5}])
def test_a_slot_that_cannot_be_is_refused(db, wrong):
    with pytest.raises(IntegrityError, match="supervision_"), transaction.atomic():
        Supervision.objects.create(**{"pk": 1, **TUESDAYS, **wrong})

    Supervision.objects.create(**{"pk": 1, **TUESDAYS})


def test_a_mentor_sees_it_takes_it_along_and_comes_there_from_the_room(ana, dora, hana, pair):
    set_supervision(by=hana, **TUESDAYS)
    browser = browser_of(dora)

    assert "Room 4" in words(browser, "/mentoring/supervision/")
    file = browser.get("/mentoring/supervision/calendar/").content.decode()
    assert (file.count("BEGIN:VEVENT"), file.count("SUMMARY:Appointment")) == (12, 12)
    for secret in ("Room 4", "upervision", "entor", "dora", "Kindred"):
        assert secret not in file
    room = f"/rooms/{pair.room_id}/"
    assert "Bring to supervision" in words(browser, room)
    assert "Bring to supervision" not in words(browser_of(ana), room)
    assert browser_of(ana).get("/mentoring/supervision/calendar/").status_code == 404


def test_the_coordinator_sets_it_on_a_page(hana):
    page = "/mentoring/run/supervision/"
    assert "Select a valid choice" in sent(browser_of(hana), page, {"week": "5"})
    given = {"week": "1", "weekday": "3", "at": "17:00", "minutes": "90", "place": ""}

    found = sent(browser_of(hana), page, given)

    assert "Mentors see it on their page for supervision." in found
    slot = next_slot(now=timezone.now())
    assert slot.ends - slot.begins == timedelta(minutes=90)


# How it stands ------------------------------------------------------------------------------------


def test_ages_places_and_renewals_stand_on_top(ana, ben, karim, hana, mentor):
    asked(ana, mentor)
    request = asking.ask_for_mentor(by=ben, wishes=wishes(languages=["so"]))
    type(request).objects.filter(pk=request.pk).update(
        asked_at=timezone.now() - timedelta(days=9), waited_before=4
    )
    one_more("sol-reed", state="break", places=3)
    soon = timezone.localdate() + timedelta(days=5)
    Training.objects.create(
        mentor=mentor, group="crisis", verified_on=soon - timedelta(days=365), renew_by=soon
    )

    waiting, all_mentors = running.waiting_requests(now=timezone.now()), running.mentors()
    found = running.how_it_stands(waiting, all_mentors)

    assert (found.waiting, found.longest) == (2, 13)
    assert (found.places, found.free, found.on_break) == (2, 1, 1)
    assert [line.mentor for line in found.renew] == [mentor]
    page = words(browser_of(hana), "/mentoring/run/")
    for said in ("the longest for 13 days", "1 of 2 free", "1 mentor on a break", "waits for 13"):
        assert said in page


# References ---------------------------------------------------------------------------------------


def test_who_offers_names_who_knows_them_and_that_they_were_asked_is_kept(cleo, hana, dora):
    mentors.apply_as_mentor(by=cleo, why="I had help once.", references="emil-ash has seen me.")
    application = Mentor.objects.get()
    page = f"/mentoring/run/{application.pk}/"

    assert "emil-ash has seen me." in words(browser_of(hana), page)
    found = sent(browser_of(hana), page, {"heard": "yes"})

    assert "hana-cove has talked with them" in found
    assert Entry.objects.get(act="hear_references").about == cleo.pk
    assert export(cleo)["as_mentor"]["references"] == "emil-ash has seen me."
    with pytest.raises(Refused):
        mentors.note_references_heard(mentor=application, by=dora)


def test_nobody_hears_their_own_references(hana):
    mine = mentor_of(hana, state="applied", approved_at=None)

    with pytest.raises(Refused, match="not_your_own"):
        mentors.note_references_heard(mentor=mine, by=hana)
