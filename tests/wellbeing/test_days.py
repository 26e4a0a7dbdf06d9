"""A day in a few taps: every answer optional, any day of the last year, gaps are fine."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.models import Consent
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Item
from community.wellbeing.actions import days as actions
from community.wellbeing.models import CheckIn
from community.wellbeing.queries.days import days_of, year_of
from tests.people import browser_of

DAYS = "/me/days/"
NOTHING = dict.fromkeys(("mood", "energy", "sleep", "connected"))


@pytest.fixture
def today():
    return timezone.localdate()


def keep(person, day, line="", **answers):
    return actions.keep_day(day=day, answers=answers, line=line, by=person)


def kept(person):
    return [(row.day, row.answers, row.line) for row in CheckIn.objects.filter(person=person)]


def test_a_few_taps_are_kept_and_the_rest_stays_empty(ana, today):
    answer = browser_of(ana).post(DAYS, {"mood": "2", "sleep": "", "line": "Rain.", "day": today})

    assert (answer.status_code, answer["Location"]) == (302, DAYS)
    assert kept(ana) == [(today, {**NOTHING, "mood": 2}, "Rain.")]


def test_a_day_before_can_be_written_changed_and_emptied(ana, today):
    browser, day = browser_of(ana), today - timedelta(days=40)

    browser.post(DAYS, {"energy": "4", "day": day})
    browser.post(f"{DAYS}{day}/", {"energy": "", "connected": "5", "day": day})
    changed = kept(ana)
    browser.post(f"{DAYS}{day}/delete/")

    assert changed == [(day, {**NOTHING, "connected": 5}, "")]
    assert kept(ana) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "One answer is enough."),
        ({"mood": "6"}, "not one of the available choices"),
        ({"mood": "3", "day": "2999-01-01"}, "has not come yet"),
        ({"mood": "3", "day": "1999-01-01"}, "more than a year ago"),
        ({"line": "a" * 201}, "at most 200"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_why(ana, today, given, words):
    answer = browser_of(ana).post(DAYS, {"day": today, **given})

    assert answer.status_code == 422
    assert words in answer.text
    assert kept(ana) == []


def test_the_act_itself_refuses_the_same(ana, today):
    for how in (
        {"day": today, "answers": {}, "line": " "},
        {"day": today + timedelta(days=1), "answers": {"mood": 1}, "line": ""},
        {"day": today - timedelta(days=400), "answers": {"mood": 1}, "line": ""},
        {"day": today, "answers": {}, "line": "a" * 201},
    ):
        with pytest.raises(Refused):
            actions.keep_day(**how, by=ana)


def test_nothing_about_health_is_kept_without_a_yes_to_it(ana, today):
    Consent.objects.filter(person=ana).update(withdrawn_at=timezone.now())

    with pytest.raises(Refused) as said:
        keep(ana, today, mood=3)

    assert said.value.refusal.code == "consent"


@pytest.mark.parametrize(
    ("row", "is_refused"),
    [
        ({"mood": 1}, False),
        ({"mood": 5, "line": ""}, False),
        ({"mood": 0}, True),
        ({"sleep": 6}, True),
        ({}, True),
    ],
)
def test_the_database_keeps_no_half_day(ana, row, is_refused):
    try:
        with transaction.atomic():
            CheckIn.objects.create(person=ana, day=date(2026, 11, 1), **row)
    except IntegrityError:
        assert is_refused
    else:
        assert not is_refused


def test_a_day_has_one_check_in_a_person(ana, ben, today):
    keep(ana, today, mood=1)
    keep(ben, today, mood=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        CheckIn.objects.create(person=ana, day=today, mood=2)


def test_nobody_else_sees_it_and_nobody_is_told(ana, ben, emil, hana, ines, today, commits):
    with commits():
        keep(ana, today, "I want it to stop.", mood=1)

    for somebody in (ben, emil, hana, ines):
        assert "I want it to stop." not in browser_of(somebody).get(DAYS).text
    assert not Item.objects.exists()
    assert not Notification.objects.exists()
    assert not Entry.objects.exists()


def test_the_graph_says_in_words_what_it_draws(ana, today):
    for back, mood in ((9, 2), (8, 2), (2, 4), (1, 2)):
        keep(ana, today - timedelta(days=back), mood=mood)

    page = browser_of(ana).get(DAYS).text
    (chart,) = days_of(ana, last=today).charts

    assert chart.sentence == "Most often you said: low."
    assert 'aria-label="Mood. Most often you said: low."' in page
    assert page.count("chart-dot") == 4
    assert page.count("chart-line") == 2  # none over the gap
    assert page.count("<td>low</td>") == 3
    assert "style=" not in page


def test_nothing_counts_days(ana, today):
    for back in range(10):
        keep(ana, today - timedelta(days=back), mood=3)

    page = browser_of(ana).get(DAYS).text.lower()

    assert "10 days" not in page
    assert "streak" not in page
    assert "in a row" not in page


def test_the_page_asks_the_same_number_of_questions(ana, today):
    browser = browser_of(ana)
    browser.get(DAYS)
    counts = []
    for back in (0, 1, 2):
        keep(ana, today - timedelta(days=back), mood=3)
        with CaptureQueriesContext(connection) as asked:
            browser.get(DAYS)
        counts.append(len(asked))

    assert counts[0] == counts[2] <= 8


def test_it_goes_along_and_it_goes_away(ana, ben, today):
    for person in (ana, ben):
        keep(person, today, "Rain.", mood=2)

    taken = personal_data.export(ana)["wellbeing"]["days"]
    personal_data.erase(ana, keeps_words=True)

    assert taken == [{"day": today, **NOTHING, "mood": 2, "line": "Rain."}]
    assert [row.person for row in CheckIn.objects.all()] == [ben]


@pytest.mark.parametrize(("days", "sentence"), [(2, ""), (3, "Most often you said: low.")])
def test_one_hard_evening_is_not_made_a_pattern(ana, today, days, sentence):
    for back in range(days):
        keep(ana, today - timedelta(days=back), mood=2)

    (chart,) = days_of(ana, last=today).charts

    assert chart.sentence == sentence


def test_a_year_back_each_week_is_its_middle_and_every_day_can_be_reached(ana, today):
    monday = today - timedelta(days=today.weekday() + 140)
    for day, mood in ((0, 1), (2, 4), (5, 5)):
        keep(ana, monday + timedelta(days=day), mood=mood)
    keep(ana, today, line="Rain.")

    (chart,) = year_of(ana, last=today).charts
    page = browser_of(ana).get(f"{DAYS}year/").text

    assert [(point.day, point.value) for point in chart.points] == [(monday, 4)]
    assert f'href="{DAYS}{monday}/"' in page
    assert page.count('class="chart"') == page.count("as a table</summary>") == 1
