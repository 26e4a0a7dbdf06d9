"""Not the right fit: said by either, for one of three neutral reasons; the other reads no refusal, and
whoever asked is matched again without going to the end of the line."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.refusal import Refused
from mentoring.actions import asking, ending
from mentoring.enums import Ending
from mentoring.models import Pair, Request
from mentoring.personal_data import export
from mentoring.queries.matching import seekers, suggestions
from mentoring.queries.own import own
from tests.mentoring.conftest import HOPES, one_more, wishes
from tests.mentoring.reading import sent, words
from tests.mentoring.test_ending import READ_BY_DORA, told
from tests.people import browser_of

READ_BY_ANA = (
    "You and dora-wren have stopped. Not every two people fit, and it is not because of you. We "
    "look again with what you wrote before."
)


@pytest.mark.parametrize("who", ["ana", "dora"])
def test_whoever_says_it_the_member_is_matched_again_and_both_read_the_same(
    request, ana, dora, pair, who
):
    sol = one_more("sol-reed")
    by = request.getfixturevalue(who)

    again = ending.not_the_right_fit(pair=pair, reason=Ending.TIMES, by=by)

    assert [one.mentor for one in suggestions(again)] == [sol.pk]
    assert (again.hopes, again.topics, again.after) == (HOPES, ["sleep"], pair)
    line = own(ana).request
    assert (line.next, READ_BY_ANA in line.passed) == ("you", True)
    assert [one.words for one in own(dora).ended] == [READ_BY_DORA]
    assert own(dora).free == 2


def test_the_days_waited_before_count_on(ana, pair):
    Request.objects.update(asked_at=pair.began_at - timedelta(days=12, hours=1))

    again = ending.not_the_right_fit(
        pair=Pair.objects.get(), reason=Ending.FEELING, by=pair.mentor.person
    )

    in_two_days = again.asked_at + timedelta(days=2)
    assert again.waited_days(now=in_two_days) == 14
    assert seekers([again])[again.pk].waiting_days == 12


def test_the_member_is_told_where_the_mentor_said_it_and_the_team_where_nobody_fits(
    ana, dora, hana, pair
):
    ending.not_the_right_fit(pair=pair, reason=Ending.HOPES, by=dora)

    assert [kind for kind, _path in told(ana)[-2:]] == ["pair_ended", "matched_again"]
    assert told(hana)[-1][0] == "request_needs_you"
    assert own(ana).request.next == "team"


def test_only_who_said_why_takes_it_along(ana, dora, pair):
    ending.not_the_right_fit(pair=pair, reason=Ending.HOPES, by=dora)

    assert export(dora)["pairs"][0]["you_said_why"] == "hopes"
    assert export(ana)["pairs"][0]["you_said_why"] == ""


def test_who_has_asked_again_already_keeps_their_request(ana, dora, pair):
    asked = asking.ask_for_mentor(by=ana, wishes=wishes(hopes="Somebody else, meanwhile."))

    assert ending.not_the_right_fit(pair=pair, reason=Ending.TIMES, by=dora) is None
    assert Request.objects.filter(state="open").get() == asked


def test_nobody_else_says_it_and_nobody_says_it_twice(ana, cleo, hana, pair):
    for who in (cleo, hana):
        with pytest.raises(Refused, match="not_there"):
            ending.not_the_right_fit(pair=pair, reason=Ending.TIMES, by=who)
        assert browser_of(who).get(f"/mentoring/pairs/{pair.pk}/fit/").status_code == 404
    ending.not_the_right_fit(pair=pair, reason=Ending.TIMES, by=ana)
    with pytest.raises(Refused, match="ended"):
        ending.not_the_right_fit(pair=pair, reason=Ending.TIMES, by=ana)


def test_a_pair_that_goes_on_has_not_ended_somehow(pair):
    with pytest.raises(IntegrityError, match="how_a_pair_ended"), transaction.atomic():
        Pair.objects.update(ending=Ending.TIMES)

    Pair.objects.update(ending=Ending.TIMES, ended_at=timezone.now())


def test_the_page_asks_which_is_nearest_and_then_shows_where_it_stands(ana, dora, pair):
    one_more("sol-reed")
    browser, page = browser_of(ana), f"/mentoring/pairs/{pair.pk}/fit/"
    assert page in browser.get("/mentoring/").content.decode()

    assert "Please choose what is nearest." in sent(browser, page)
    found = sent(browser, page, {"reason": "feeling"})

    assert READ_BY_ANA in found
    for title in ("Where it stands", "Since", "Who acts next"):
        assert title in found
    assert "feel right" not in words(browser_of(dora), "/mentoring/")
