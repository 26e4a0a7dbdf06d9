"""Filling in a scale: kept answer by answer, said in a plain sentence, never as what somebody is."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models.signals import pre_save
from django.utils import timezone

from community.accounts import personal_data
from community.refusal import Refused
from community.wellbeing import instruments
from community.wellbeing.actions import answers, review_hours
from community.wellbeing.models import AnswerSet, Completed, Pack, Visit
from community.wellbeing.queries import readings as queries
from community.wellbeing.queries import sharing
from community.wellbeing.queries.completed import scale_of
from tests.people import browser_of

GAD_7 = instruments.get("gad-7")
PHQ_9 = instruments.get("phq-9")
HERE_WITH_US = instruments.get("here")
HERE = "/me/questions/gad-7/"


def filled(somebody, *values, days_ago=0, instrument=GAD_7):
    """One finished filling, some days ago."""
    now = timezone.now() - timedelta(days=days_ago)
    answers.begin(instrument=instrument, by=somebody, now=now)
    for item, value in enumerate(values):
        answers.answer(instrument=instrument, item=item, value=value, by=somebody, now=now)
    return answers.finish(instrument=instrument, by=somebody, now=now)


def result_of(somebody, found):
    return browser_of(somebody).get(f"{HERE}answers/{found.pk}/").text


def test_seven_pages_and_a_sentence(ana):
    browser = browser_of(ana)
    browser.post(HERE)
    for number in range(1, 8):
        answer = browser.post(f"{HERE}{number}/", {"answer": "2"})

    page = browser.get(answer["Location"]).text

    assert "Your answers fall in the range called “moderate”." in page
    assert "GAD\u20117: 14 of 21." in page
    assert "not a diagnosis" in page
    assert "you are moderate" not in page.lower()
    kept = AnswerSet.objects.get()
    assert (kept.answers, kept.total, kept.rule) == ([2] * 7, 14, "gad-7/1")


def test_each_answer_is_kept_at_once_and_one_can_go_on_later(ana):
    browser = browser_of(ana)
    browser.post(HERE)
    browser.post(f"{HERE}1/", {"answer": "3"})
    browser.post(f"{HERE}2/", {"answer": "skip"})
    browser.post(f"{HERE}3/", {"answer": "0"})

    went_on = browser.post(HERE)["Location"]
    answers.answer(instrument=GAD_7, item=6, value=1, by=ana)
    at_the_end = browser.post(HERE)["Location"]

    assert (went_on, at_the_end) == (f"{HERE}4/", f"{HERE}7/")
    assert [row.answers[:2] for row in AnswerSet.objects.all()] == [[3, None]]
    assert "Go on where I was" in browser.get(HERE).text


def test_after_a_day_it_is_begun_anew_and_what_was_left_has_no_total(ana):
    answers.begin(instrument=GAD_7, by=ana, now=timezone.now() - timedelta(days=2))

    answers.begin(instrument=GAD_7, by=ana)

    assert [row.total for row in AnswerSet.objects.exclude(ended_at=None)] == [None]
    assert AnswerSet.objects.filter(ended_at=None).count() == 1


def test_too_many_left_out_give_no_number_and_say_so(ana):
    found = filled(ana, 1, 1, 1, 1, 1, None, None)

    assert found.total is None
    assert "There is no number this time" in result_of(ana, found)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [(2, 1, "That is better than on"), (1, 2, "That is harder than on")],
)
def test_a_change_is_said_where_it_is_one(ana, before, after, words):
    filled(ana, *[before] * 7, days_ago=15)
    found = filled(ana, *[after] * 7)

    assert words in result_of(ana, found)


def test_less_than_a_reliable_change_is_about_the_same(ana):
    filled(ana, *[1] * 7, days_ago=15)
    found = filled(ana, 2, 2, 2, 1, 1, 1, 1)

    assert "That is about the same as on" in result_of(ana, found)


@pytest.mark.parametrize("values", [(0, 1, 1, 1, 1), (0, 1, 2, 3, 3)])
def test_worse_on_two_readings_is_said_once_and_gently(ana, values):
    found = [
        filled(ana, *[value] * 7, days_ago=15 * (5 - place)) for place, value in enumerate(values)
    ]

    shown = ["Twice now it was harder" in result_of(ana, one) for one in found]

    assert shown == [False, False, True, False, False]


@pytest.mark.parametrize(("other", "graphs"), [({"rule": "gad-7/0"}, 2), ({"version": "0"}, 1)])
def test_totals_by_another_rule_or_in_other_words_are_not_compared(ana, other, graphs):
    old = filled(ana, *[0] * 7, days_ago=60)
    AnswerSet.objects.filter(pk=old.pk).update(**other)
    filled(ana, *[3] * 7, days_ago=30)
    found = filled(ana, *[3] * 7)
    page, then = result_of(ana, found), result_of(ana, old)

    assert [one.change for one in queries.readings_of(ana, GAD_7)] == [None, None, 0]
    assert "Twice now it was harder" not in page
    assert page.count('class="chart-line"') == 1
    assert page.count('class="chart"') == graphs
    assert ("0, asked in other words" in page or "<td>0 (minimal), asked" in page) is (graphs == 1)
    assert ("These were counted by an earlier rule" in page) is (graphs == 2)
    assert (f"{GAD_7.name}: 0, counted by an earlier rule." in then) is (graphs == 2)
    assert ("“minimal”" in then) is (graphs == 1)


def test_a_total_from_fewer_answers_is_named_as_one_wherever_it_is_shown(ana, lena):
    mine = filled(ana, *[2] * 7, None, None, instrument=PHQ_9)
    visit = Visit.objects.create(person=ana, at=timezone.now() + timedelta(days=1))
    filled(ana, *[1] * 6, None)
    browser, fewer = browser_of(ana), "from 7 of 9 answers"

    page = browser.get(f"/me/questions/phq-9/answers/{mine.pk}/").text
    table = browser.get("/me/questions/phq-9/").text
    sheet = browser.get(f"/me/dates/{visit.pk}/sheet/").text
    part = sharing.shown(ana, "scale:phq-9", today=timezone.localdate())
    taken = personal_data.export(ana)["wellbeing"]["questions"]

    assert (
        f"{PHQ_9.name}: 18 of 27, {fewer}. The mean of those answers stands for the others." in page
    )
    assert f"<td>18 (moderately severe), {fewer}</td>" in table
    assert "chart-partly" in table
    assert f"18 of 27, {fewer}." in sheet
    assert fewer in part.words
    assert fewer in part.charts[0].points[0].words
    said = [
        (row["total"], row["total_is_from_fewer_answers"], row["answers_given"]) for row in taken
    ]
    assert said == [(7, True, 6), (18, True, 7)]


def test_it_is_not_asked_again_before_its_time(ana):
    filled(ana, *[1] * 7, days_ago=13)

    with pytest.raises(Refused) as said:
        answers.begin(instrument=GAD_7, by=ana)

    assert said.value.refusal.code == "too_soon"
    assert "They make sense again from" in browser_of(ana).get(HERE).text


def test_the_graph_names_the_ranges_and_has_a_twin(ana):
    for days_ago, value in ((30, 2), (15, 1)):
        filled(ana, *[value] * 7, days_ago=days_ago)

    page = browser_of(ana).get(HERE).text

    assert page.count("chart-dot") == 2
    for words in ("mild", "moderate", "severe"):
        assert f">{words}</text>" in page
    assert "<td>14 (moderate)</td>" in page
    assert "A lower number means fewer troubles." in page


def test_nobody_else_finds_them(ana, ben, emil, hana):
    found = filled(ana, *[2] * 7)

    for somebody in (ben, emil, hana):
        assert browser_of(somebody).get(f"{HERE}answers/{found.pk}/").status_code == 404
        browser_of(somebody).post(f"{HERE}answers/{found.pk}/delete/")
    assert AnswerSet.objects.filter(pk=found.pk).exists()


def test_deleted_answers_are_gone(ana):
    found = filled(ana, *[2] * 7)

    browser_of(ana).post(f"{HERE}answers/{found.pk}/delete/")

    assert not AnswerSet.objects.exists()


def test_what_has_no_number_is_found_again_and_can_be_deleted(ana, ben):
    own = filled(ana, 4, None, 3, 4, 4, instrument=HERE_WITH_US)
    few = filled(ana, 1, None, None, None, None, None, None, days_ago=3)
    begun = answers.begin(instrument=GAD_7, by=ana)
    filled(ben, *[1] * 7)
    places = [f"{one.instrument}/answers/{one.pk}/" for one in (own, few, begun)]
    browser, all_of_it = browser_of(ana), "/me/questions/"

    listed = [browser.get(all_of_it).text, browser.get(HERE).text]
    said = browser.get(f"{all_of_it}{places[0]}").text
    for place in places:
        browser.post(f"{all_of_it}{place}delete/")

    found = [[f"{all_of_it}{place}delete/" in page for place in places] for page in listed]
    assert found == [[True, True, True], [False, True, True]]
    assert said.count("<dd>") == 4
    assert "What I answered before" not in browser.get(all_of_it).text
    assert AnswerSet.objects.get().person == ben


@pytest.mark.parametrize(
    ("values", "days_ago", "again"),
    [([4] * 5, 27, False), ([4] * 5, 28, True), ([None] * 5, 1, True), (None, 2, True)],
)
def test_a_scale_without_a_total_has_its_time_too(ana, values, days_ago, again):
    if values is None:  # left half done, ended by the one that came after it
        before = timezone.now() - timedelta(days=days_ago)
        answers.begin(instrument=HERE_WITH_US, by=ana, now=before)
        answers.answer(instrument=HERE_WITH_US, item=0, value=4, by=ana, now=before)
        answers.begin(instrument=HERE_WITH_US, by=ana)
    else:
        filled(ana, *values, days_ago=days_ago, instrument=HERE_WITH_US)

    page = browser_of(ana).get("/me/questions/here/").text
    went = browser_of(ana).post("/me/questions/here/").status_code

    assert ("They make sense again from" in page) is not again
    assert (went == 302) is again


def test_answers_are_sealed(ana):
    filled(ana, *[2] * 7)

    with connection.cursor() as cursor:
        cursor.execute("SELECT raw FROM wellbeing_answerset")
        assert "[2" not in cursor.fetchone()[0]


def test_an_answer_that_is_none_is_refused(ana):
    answers.begin(instrument=GAD_7, by=ana)

    for item, value in ((0, 4), (7, 0), (-1, 0)):
        with pytest.raises(Refused):
            answers.answer(instrument=GAD_7, item=item, value=value, by=ana)
    assert browser_of(ana).post(f"{HERE}1/", {"answer": "4"}).status_code == 422


def test_a_pack_is_off_until_the_operator_has_read_its_licence(ana, ola):
    who_5 = "/me/questions/who-5/"
    before = browser_of(ana).get(who_5).status_code
    refused = browser_of(ana).post("/reviewing/scales/", {"key": "who-5", "on": "yes"}).status_code

    browser_of(ola).post("/reviewing/scales/", {"key": "who-5", "on": "yes"})
    on = browser_of(ana).get(who_5)
    browser_of(ola).post("/reviewing/scales/", {"key": "who-5"})

    assert (before, refused, on.status_code) == (404, 404, 200)
    assert "CC BY-NC-SA 3.0 IGO" in on.text
    assert not Pack.objects.exists()
    with pytest.raises(Refused):
        review_hours.switch_pack_on(instrument=GAD_7, by=ola)


def test_what_has_no_wording_here_is_offered_to_nobody(ana):
    for key in ("ucla-3", "mspss", "nothing"):
        assert browser_of(ana).get(f"/me/questions/{key}/").status_code == 404


def test_the_database_keeps_no_total_of_what_is_not_finished(ana):
    row = {"person": ana, "instrument": "gad-7", "version": "1", "rule": "gad-7/1"}
    AnswerSet.objects.create(**row)

    with pytest.raises(IntegrityError), transaction.atomic():
        AnswerSet.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        AnswerSet.objects.create(**{**row, "instrument": "gad-2"}, total=3)


@pytest.mark.parametrize(("said", "last"), [("0", 9), ("1", 10)])
def test_how_hard_it_makes_the_days_is_asked_only_where_something_was_said(ana, lena, said, last):
    browser = browser_of(ana)
    browser.post("/me/questions/phq-9/")
    for number in range(1, 10):
        value = said if number == 1 else "0"
        answer = browser.post(f"/me/questions/phq-9/{number}/", {"answer": value})
    if last == 10:
        answer = browser.post(answer["Location"], {"answer": "2"})

    page = browser.get(answer["Location"]).text

    kept = AnswerSet.objects.get()
    assert (kept.total, len(kept.answers)) == (int(said), 10)
    assert kept.answers[9] == (2 if last == 10 else None)
    assert ("Very difficult" in page) is (last == 10)


def test_the_question_behind_the_others_is_in_no_total_and_has_answers_of_its_own(ana, lena):
    found = filled(ana, *[0] * 8, 0, 3, instrument=PHQ_9)

    assert (found.total, found.answers[9]) == (0, 3)
    assert str(PHQ_9.options_of(9)[0].words) == "Not difficult at all"
    assert len(PHQ_9.items) == 9


def test_the_operator_completes_a_scale_with_permission(ana, ola):
    page, scale = "/reviewing/scales/ucla-3/", "/me/questions/ucla-3/"
    words = {f"item_{n}": f"Invented question {n}" for n in range(3)}
    refused = browser_of(ana).get(page).status_code

    without = browser_of(ola).post(page, {**words, "stem": "Lately:"}).status_code
    browser_of(ola).post(page, {**words, "permission": "By mail from the authors, 3 May"})
    browser = browser_of(ana)
    browser.post(scale)
    shown = browser.get(f"{scale}1/").text
    browser_of(ola).post(page, {"out": "yes"})

    assert (refused, without) == (404, 422)
    assert "Invented question 0" in shown
    assert AnswerSet.objects.get().version == "1.1"
    assert [browser.get(path).status_code for path in (scale, f"{scale}1/")] == [404, 302]
    assert "not asked here any more" in browser.get("/me/questions/").text
    assert browser_of(ola).get("/reviewing/scales/phq-9/").status_code == 404


def test_who_completes_a_scale_a_moment_later_is_told(ola):
    words = {"instrument": "ucla-3", "permission": "By mail"}

    def rival(**_told):
        pre_save.disconnect(sender=Completed, dispatch_uid="rival")
        Completed.objects.bulk_create([Completed(**words, items=["a", "b", "c"])])

    pre_save.connect(rival, sender=Completed, dispatch_uid="rival", weak=False)
    items = {f"item_{n}": f"Invented {n}" for n in range(3)}
    answer = browser_of(ola).post(
        "/reviewing/scales/ucla-3/", {**items, "stem": "", "permission": "By letter"}, follow=True
    )

    assert "Somebody else has just kept words" in answer.text
    assert not Completed.objects.exists()  # the other's goes with this test's own point of return


def test_what_was_answered_keeps_the_words_it_was_asked_in(ana, ola):
    ucla_3, page, scale = instruments.get("ucla-3"), "/reviewing/scales/ucla-3/", "/me/questions/"
    operator, browser = browser_of(ola), browser_of(ana)

    def complete(asks, permission="By mail"):
        items = {f"item_{n}": f"{asks} {n}" for n in range(3)}
        operator.post(page, {**items, "stem": "", "permission": permission})
        return scale_of("ucla-3")

    def words():
        return [row["to"][0] for row in personal_data.export(ana)["wellbeing"]["questions"]]

    first = filled(ana, 1, 1, 1, days_ago=60, instrument=complete("First"))
    same = complete("First", permission="By letter").version
    answers.begin(instrument=scale_of("ucla-3"), by=ana)
    complete("Second")
    halfway = browser.post(f"{scale}ucla-3/2/", {"answer": "3"})
    second = filled(ana, 3, 3, 3, instrument=scale_of("ucla-3"))
    shown = sharing.shown(ana, "answers:ucla-3", today=timezone.localdate())
    before = words()
    operator.post(page, {"out": "yes"})
    out = words()
    third = complete("Third").version

    assert (first.version, same, second.version, third) == ("1.1", "1.1", "1.2", "1.3")
    assert halfway["Location"] == f"{scale}ucla-3/"
    assert before == ["Second 0", "First 0", "First 0"]
    assert out == ["Question 1"] * 3
    assert [row for row, _answer in shown.answers] == ["Second 0", "Second 1", "Second 2"]
    assert shown.notice == ucla_3.notice
    assert [one.before for one in queries.readings_of(ana, ucla_3)] == [None, None]
    assert "Third" not in browser.get(f"{scale}ucla-3/answers/{first.pk}/").text


def test_no_wording_is_kept_without_its_permission_or_twice(db):
    row = {"instrument": "ucla-3", "items": ["a"], "permission": "By mail"}
    with (
        pytest.raises(IntegrityError, match="wording_comes_with_its_permission"),
        transaction.atomic(),
    ):
        Completed.objects.create(**{**row, "permission": ""})
    Completed.objects.create(**row)
    for other in ({"ended_at": timezone.now()}, {"version": 2}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Completed.objects.create(**row, **other)
