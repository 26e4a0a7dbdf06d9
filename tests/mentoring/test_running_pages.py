"""The pages of a coordinator: who offers, who waits and for whom, which pairs there are."""

import pytest

from community.accounts.enums import Role
from mentoring.actions import asking, breaks, mentors
from mentoring.models import Mentor
from tests.mentoring.conftest import HOPES, asked, one_more, wishes
from tests.mentoring.reading import proved, questions, sent, words
from tests.people import PASSWORD, browser_of, person


def test_a_coordinator_says_yes(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    browser = proved(hana)
    assert "ben-moss" in words(browser, "/mentoring/run/")

    found = sent(browser, f"/mentoring/run/{mentor.pk}/", {"approve": "yes"})

    assert "ben-moss can be asked from now on." in found
    assert "as soon as you have said your languages" in words(browser_of(ben), "/mentoring/")


def test_a_yes_gives_a_role_so_the_password_is_asked_for_again(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    browser, page = browser_of(hana), f"/mentoring/run/{mentor.pk}/"

    asked_again = browser.post(page, {"approve": "yes"})

    assert asked_again["Location"].startswith("/accounts/reauthenticate/")
    assert Mentor.objects.get().state == "applied"
    assert not ben.grants.exists()
    found = sent(browser, asked_again["Location"], {"password": PASSWORD})
    assert "ben-moss can be asked from now on." in found
    assert ben.grants.get().role == Role.MENTOR


@pytest.mark.parametrize("who", ["ana", "karim", "emil"])
def test_who_may_not_decide_is_asked_for_no_password(request, ben, who):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    browser = browser_of(request.getfixturevalue(who))

    assert browser.post(f"/mentoring/run/{mentor.pk}/", {"approve": "yes"}).status_code == 404


def test_a_coordinator_says_not_now_in_words(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")

    sent(browser_of(hana), f"/mentoring/run/{mentor.pk}/", {"words": "Come back in spring."})

    found = words(browser_of(ben), "/mentoring/")
    assert "Come back in spring." in found
    assert "Offer again" in found


def test_decided_meanwhile_is_a_sentence(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    mentors.take_application_back(by=ben)

    found = sent(proved(hana), f"/mentoring/run/{mentor.pk}/", {"approve": "yes"})

    assert "This was decided or taken back already." in found


def test_the_care_team_is_not_made_a_mentor(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    ben.grants.create(role=Role.PROVIDER)

    found = sent(proved(hana), f"/mentoring/run/{mentor.pk}/", {"approve": "yes"})

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

    assert questions(browser, "/mentoring/run/") == with_one <= 26


def test_a_place_that_is_only_asked_for_is_not_called_taken(ana, mentor, hana):
    asked(ana, mentor)

    found = words(browser_of(hana), "/mentoring/run/")

    assert "1 of 2 places taken or asked for" in found
    assert "No pair yet." in found
