"""The pages of a member, by forms alone: what is true for them, and nothing of others."""

import re

import pytest
from django.utils import timezone

from community.accounts.actions.tags import tag_oneself
from community.accounts.enums import Lived, TagSeen, Topic
from community.safety.models import Item
from mentoring.actions import asking, mentors
from mentoring.models import Mentor, Offer, Request
from tests.mentoring.conftest import HOPES, asked, one_more, wishes
from tests.mentoring.reading import plain, questions, sent, words
from tests.people import browser_of

pytestmark = pytest.mark.thorough

ASK = {"hopes": HOPES, "topics": ["sleep"], "times": ["evening"], "style": "", "languages": ["en"]}


# The first page -----------------------------------------------------------------------------------


def test_strangers_are_asked_to_sign_in(client, db):
    for page in ("", "ask/", "choose/", "apply/", "mine/", "run/", "asked/1/"):
        assert client.get(f"/mentoring/{page}").status_code == 302


def test_the_care_team_finds_nothing_here(ines):
    for page in ("", "ask/", "choose/", "apply/", "mine/", "run/", "asked/1/"):
        assert browser_of(ines).get(f"/mentoring/{page}").status_code == 404


def test_a_member_reads_what_a_mentor_is_and_is_not(ana):
    found = words(browser_of(ana), "/mentoring/")

    assert "not a doctor or a therapist" in found
    assert "Ask for a mentor" in found
    assert "Offers, requests and pairs" not in found


def test_a_coordinator_finds_the_way_to_run_it(hana):
    assert "Offers, requests and pairs" in words(browser_of(hana), "/mentoring/")


@pytest.mark.parametrize("who", ["ana", "dora", "emil"])
def test_running_it_does_not_exist_for_others(request, ben, who, mentor):
    application = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    browser = browser_of(request.getfixturevalue(who))

    assert browser.get("/mentoring/run/").status_code == 404
    for answer in (
        browser.get(f"/mentoring/run/{application.pk}/"),
        browser.post(f"/mentoring/run/{application.pk}/", {"approve": "yes"}),
    ):
        assert answer.status_code == 404
        assert b"good help" not in answer.content
    assert Mentor.objects.get(pk=application.pk).state == "applied"


# A member asks ------------------------------------------------------------------------------------


def test_ask_choose_and_read_where_it_stands(ana, mentor):
    browser = browser_of(ana)

    found = sent(browser, "/mentoring/ask/", ASK)
    assert "dora-wren" in found
    assert "Seven years of shift work." in found
    assert "Knows from their own life: sleep." in found
    assert "You both have time: weekday evenings." in found
    assert "Reads messages: Tuesday after eight" in found
    assert not re.search(r"\b0\.\d+|score|%", found)

    found = sent(browser, "/mentoring/choose/", {"mentor": mentor.pk})
    assert "dora-wren has been asked." in found
    assert "Who acts next dora-wren" in found
    assert f"{Offer.objects.get().answer_by:%-d %B}" in found
    assert "If there is no answer by then" in found


def test_when_it_was_is_said_by_hand_and_never_folded_away(ana, mentor):
    tag_oneself(topic=Topic.SLEEP, lived=Lived.NOW, seen_by=TagSeen.ME, by=ana)
    browser, folded = browser_of(ana), '<details class="folded"><summary>Say when it was'

    page = browser.get("/mentoring/ask/")
    form = page.context["form"]
    assert form["topics"].value() == ["sleep"]
    assert [one.value() for one in form.lived_fields if one.value()] == []
    assert folded in page.content.decode()
    assert "by the mentor who is asked" in plain(page)

    sent(browser, "/mentoring/ask/", {**ASK, "lived_sleep": "now"})
    assert folded not in browser.get("/mentoring/ask/").content.decode()


def test_a_form_with_something_missing_comes_back_with_what_was_written(ana):
    answer = browser_of(ana).post("/mentoring/ask/", {"hopes": "Company at night."})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Company at night." in page
    assert "Please choose at least one time." in page
    assert "<title>Error: " in page
    assert not Request.objects.exists()


def test_what_is_made_up_is_not_taken(ana):
    answer = browser_of(ana).post("/mentoring/ask/", {**ASK, "topics": ["horoscope"]})

    assert answer.status_code == 422


