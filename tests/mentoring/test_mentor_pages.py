"""The pages of a mentor, by forms alone: being asked, what one brings, a break."""

import pytest

from mentoring.actions import asking
from mentoring.models import Mentor, Offer, Pair
from tests.mentoring.conftest import HOPES, asked, mentor_of, paired, wishes
from tests.mentoring.reading import plain, questions, sent, words
from tests.people import browser_of, person

pytestmark = pytest.mark.thorough

# A mentor is asked --------------------------------------------------------------------------------


def test_a_mentor_reads_hope_and_both_kinds_of_reasons(ana, mentor, dora):
    offer = asked(ana, mentor, topics=["sleep", "loss"], style="practical")

    found = words(browser_of(dora), f"/mentoring/asked/{offer.pk}/")

    assert "ana-lark asks you" in found
    assert HOPES in found
    assert "You know from your own life: sleep." in found
    assert "They also named, and you did not: losing someone." in found
    assert "They would like: practical, step by step." in found
    assert "You both have time: weekday evenings." in found
    assert "will read only this: dora-wren is not free just now. I am" in found
    assert "Somebody asks you ana-lark" in words(browser_of(dora), "/mentoring/")


@pytest.mark.parametrize("who", ["ana", "ben", "karim", "hana"])
def test_somebody_else_s_ask_does_not_exist(request, ana, mentor, who):
    offer = asked(ana, mentor)
    browser = browser_of(request.getfixturevalue(who))

    for answer in (
        browser.get(f"/mentoring/asked/{offer.pk}/"),
        browser.post(f"/mentoring/asked/{offer.pk}/", {"yes": "yes"}),
        browser.post(f"/mentoring/asked/{offer.pk}/", {"reason": "no"}),
        browser.get("/mentoring/asked/999999/"),
    ):
        assert answer.status_code == 404
        assert HOPES not in answer.content.decode()
    assert Offer.objects.get().state == "waiting"


def test_yes_leads_into_the_room(ana, mentor, dora):
    offer = asked(ana, mentor)

    answer = browser_of(dora).post(f"/mentoring/asked/{offer.pk}/", {"yes": "yes"})

    room = Pair.objects.get().room
    assert answer["Location"] == f"/rooms/{room.pk}/"
    for somebody in (ana, dora):
        found = words(browser_of(somebody), f"/rooms/{room.pk}/")
        assert (
            "hana-cove answers for this room. The team reads here only what one of you reports or a "
            "program finds, which looks for words about suicide and attacks." in found
        )
    assert browser_of(person("cleo-finch")).get(f"/rooms/{room.pk}/").status_code == 404


def test_who_answers_for_the_room_cannot_read_it(pair, hana):
    assert browser_of(hana).get(f"/rooms/{pair.room_id}/").status_code == 404


def test_passing_needs_no_reason(ana, mentor, dora):
    offer = asked(ana, mentor)

    found = sent(browser_of(dora), f"/mentoring/asked/{offer.pk}/", {"pass": "pass"})

    assert "That is all right. You need do nothing more." in found
    assert Offer.objects.get().state == "passed"


def test_what_was_taken_back_meanwhile_is_a_sentence(ana, mentor, dora):
    offer = asked(ana, mentor)
    asking.withdraw(request=offer.request, by=ana)
    browser = browser_of(dora)

    for form in ({"yes": "yes"}, {"reason": ""}):
        found = sent(browser, f"/mentoring/asked/{offer.pk}/", form)
        assert "This has been taken back or answered meanwhile." in found
    assert not Pair.objects.exists()


# Being a mentor -----------------------------------------------------------------------------------


def test_offering_is_read_by_a_person(ben, hana):
    browser = browser_of(ben)

    found = sent(browser, "/mentoring/apply/", {"why": "I had good help once."})

    assert "Your offer is with the team." in found
    assert "You can now be asked" not in found
    assert "good help" in words(browser_of(hana), f"/mentoring/run/{Mentor.objects.get().pk}/")
    assert "Your offer to be a mentor is with the team." in plain(
        browser.get("/mentoring/apply/", follow=True)
    )
    sent(browser, "/mentoring/apply/take-back/")
    assert Mentor.objects.get().state == "stopped"


def test_heavy_words_in_an_offer_are_met_with_help(ben):
    found = sent(browser_of(ben), "/mentoring/apply/", {"why": "I want to kill myself."})

    assert "call 999" in found
    assert Mentor.objects.get().state == "applied"


