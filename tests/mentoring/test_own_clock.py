"""Each says when they have time by their own clock, and reads the other's by it."""

from datetime import UTC, datetime

import pytest

from community.accounts.actions.profile import set_time_zone
from mentoring.actions import asking, mentors
from mentoring.actions.fitting import set_fitting
from mentoring.matching.leanings import weights_of
from mentoring.models import Request
from mentoring.queries.matching import shown_suggestions
from tests.mentoring.conftest import asked, mentor_of, wishes
from tests.mentoring.reading import sent, words
from tests.mentoring.test_asking import code
from tests.people import browser_of

pytestmark = pytest.mark.thorough

ASKS = {"hopes": "Somebody who knows long nights.", "topics": ["sleep"], "languages": ["en"]}


def test_a_member_says_times_day_by_day_and_whose_clock_it_is(ana, mentor):
    browser = browser_of(ana)
    form = words(browser, "/mentoring/ask/")
    assert "These times are by the clock of London. Mine is another" in form

    found = sent(
        browser, "/mentoring/ask/", {**ASKS, "exact": ["0-18"], "time_zone": "Europe/Madrid"}
    )

    assert Request.objects.get().times == ["0-18"]
    assert "You both have time, by your clock: Monday from 19:00 to 22:00." in found
    again = words(browser, "/mentoring/ask/")
    assert "These times are by the clock of Madrid." in again
    assert browser.get("/mentoring/ask/").context["form"]["exact"].value() == ["0-18"]


def test_no_time_at_all_is_said_in_a_sentence(ana, dora):
    mentor_of(dora)

    answer = browser_of(ana).post("/mentoring/ask/", {**ASKS, "hopes": "x"})

    assert answer.status_code == 422
    assert "Please choose at least one time." in answer.content.decode()


def test_a_mentor_reads_a_member_s_times_by_their_own_clock(ana, mentor, dora):
    set_time_zone(time_zone="America/New_York", by=dora)
    mentors.say_when(by=dora, times=["afternoon"], places=1, reads_when="")
    offer = asked(ana, mentor)

    found = words(browser_of(dora), f"/mentoring/asked/{offer.pk}/")
    assert "You both have time, by your clock: Monday to Friday from" in found
    room = asking.accept(offer=offer, by=dora).room
    assert "Has time Monday to Friday from 1" in words(browser_of(dora), f"/rooms/{room.pk}/")


def test_an_answer_is_due_and_a_heavy_word_told_in_the_mentor_s_own_hours(ana, mentor, dora):
    set_time_zone(time_zone="Asia/Tokyo", by=dora)
    mentors.say_when(by=dora, times=["evening"], places=1, reads_when="")
    mentor.refresh_from_db()

    due = mentor.due(now=datetime(2026, 11, 23, 12, tzinfo=UTC), days=3)

    assert due.astimezone(UTC) == datetime(2026, 11, 26, 13, tzinfo=UTC)  # 22:00 in Tokyo
    assert mentor.has_time(datetime(2026, 11, 23, 12, tzinfo=UTC))  # Monday, 21:00 there
    assert not mentor.has_time(datetime(2026, 11, 23, 19, tzinfo=UTC))  # 19:00 in London


def test_three_people_at_most_until_those_who_run_it_say_otherwise(mentor, dora, hana):
    def say(places):
        return mentors.say_when(by=dora, times=["evening"], places=places, reads_when="").places

    assert say(3) == 3
    assert code(lambda: say(4)) == "too_many"
    set_fitting(leaning="", weights=weights_of(""), answer_days=3, most_pairs=2, by=hana)

    mentor.refresh_from_db()
    assert mentor.places == 2
    assert "three people" not in words(browser_of(dora), "/mentoring/mine/when/")


def test_the_least_time_in_common_is_set_by_those_who_run_it(ana, mentor, hana):
    type(mentor).objects.update(times=["0-18"])
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    assert shown_suggestions(request) != []

    set_fitting(leaning="", weights=weights_of(""), answer_days=3, min_overlap=241, by=hana)

    assert shown_suggestions(request) == []
