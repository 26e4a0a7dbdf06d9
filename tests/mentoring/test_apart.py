"""Two people whom the team keeps apart are never suggested, planned or paired, and learn nothing of it."""

import pytest
from django.db import IntegrityError, transaction

from community.record.models import Entry
from community.refusal import Refused
from mentoring.actions import apart, asking
from mentoring.models import NeverTogether, Offer, Pair, Request
from mentoring.personal_data import export
from mentoring.queries.cohort import both_sides, plan, waiting
from mentoring.queries.matching import are_blocked, fitting, suggestions
from tests.mentoring.conftest import asked, one_more, wishes
from tests.mentoring.reading import sent, words
from tests.mentoring.test_asking import needs_you, told
from tests.people import browser_of


def test_they_are_not_suggested_planned_or_chosen(ana, dora, hana, mentor):
    apart.keep_apart(one=dora, other=ana, by=hana)
    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    assert suggestions(request) == []
    assert plan(both_sides(waiting()), fitting()).pairs == {}
    with pytest.raises(Refused, match="not_free"):
        asking.choose(request=request, mentor=mentor.pk, by=ana)
    assert are_blocked(ana.pk, dora.pk)
    apart.let_meet(apart=NeverTogether.objects.get().pk, by=hana)
    assert [one.mentor for one in suggestions(request)] == [mentor.pk]


def test_who_was_asked_already_is_asked_no_more_and_the_member_reads_no_reason(
    ana, dora, hana, mentor
):
    one_more("sol-reed")
    asked(ana, mentor)

    apart.keep_apart(one=ana, other=dora, by=hana)

    assert Offer.objects.get().state == "expired"
    found = words(browser_of(ana), "/mentoring/")
    assert "dora-wren is not free just now. These others may fit." in found
    assert "apart" not in str(export(ana))


def test_two_who_talk_are_left_to_talk_unless_it_ends_for_both(ana, dora, hana, pair):
    browser, page = browser_of(hana), "/mentoring/run/apart/"
    two = {"one": "ana-lark", "other": "dora-wren"}

    found = sent(browser, page, two)

    assert "These two talk one to one now." in found
    wrong = sent(browser, page, {"one": "ana-lark", "other": "dora-wre", "ends": "on"})
    assert "End what these two have" in wrong  # what was ticked is seen
    assert (NeverTogether.objects.count(), Pair.objects.get().ended_at) == (0, None)
    assert "ana-lark and dora-wren" in sent(browser, page, {**two, "ends": "on"})
    assert Pair.objects.get().ended_by == hana
    assert [kind for kind, _path in told(dora)][-1] == "pair_ended"
    assert {"pair_ended", "matched_again"} <= {kind for kind, _path in told(ana)}
    assert "You and ana-lark have stopped talking here." in words(browser_of(dora), "/mentoring/")
    assert suggestions(Request.objects.get(state="open")) == []


def test_who_knows_the_other_from_elsewhere_says_so_and_the_other_learns_nothing(
    ana, ben, dora, hana, mentor
):
    request, before = asking.ask_for_mentor(by=ana, wishes=wishes()), told(dora)
    assert "I know dora-wren from elsewhere" in words(browser_of(ana), "/mentoring/choose/")

    found = sent(browser_of(ana), "/mentoring/choose/", {"know": str(mentor.pk)})

    assert "You two are not brought together, and nobody is told." in found
    assert (suggestions(request), told(dora)) == ([], before)
    assert told(hana)[-1] == needs_you(request)  # as the page says: nobody else fits
    assert not Entry.objects.filter(act="keep_apart").exists()
    assert "ana-lark , " in words(browser_of(hana), "/mentoring/run/apart/")

    offer = asked(ben, mentor)
    sent(browser_of(dora), f"/mentoring/asked/{offer.pk}/", {"know": "yes"})

    assert are_blocked(ben.pk, dora.pk)
    assert "dora-wren is not free just now." in words(browser_of(ben), "/mentoring/")
    assert "elsewhere" not in words(browser_of(ben), "/mentoring/")


def test_who_said_that_they_know_somebody_sees_it_and_takes_it_back(ana, dora, hana, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    apart.know_mentor(request=request, mentor=mentor.pk, by=ana)
    known = NeverTogether.objects.get()

    assert "We may be brought together after all : dora-wren" in words(
        browser_of(ana), "/mentoring/"
    )
    assert "know from elsewhere" not in words(browser_of(dora), "/mentoring/")
    assert [one["who"] for one in export(ana)["known_from_elsewhere"]] == ["dora-wren"]
    assert export(dora)["known_from_elsewhere"] == []
    for other in (dora, hana):
        assert browser_of(other).post("/mentoring/known/", {"apart": known.pk}).status_code == 404
    assert "Taken back." in sent(browser_of(ana), "/mentoring/known/", {"apart": known.pk})
    assert [one.mentor for one in suggestions(request)] == [mentor.pk]


def test_what_another_wants_too_is_not_undone_by_one(ana, dora, hana, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    apart.know_mentor(request=request, mentor=mentor.pk, by=ana)
    apart.keep_apart(one=ana, other=dora, by=hana)

    with pytest.raises(Refused, match="not_there"):
        apart.know_no_more(apart=NeverTogether.objects.get().pk, by=ana)

    assert export(ana)["known_from_elsewhere"] == []
    assert Entry.objects.filter(act="keep_apart").count() == 2


def test_two_who_talk_stop_before_either_says_that_they_know_the_other(ana, mentor, pair):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    with pytest.raises(Refused, match="you_are_a_pair"):
        apart.know_mentor(request=request, mentor=mentor.pk, by=ana)

    assert not NeverTogether.objects.exists()


def test_only_who_runs_it_does_it_on_the_record_of_both(ana, ben, dora, hana):
    for act in (
        lambda: apart.keep_apart(one=ana, other=ben, by=dora),
        lambda: apart.let_meet(apart=1, by=dora),
    ):
        with pytest.raises(Refused, match="not_there"):
            act()
    assert browser_of(dora).get("/mentoring/run/apart/").status_code == 404

    apart.keep_apart(one=ben, other=ana, by=hana)
    apart.keep_apart(one=ana, other=ben, by=hana)

    assert set(Entry.objects.filter(act="keep_apart").values_list("about", flat=True)) == {
        ana.pk,
        ben.pk,
    }
    assert NeverTogether.objects.count() == 1


def test_the_page_takes_two_names(ana, ben, hana):
    browser, page = browser_of(hana), "/mentoring/run/apart/"
    assert "Nobody here has that name." in sent(browser, page, {"one": "ana-lark", "other": "x"})
    same = sent(browser, page, {"one": "ana-lark", "other": "ana-lark"})
    assert "That is one person. Please name two." in same

    found = sent(browser, page, {"one": "ana-lark", "other": "ben-moss"})

    assert "ana-lark and ben-moss" in found
    two = NeverTogether.objects.get()
    sent(browser, "/mentoring/run/apart/let-meet/", {"apart": str(two.pk)})
    assert not NeverTogether.objects.exists()


def test_nobody_is_kept_apart_from_themself_or_twice(ana, ben):
    first, second = sorted((ana, ben), key=lambda one: one.pk)
    NeverTogether.objects.create(one=first, other=second)
    for one, other in ((first, second), (second, first), (first, first)):
        with pytest.raises(IntegrityError), transaction.atomic():
            NeverTogether.objects.create(one=one, other=other)