@pytest.mark.parametrize("page", ["", "bring/", "when/", "limits/", "not/", "seen/"])
def test_the_four_things_are_a_mentor_s_own(ana, dora, mentor, page):
    assert browser_of(ana).get(f"/mentoring/mine/{page}").status_code == 404
    assert browser_of(dora).get(f"/mentoring/mine/{page}").status_code == 200


def test_a_new_mentor_says_four_things_and_stops_between_them(karim, hana):
    mentor_of(karim, brings="", topics=[], languages=[], times=[], styles=[], reads_when="")
    browser = browser_of(karim)
    assert "Nothing happens until you say yes" in words(browser, "/mentoring/mine/")

    sent(
        browser,
        "/mentoring/mine/bring/",
        {"brings": "I lost my work and found it.", "topics": ["work"], "topics_seen": "everyone",
         "styles": ["example"], "languages": ["en"], "lived_work": "past", "lived_near": "family"},
    )  # fmt: skip
    seen = words(browser, "/mentoring/mine/seen/")
    assert "Knows from their own life: work and money (in the past)." in seen
    Mentor.objects.update(topics_seen="matching")
    sent(browser, "/mentoring/mine/when/", {"times": ["noon"], "places": "1", "reads_when": "noon"})
    found = sent(browser, "/mentoring/mine/limits/", {"limits": ["drink"]})
    assert "What a mentor is not still open" in found
    found = sent(browser, "/mentoring/mine/not/", {"words": "I would stay up all night."})
    assert "What the team would do" in found
    assert "I would stay up all night." in found
    assert "read Five lines" in words(browser, "/mentoring/mine/")

    mentor = Mentor.objects.get()
    assert (mentor.topics, mentor.times, mentor.places, mentor.limits) == (
        ["work"], ["noon"], 1, ["drink"],
    )  # fmt: skip
    found = words(browser, "/mentoring/mine/seen/")
    assert "I lost my work and found it." in found
    assert "Keeps to themself what they have lived through." in found
    assert "alcohol" not in found


def test_an_address_in_what_everybody_reads_is_asked_about(dora, mentor):
    answer = browser_of(dora).post(
        "/mentoring/mine/bring/",
        {"brings": "Write to dora@example.org", "topics_seen": "everyone", "languages": ["en"]},
    )

    assert answer.status_code == 422
    assert "Please leave it out." in plain(answer)
    assert Mentor.objects.get().brings == "Seven years of shift work."


def test_a_break_shows_what_others_read_and_is_one_press(ana, pair, dora):
    browser = browser_of(dora)
    sentence = "dora-wren is taking a break. It is not because of you."
    assert sentence in words(browser, "/mentoring/")

    sent(browser, "/mentoring/break/")

    assert sentence in words(browser_of(ana), "/mentoring/")
    assert "Welcome back." in sent(browser, "/mentoring/back/")
    assert sentence not in words(browser_of(ana), "/mentoring/")


def test_topics_are_read_by_whom_the_mentor_chose(ana, ben, mentor, dora):
    Mentor.objects.update(topics_seen="mine")
    paired(ana, mentor)

    assert "Knows from their own life: sleep, work and money" in words(
        browser_of(ana), "/mentoring/"
    )
    asking.ask_for_mentor(by=ben, wishes=wishes())
    assert "Keeps to themself" in words(browser_of(ben), "/mentoring/choose/")


def test_a_mentor_s_page_asks_the_same_for_three_as_for_one(dora, hana, mentor):
    Mentor.objects.update(places=8)
    paired(person("a-one"), mentor)
    asked(person("b-one"), mentor)
    browser = browser_of(dora)
    with_one = questions(browser, "/mentoring/")
    for number in range(2):
        paired(person(f"a-{number}"), mentor)
        asked(person(f"b-{number}"), mentor)

    assert questions(browser, "/mentoring/") == with_one <= 16


def test_a_room_for_two_is_called_by_the_other_s_name(ana, pair, dora):
    for somebody, name in ((ana, "dora-wren"), (dora, "ana-lark")):
        browser = browser_of(somebody)
        for page in ("/me/", "/me/rooms/", f"/rooms/{pair.room_id}/"):
            assert f"With {name}" in words(browser, page), page
    dora.handle = "somebody-new"
    dora.save()
    assert "With somebody-new" in words(browser_of(ana), "/me/rooms/")
