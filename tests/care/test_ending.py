"""Ending works for both sides at any time; and the days that stand on what is handed over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts.models import Consent, Person
from community.care.actions import door, sheets
from community.care.actions.sheets import Mine
from community.care.models import Piece, Provider, Question, Sheet, Tie
from community.care.queries import choosing
from community.care.queries.choosing import end_of
from community.notifications.models import Notification
from community.refusal import Refused
from community.wellbeing.actions import visits
from tests.care.conftest import in_days
from tests.care.test_handing import WELL, hand, kept
from tests.people import browser_of

__all__ = ["kept"]


def test_ending_and_taking_back_need_no_consent(ana, ines, tie, kept):
    hand(ana, tie, WELL, questions=("Why?",))
    until = end_of(in_days(9))
    sheet = sheets.begin(tie=tie.pk, title="When?", said=Mine(), until=until, by=ana)
    Consent.objects.filter(person=ana).update(version="before")
    browser, at = browser_of(Person.objects.get(pk=ana.pk)), f"/me/care/{tie.pk}/"
    pages = [browser.get(a).status_code for a in ("/me/care/", at, f"{at}sheets/{sheet.pk}/")]
    shut = [browser.get(f"{at}{name}/") for name in ("hand-over", "steps", "sheets")]
    written = browser.post(f"{at}sheets/{sheet.pk}/", {"seen": 1, "leans": "x"})

    browser.post(f"/me/care/pieces/{Piece.objects.get().pk}/end/", {"tie": tie.pk})
    browser.post(f"/me/care/questions/{Question.objects.get().pk}/end/", {"tie": tie.pk})
    browser.post(f"{at}sheets/{sheet.pk}/end/")
    over = [model.objects.get().ended_at is None for model in (Piece, Question, Sheet, Tie)]
    browser.post(f"{at}end/")

    assert pages == [200, 200, 200]
    assert [one.status_code == 200 for one in (*shut, written)] == [False] * 4
    assert over == [False, False, False, True]
    assert Tie.objects.get().ended_by == "member"


def test_a_provider_who_has_to_be_checked_again_can_end_it(ana, ines, tie):
    Provider.objects.update(checked_on=in_days(-9), until=in_days(-1))
    browser, at = browser_of(ines), f"/care/people/{tie.pk}/end/"
    home = browser.get("/care/").text

    browser.post(at)

    assert at in home
    assert "Ana B." not in home
    assert Tie.objects.get().ended_by == "provider"
    assert Notification.objects.get(person=ana).kind == "care_over"


def test_the_usual_end_is_allowed_however_far_the_appointment_is(ana, ines, tie, kept):
    when = timezone.now() + timedelta(days=200)
    visits.set_visit(planned=visits.Planned(when, "errand"), by=ana)
    until = choosing.usual_end(ana, now=timezone.now())

    hand(ana, tie, WELL, until=(until - timezone.localdate()).days)

    assert until == in_days(91)


def test_no_answer_is_hoped_for_by_a_day_that_is_over(ana, ines, tie):
    form = {"more": "Why?", "until": in_days(9).isoformat(), "due": in_days(-1).isoformat()}
    answer = browser_of(ana).post(f"/me/care/{tie.pk}/hand-over/", form)

    assert "That day is over." in answer.text
    with pytest.raises(Refused, match="day"):
        hand(ana, tie, questions=("Why?",), due=in_days(-1))
    hand(ana, tie, questions=("Why?",), due=in_days(0))
    assert Question.objects.get().due == in_days(0)


@pytest.mark.parametrize("how", ["over", "not now"])
@pytest.mark.parametrize("sure", [{}, {"sure": "yes", "safe": "yes"}])
def test_what_was_written_stays_in_its_box_where_it_cannot_be_handed_over(ana, tie, how, sure):
    browser, at = browser_of(ana), f"/me/care/{tie.pk}/hand-over/"
    form = {"since": "I slept in the hall.", "until": in_days(9).isoformat(), **sure}
    if how == "over":
        door.end_as_member(tie=tie.pk, by=ana)
    else:
        Provider.objects.update(checked_on=in_days(-9), until=in_days(-1))

    answer = browser.post(at, form)

    assert answer.status_code == 422
    assert "I slept in the hall.</textarea>" in answer.text
    assert "so nothing was handed over" in answer.text
    assert not Piece.objects.exists()
    assert browser.get(at).status_code == 302


@pytest.mark.parametrize("how", ["over", "not now"])
def test_a_sheet_that_cannot_begin_any_more_gives_the_words_back(ana, tie, how):
    form = {"title": "When?", "matters": "I slept in the hall.", "until": in_days(9).isoformat()}
    if how == "over":
        door.end_as_member(tie=tie.pk, by=ana)
    else:
        Provider.objects.update(checked_on=in_days(-9), until=in_days(-1))

    answer = browser_of(ana).post(f"/me/care/{tie.pk}/sheets/", form)

    assert answer.status_code == 422
    assert "I slept in the hall.</textarea>" in answer.text
    assert "so nothing was handed over" in answer.text
    assert not Sheet.objects.exists()
