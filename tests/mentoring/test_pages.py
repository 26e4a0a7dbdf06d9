"""The pages of mentoring, by forms alone: what is true for each person, and nothing of others."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.accounts.enums import Role
from community.safety.models import Item
from mentoring.actions import asking, breaks, mentors
from mentoring.models import Mentor, Offer, Pair, Request
from tests.mentoring.conftest import HOPES, asked, mentor_of, one_more, paired, wishes
from tests.people import browser_of, person

ASK = {"hopes": HOPES, "topics": ["sleep"], "times": ["evening"], "style": "", "languages": ["en"]}


def words(browser, address, status=200):
    answer = browser.get(address)
    assert answer.status_code == status, answer.content.decode()[-2000:]
    return plain(answer)


def plain(answer):
    """The words of the page, without tags, in one line."""
    text = re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[-1])
    return re.sub(r"\s+", " ", text)


def sent(browser, address, form=None):
    """The page one sees after sending a form."""
    answer = browser.post(address, form or {}, follow=True)
    return plain(answer)


def questions(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as asked_for:
        assert browser.get(address).status_code == 200
    return len(asked_for)


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
    assert "dora-wren is not free just now. These others may fit." in found
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
            "hana-cove answers for this room and does not read it. A program looks for words "
            "about suicide and calls the team." in found
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
        {"brings": "I lost my work and found it.", "topics": ["work"], "topics_seen": "matching",
         "styles": ["example"], "languages": ["en"]},
    )  # fmt: skip
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


# Running it ---------------------------------------------------------------------------------------


def test_a_coordinator_says_yes(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    browser = browser_of(hana)
    assert "ben-moss" in words(browser, "/mentoring/run/")

    found = sent(browser, f"/mentoring/run/{mentor.pk}/", {"approve": "yes"})

    assert "ben-moss can be asked from now on." in found
    assert "You can be asked as soon as" in words(browser_of(ben), "/mentoring/")


def test_a_coordinator_says_not_now_in_words(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")

    sent(browser_of(hana), f"/mentoring/run/{mentor.pk}/", {"words": "Come back in spring."})

    found = words(browser_of(ben), "/mentoring/")
    assert "Come back in spring." in found
    assert "Offer again" in found


def test_decided_meanwhile_is_a_sentence(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    mentors.take_application_back(by=ben)

    found = sent(browser_of(hana), f"/mentoring/run/{mentor.pk}/", {"approve": "yes"})

    assert "This was decided or taken back already." in found


def test_the_care_team_is_not_made_a_mentor(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    ben.grants.create(role=Role.PROVIDER)

    found = sent(browser_of(hana), f"/mentoring/run/{mentor.pk}/", {"approve": "yes"})

    assert "Care team and peers are kept apart" in found
    assert Mentor.objects.get().state == "applied"


def test_waiting_requests_stand_longest_first_with_who_acts_next(ana, ben, mentor, dora, hana):
    first = asked(ana, mentor)
    asking.ask_for_mentor(by=ben, wishes=wishes(languages=["so"]))
    asking.pass_on(offer=first, by=dora, reason="A hard week.")

    found = words(browser_of(hana), "/mentoring/run/")

    assert found.index("ana-lark") < found.index("ben-moss")
    assert "Next: you. Nobody fits" in found
    assert "dora-wren: A hard week." in found
    assert HOPES not in found


def test_pairs_whose_mentor_is_away_stand_first(ana, pair, dora, hana):
    breaks.take_a_break(by=dora)

    found = words(browser_of(hana), "/mentoring/run/")

    assert "dora-wren is away." in found
    assert "ana-lark was told and offered somebody else on" in found


# As many questions for three as for one -----------------------------------------------------------


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


def test_choosing_asks_the_same_for_three_as_for_one(ana, mentor):
    asking.ask_for_mentor(by=ana, wishes=wishes())
    browser = browser_of(ana)
    with_one = questions(browser, "/mentoring/choose/")
    for number in range(2):
        one_more(f"mentor-{number}")

    assert questions(browser, "/mentoring/choose/") == with_one <= 28


def test_running_asks_the_same_for_three_as_for_one(hana, mentor):
    def one_each(number):
        mentors.apply_as_mentor(by=person(f"offers-{number}"), why="Because.")
        asking.ask_for_mentor(by=person(f"waits-{number}"), wishes=wishes())
        other = one_more(f"mentor-{number}", languages=["cy"])
        request = asking.ask_for_mentor(by=person(f"met-{number}"), wishes=wishes(languages=["cy"]))
        offer = asking.choose(request=request, mentor=other.pk, by=request.person)
        asking.accept(offer=offer, by=other.person)

    one_each(0)
    browser = browser_of(hana)
    with_one = questions(browser, "/mentoring/run/")
    one_each(1)
    one_each(2)

    assert questions(browser, "/mentoring/run/") == with_one <= 24


def test_a_room_for_two_is_called_by_the_other_s_name(ana, pair, dora):
    for somebody, name in ((ana, "dora-wren"), (dora, "ana-lark")):
        browser = browser_of(somebody)
        for page in ("/me/", "/me/rooms/", f"/rooms/{pair.room_id}/"):
            assert f"With {name}" in words(browser, page), page
    dora.handle = "somebody-new"
    dora.save()
    assert "With somebody-new" in words(browser_of(ana), "/me/rooms/")


def test_who_has_taken_heavy_words_is_said_only_then(ana, mentor):
    asking.ask_for_mentor(by=ana, wishes=wishes(hopes="I want to kill myself."))
    Item.objects.update(taken_at=timezone.now())

    found = words(browser_of(ana), "/mentoring/choose/")

    assert "Someone from the team has taken this." in found
    assert "Nobody has read" not in found


def test_my_page_leads_here(ana):
    assert 'href="/mentoring/"' in browser_of(ana).get("/me/").content.decode()
