"""A light week: three tiny acts at most, nothing added up, and ideas nobody is told about."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from community.accounts import personal_data
from community.notifications.models import Notification
from community.refusal import Refused
from community.wellbeing.actions import care as actions
from community.wellbeing.actions.care import Planned
from community.wellbeing.enums import Area, Done
from community.wellbeing.models import ActIdea, SmallAct
from tests.people import browser_of

WEEK = "/me/week/"


def plan(somebody, words="To the corner.", **how):
    return actions.plan_act(planned=Planned(Area.MOVEMENT, words, **how), by=somebody)


def test_three_acts_are_a_week_and_a_fourth_is_not(ana):
    for _one in range(3):
        plan(ana)

    with pytest.raises(Refused) as said:
        plan(ana)

    assert said.value.refusal.code == "full"
    assert "One more, if you like" not in browser_of(ana).get(WEEK).text


def test_another_week_begins_empty(ana):
    act = plan(ana)
    SmallAct.objects.filter(pk=act.pk).update(week=act.week - timedelta(days=7))

    assert "To the corner." not in browser_of(ana).get(WEEK).text


@pytest.mark.parametrize(("sure", "asks"), [("6", True), ("7", False), ("", False)])
def test_who_is_less_sure_is_offered_a_smaller_step(ana, sure, asks):
    given = {"area": "calm", "words": "Sit outside.", "when": "At six.", "where": "", "sure": sure}

    page = browser_of(ana).post(WEEK, given, follow=True).text

    assert ("Would half of it do?" in page) is asks
    assert SmallAct.objects.get().words == "Sit outside."


def test_what_became_of_it_is_said_and_taken_back_and_looks_alike(ana):
    act, browser = plan(ana), browser_of(ana)

    browser.post(f"{WEEK}{act.pk}/said/", {"done": "partly"})
    said = SmallAct.objects.get().done
    page = browser.get(WEEK).text
    browser.post(f"{WEEK}{act.pk}/said/", {"done": "partly"})

    assert (said, SmallAct.objects.get().done) == (Done.PARTLY, "")
    assert page.count('class="button button-second button-small" name="done"') == 3


def test_an_act_of_the_library_lies_in_the_box(ana):
    assert (
        'value="Walk to the corner and back"'
        in browser_of(ana).get(f"{WEEK}?area=movement&n=0").text
    )
    assert browser_of(ana).get(f"{WEEK}?area=movement&n=99").status_code == 200


def test_the_next_act_stands_on_ones_own_page_until_something_is_said_of_it(ana):
    act, browser = plan(ana), browser_of(ana)

    before = browser.get("/me/").text
    actions.say_done(act=act.pk, done=Done.NOT_TODAY, by=ana)

    assert "My next small act" in before
    assert "To the corner." in before
    assert "My next small act" not in browser.get("/me/").text


def test_nobody_elses_act_is_found(ana, ben):
    act, browser = plan(ana), browser_of(ben)

    for address in (f"{WEEK}{act.pk}/", f"{WEEK}{act.pk}/said/"):
        assert browser.post(address, {"delete": "yes", "done": "done"}).status_code == 404
    assert SmallAct.objects.get().done == ""


def test_a_mentor_leaves_an_idea_and_hears_nothing_of_what_becomes_of_it(ana, dora, ben, pair):
    page = browser_of(dora).get("/me/space/").text
    for words in ("Two songs.", "One song."):
        browser_of(dora).post(f"/suggest/{ana.pk}/", {"area": "calm", "words": words})
    Notification.objects.filter(person=dora).delete()

    seen = browser_of(ana).get(WEEK).text
    browser_of(ana).post(f"{WEEK}ideas/{ActIdea.objects.get().pk}/", {"take": "yes"})

    assert f'href="/suggest/{ana.pk}/"' in page
    assert "One song." in seen
    assert "Two songs." not in seen
    assert [act.words for act in SmallAct.objects.filter(person=ana)] == ["One song."]
    assert not Notification.objects.filter(person=dora).exists()
    assert browser_of(ben).get(f"/suggest/{ana.pk}/").status_code == 404


def test_the_database_keeps_a_week_light(ana):
    act = plan(ana)

    for wrong in ({"place": 4}, {"place": act.place}, {"place": 2, "sure": 11}):
        with pytest.raises(IntegrityError), transaction.atomic():
            SmallAct.objects.create(person=ana, week=act.week, area="calm", words="x", **wrong)
    SmallAct.objects.create(person=ana, week=act.week, area="calm", words="x", place=3, sure=10)
    with pytest.raises(IntegrityError), transaction.atomic():
        ActIdea.objects.create(person=ana, by=ana, area="calm", words="x")


def test_it_goes_along_and_it_goes_away(ana, dora, pair):
    plan(ana)
    actions.suggest_act(person=ana.pk, area=Area.CALM, words="One song.", by=dora)

    taken = personal_data.export(ana)["wellbeing"]["small_acts"]
    others = personal_data.export(dora)["wellbeing"]["ideas_for_others"]
    personal_data.erase(ana, keeps_words=True)

    assert [row["words"] for row in taken] == ["To the corner."]
    assert [row["words"] for row in others] == ["One song."]
    assert not SmallAct.objects.exists()
    assert not ActIdea.objects.exists()
