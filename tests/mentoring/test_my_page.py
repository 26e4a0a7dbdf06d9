"""What mentoring says on one's own page: my mentor, where my request stands, being a mentor."""

import pytest
from django.utils import timezone

from mentoring.actions import asking, breaks, ending, mentors
from mentoring.models import Mentor
from mentoring.queries.my_page import as_mentor, my_mentor
from tests.mentoring.conftest import asked, mentor_of, paired, wishes
from tests.mentoring.reading import questions, words
from tests.people import browser_of, person


def line(ask, somebody):
    found = ask(somebody, timezone.now())
    return found and (found.href, str(found.words), str(found.about))


def test_who_has_asked_nobody_reads_nothing(ana, mentor):
    assert line(my_mentor, ana) is None
    assert line(as_mentor, ana) is None


def test_a_request_stands_there_while_somebody_acts_on_it(ana, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    title = "Your request for a mentor"
    assert line(my_mentor, ana) == ("/mentoring/", title, "You choose, or the team looks.")

    asking.choose(request=request, mentor=mentor.pk, by=ana)

    assert line(my_mentor, ana) == ("/mentoring/", title, "A mentor has been asked.")


def test_my_mentor_leads_into_our_room(ana, pair):
    assert line(my_mentor, ana) == (f"/rooms/{pair.room_id}/", "With dora-wren", "")
    assert words(browser_of(ana), "/me/").count("With dora-wren") == 1


def test_while_my_mentor_is_away_the_line_says_so(ana, dora, pair):
    breaks.take_a_break(by=dora)

    href, title, about = line(my_mentor, ana)

    assert (href, title) == ("/mentoring/", "Your mentor")
    assert about.startswith("dora-wren is taking a break.")


def test_after_the_end_there_is_no_line(ana, dora, pair):
    ending.end_pair(pair=pair, by=dora)

    assert line(my_mentor, ana) is None
    assert line(as_mentor, dora)[2] == "1 thing is still open."


def test_who_is_asked_finds_it_first(ana, dora, mentor):
    offer = asked(ana, mentor)

    assert line(as_mentor, dora) == (
        f"/mentoring/asked/{offer.pk}/", "Somebody asks you to be their mentor", "",
    )  # fmt: skip


def test_a_notice_about_it_does_not_say_it_twice(ana, dora, mentor):
    asked(ana, mentor)

    assert words(browser_of(dora), "/me/").count("Somebody asks you to be their mentor") == 1


def test_a_new_mentor_reads_what_is_still_open(karim):
    mentor = mentor_of(karim, brings="", languages=[], times=[])
    title = "You as a mentor"
    assert line(as_mentor, karim) == ("/mentoring/mine/", title, "3 things are still open.")

    Mentor.objects.filter(pk=mentor.pk).update(
        brings="Three years of nights.", languages=["en"], times=["noon"],
        boundaries_read_at=timezone.now(),
    )  # fmt: skip

    assert line(as_mentor, karim) == ("/mentoring/", title, "")


def test_a_mentor_reads_with_whom_they_talk_before_what_is_still_open(dora, pair):
    about = "With ana-lark. 1 thing is still open."
    assert line(as_mentor, dora) == ("/mentoring/", "You as a mentor", about)

    Mentor.objects.update(boundaries_read_at=timezone.now())

    assert line(as_mentor, dora) == ("/mentoring/", "You as a mentor", "With ana-lark")


@pytest.mark.parametrize("ask", [my_mentor, as_mentor])
def test_who_may_not_enter_rooms_is_led_to_no_page_that_is_not_there(ana, dora, pair, ask):
    for somebody in (ana, dora):
        somebody.consents.update(withdrawn_at=timezone.now())
        assert line(ask, somebody) is None


def test_the_page_asks_the_same_for_three_pairs_as_for_one(dora, mentor, ana):
    Mentor.objects.update(places=8, boundaries_read_at=timezone.now())
    paired(ana, mentor)
    browser = browser_of(dora)
    with_one = questions(browser, "/me/")
    for number in range(2):
        paired(person(f"a-{number}"), mentor)

    assert questions(browser, "/me/") == with_one


def test_who_was_approved_reads_that_they_can_now_be_asked(ben, hana):
    mentors.approve_mentor(mentor=mentors.apply_as_mentor(by=ben, why="I had help."), by=hana)

    found = words(browser_of(ben), "/me/")

    assert "You can now be asked as a mentor." in found
