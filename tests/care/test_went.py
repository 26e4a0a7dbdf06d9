"""How an appointment was: for whoever treats somebody only those answers that are meant for them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from community.care.actions import door
from community.refusal import Refused
from community.wellbeing.actions import visits
from community.wellbeing.enums import ForWhom
from community.wellbeing.models import VisitAnswer
from community.wellbeing.queries.went import READ_FOR, went_for
from tests.care.conftest import still_of
from tests.own_looks import seen
from tests.people import browser_of


@pytest.fixture
def visit(ana):
    when = timezone.now() - timedelta(days=1)
    return visits.set_visit(planned=visits.Planned(when, "errand"), by=ana)


def test_each_answer_goes_where_the_member_says(ana, ines, tie, visit):
    page = f"/me/dates/{visit.pk}/went/"
    form = browser_of(ana).get(page).text

    browser_of(ana).post(
        page, {"heard": "4", "heard_for": "me", "way": "2", "way_for": "provider",
               "mattered_for": "me", "overall": "5", "overall_for": "service"},
    )  # fmt: skip
    read = browser_of(ines).get(f"/care/people/{tie.pk}/went/").text

    what = ("How my appointments went", "You said that they may know.")
    assert seen(ana) == [("Somebody of my care team", *what)]
    assert "is read by Ines Vidal, psychologist, Northside" in form
    assert "The way we work suits me: 2 of 5" in read
    assert ("I was heard" in read, "All in all" in read) == (False, False)
    assert "errand" not in read


def test_it_is_gone_with_the_tie_and_after_twelve_weeks(ana, ines, tie, visit):
    told = {"way": (2, ForWhom.PROVIDER)}
    visits.say_how_it_went(visit=visit.pk, answers=told, reader=tie.pk, by=ana)
    now = timezone.now()
    before = browser_of(ines).get(f"/care/people/{tie.pk}/went/").status_code
    late = went_for(ana, reader=tie.pk, now=visit.at + READ_FOR)

    door.end_as_member(tie=tie.pk, by=ana)

    assert len(went_for(ana, reader=tie.pk, now=now)) == 1
    assert (before, late) == (200, [])
    assert browser_of(ines).get(f"/care/people/{tie.pk}/went/").status_code == 404


def test_the_member_reads_until_when_and_ends_it(ana, ben, ines, tie, visit):
    told = {"way": (2, ForWhom.PROVIDER), "heard": (3, ForWhom.ME)}
    visits.say_how_it_went(visit=visit.pk, answers=told, reader=tie.pk, by=ana)
    browser, at = browser_of(ana), f"/me/care/{tie.pk}/"
    end, until = f"{at}went/{visit.pk}/end/", timezone.localtime(visit.at + READ_FOR)
    before = browser.get(at).text

    visits.keep_to_myself(visit=visit.pk, reader=tie.pk, by=ben)
    theirs = len(went_for(ana, reader=tie.pk, now=timezone.now()))
    browser.post(end)

    assert end in before
    assert f"until {date_format(until, 'j F')}" in before
    assert theirs == 1
    assert went_for(ana, reader=tie.pk, now=timezone.now()) == []
    assert VisitAnswer.objects.filter(visit=visit, for_whom="me").count() == 2
    assert end not in browser.get(at).text


@pytest.mark.parametrize("how", ["taken back", "changed", "deleted"])
def test_an_open_page_goes_blank_where_an_answer_is_no_more(ana, ines, tie, visit, how):
    told = {"way": (2, ForWhom.PROVIDER), "heard": (3, ForWhom.ME)}
    visits.say_how_it_went(visit=visit.pk, answers=told, reader=tie.pk, by=ana)
    still = still_of(browser_of(ines).get(f"/care/people/{tie.pk}/went/").text)
    before = browser_of(ines).get(still).status_code

    if how == "deleted":
        visits.delete_visit(visit=visit.pk, by=ana)
    else:
        now = (2, ForWhom.ME) if how == "taken back" else (4, ForWhom.PROVIDER)
        visits.say_how_it_went(visit=visit.pk, answers={"way": now}, reader=tie.pk, by=ana)

    assert (before, browser_of(ines).get(still).status_code) == (204, 404)


def test_nobody_is_told_whom_the_member_does_not_have(ana, ben, visit):
    page = browser_of(ana).get(f"/me/dates/{visit.pk}/went/").text

    with pytest.raises(Refused):
        visits.say_how_it_went(
            visit=visit.pk, answers={"way": (2, ForWhom.PROVIDER)}, reader=7, by=ana
        )

    assert "whoever treats me" not in page
    assert not VisitAnswer.objects.exists()
