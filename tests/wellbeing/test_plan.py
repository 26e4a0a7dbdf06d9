"""A plan for a hard night: six short pages, each can be skipped, and it is nobody else's."""

import pytest
from django.db import connection

from community.accounts import personal_data
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Item
from community.wellbeing.actions import safety_plan as actions
from community.wellbeing.enums import Step
from community.wellbeing.models import ANSWER_LIMIT, SafetyPlan
from community.wellbeing.queries.safety_plan import plan_of
from tests.people import browser_of

PLAN = "/me/plan/"
HEAVY = "I have pills here and I want it to stop."


def answers(person):
    plan = plan_of(person)
    return [(step.value, words) for step, words in plan.answers] if plan else []


def test_each_page_keeps_its_answer_and_leads_on(ana):
    browser = browser_of(ana)

    first = browser.post(f"{PLAN}1/", {"words": "I stop answering."})
    skipped = browser.get(f"{PLAN}2/")
    last = browser.post(f"{PLAN}6/", {"words": "The box goes to my sister."})

    assert (first.status_code, first["Location"]) == (302, f"{PLAN}2/")
    assert f'href="{PLAN}3/"' in skipped.text
    assert (last.status_code, last["Location"]) == (302, PLAN)
    assert answers(ana) == [("signs", "I stop answering."), ("place", "The box goes to my sister.")]


def test_stopping_in_the_middle_loses_nothing(ana):
    answer = browser_of(ana).post(f"{PLAN}3/", {"words": "The café.", "stop": "yes"})

    assert answer["Location"] == PLAN
    assert answers(ana) == [("company", "The café.")]


def test_an_emptied_answer_is_gone(ana):
    actions.answer_step(step=Step.ALONE, words="One song.", by=ana)

    browser_of(ana).post(f"{PLAN}2/", {"words": " "})

    assert answers(ana) == []


def test_what_is_too_long_comes_back_in_the_box(ana):
    long = "a" * (ANSWER_LIMIT + 1)

    answer = browser_of(ana).post(f"{PLAN}1/", {"words": long})

    assert answer.status_code == 422
    assert long in answer.text
    assert plan_of(ana) is None
    with pytest.raises(Refused):
        actions.answer_step(step=Step.SIGNS, words=long, by=ana)


def test_nobody_else_sees_it_and_nobody_is_told(ana, ben, emil, hana, commits):
    with commits():
        actions.answer_step(step=Step.SIGNS, words=HEAVY, by=ana)

    pages = [browser_of(somebody).get(PLAN).text for somebody in (ben, emil, hana)]
    assert all(HEAVY not in page for page in pages)
    assert answers(ana) == [("signs", HEAVY)]
    assert not Item.objects.exists()
    assert not Notification.objects.exists()
    assert not Entry.objects.exists()


def test_in_the_database_it_is_sealed(ana):
    actions.answer_step(step=Step.SIGNS, words=HEAVY, by=ana)

    with connection.cursor() as cursor:
        cursor.execute("SELECT signs FROM wellbeing_safetyplan")
        stored = cursor.fetchone()[0]
    assert stored
    assert "pills" not in stored


def test_it_can_be_had_at_hand_and_put_away_again(ana):
    actions.answer_step(step=Step.ALONE, words="One song.", by=ana)
    browser = browser_of(ana)
    line = "My plan for a hard night</a>"

    browser.post(f"{PLAN}near/", {"near": "yes"})
    near = browser.get("/me/").text.count(line)
    browser.post(f"{PLAN}near/")

    assert (near, browser.get("/me/").text.count(line)) == (2, 1)


def test_the_saved_file_says_nothing_by_its_name_and_asks_for_nothing(ana):
    actions.answer_step(step=Step.ALONE, words="One <loud> song.", by=ana)

    answer = browser_of(ana).post(f"{PLAN}save/")

    assert answer["Content-Disposition"] == 'attachment; filename="notes.html"'
    assert "<title>Notes</title>" in answer.text
    assert "One &lt;loud&gt; song." in answer.text
    assert "http" not in answer.text


def test_deleting_it_keeps_nothing(ana):
    actions.answer_step(step=Step.ALONE, words="One song.", by=ana)

    browser_of(ana).post(f"{PLAN}delete/")

    assert not SafetyPlan.objects.exists()


def test_it_goes_along_and_it_goes_away(ana, ben):
    actions.answer_step(step=Step.ALONE, words="One song.", by=ana)
    actions.answer_step(step=Step.ALONE, words="The stairs.", by=ben)

    taken = personal_data.export(ana)["wellbeing"]["plan"]
    personal_data.erase(ana, keeps_words=True)

    assert taken == [{"question": str(Step.ALONE.label), "words": "One song."}]
    assert [plan.person for plan in SafetyPlan.objects.all()] == [ben]


@pytest.mark.parametrize("address", [PLAN, f"{PLAN}1/", f"{PLAN}delete/", "/me/calm/"])
def test_strangers_are_asked_to_sign_in(client, db, address):
    answer = client.get(address)

    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/accounts/login/")


def test_a_step_that_is_not_there_leads_back(ana):
    assert browser_of(ana).get(f"{PLAN}7/")["Location"] == PLAN


def test_after_words_of_distress_plan_and_calm_are_offered(ana):
    browser = browser_of(ana)

    browser.post("/welcome/", {"words": "I cannot sleep and I do not want to be here any more."})
    page = browser.get("/welcome/found/").text

    assert f'href="{PLAN}"' in page
    assert 'href="/me/calm/"' in page