def test_heavy_words_are_met_with_help_before_mentors(ana, mentor):
    found = sent(browser_of(ana), "/mentoring/ask/", {**ASK, "hopes": "I want to kill myself."})

    assert found.index("Thank you for telling us") < found.index("call 999")
    assert found.index("call 999") < found.index("dora-wren")
    assert "Nobody has read what you wrote yet. It waits for the team." in found


def test_where_nobody_fits_the_page_says_who_looks_and_until_when(ana, mentor, hana):
    browser = browser_of(ana)

    found = sent(browser, "/mentoring/ask/", {**ASK, "languages": ["so"]})

    assert "Nobody fits just now" in found
    assert "hana-cove from the team has been told and looks for somebody, by" in found
    found = words(browser, "/mentoring/")
    assert "Who acts next hana-cove from the team looks for somebody." in found
    assert "By when" in found


def test_answers_are_changed_on_the_same_page(ana, mentor):
    browser = browser_of(ana)
    sent(browser, "/mentoring/ask/", {**ASK, "languages": ["so"]})

    assert HOPES in words(browser, "/mentoring/ask/")
    found = sent(browser, "/mentoring/ask/", {**ASK, "hopes": "Company."})

    assert "Ask dora-wren" in found
    assert Request.objects.get().hopes == "Company."


@pytest.mark.parametrize("number", ["", "x", "0", "-1", "999999", "9" * 40, "²"])
def test_a_mentor_that_is_not_suggested_is_a_sentence(ana, mentor, number):
    browser = browser_of(ana)
    sent(browser, "/mentoring/ask/", ASK)

    found = sent(browser, "/mentoring/choose/", {"mentor": number})

    assert "This mentor has no place free just now. Others may fit too." in found
    assert "See who may fit" in found


def test_choosing_twice_is_a_sentence(ana, mentor):
    asked(ana, mentor)

    found = sent(browser_of(ana), "/mentoring/choose/", {"mentor": mentor.pk})

    assert "Somebody has been asked." in found
    assert Offer.objects.count() == 1


def test_without_a_request_there_is_nothing_to_choose(ana, mentor):
    browser = browser_of(ana)

    assert "Ask for a mentor" in plain(browser.get("/mentoring/choose/", follow=True))
    assert "taken back or answered meanwhile" in sent(browser, "/mentoring/take-back/")


def test_after_a_pass_no_refusal_is_read(ana, mentor, dora):
    one_more("sol-reed")
    offer = asked(ana, mentor)
    asking.pass_on(offer=offer, by=dora, reason="She frightens me.")
    browser = browser_of(ana)

    for page in ("/mentoring/", "/mentoring/choose/"):
        found = words(browser, page)
        assert "dora-wren is not free just now. These others may fit." in found
        assert "frightens" not in found
        assert not re.search(r"refus|declin|reject|said no", found, re.I)
    assert "Ask sol-reed" in words(browser, "/mentoring/choose/")


def test_taking_back_at_any_time(ana, mentor):
    asked(ana, mentor)

    found = sent(browser_of(ana), "/mentoring/take-back/")

    assert "Your request is taken back. You can ask again at any time." in found
    assert Request.objects.get().state == "withdrawn"


def test_choosing_asks_the_same_for_three_as_for_one(ana, mentor):
    asking.ask_for_mentor(by=ana, wishes=wishes())
    browser = browser_of(ana)
    with_one = questions(browser, "/mentoring/choose/")
    for number in range(2):
        one_more(f"mentor-{number}")

    assert questions(browser, "/mentoring/choose/") == with_one <= 28


def test_who_has_taken_heavy_words_is_said_only_then(ana, mentor):
    asking.ask_for_mentor(by=ana, wishes=wishes(hopes="I want to kill myself."))
    Item.objects.update(taken_at=timezone.now())

    found = words(browser_of(ana), "/mentoring/choose/")

    assert "Someone from the team has taken this." in found
    assert "Nobody has read" not in found


def test_my_page_leads_here(ana):
    assert 'href="/mentoring/"' in browser_of(ana).get("/me/").content.decode()
