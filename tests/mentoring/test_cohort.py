"""The team asks: the best for everybody at once, one by one, and what a look at it shows."""

from datetime import timedelta
from urllib.parse import parse_qsl

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.models import Block
from community.record.models import Entry
from community.record.sealing import breaks
from community.refusal import Refused
from mentoring.actions import asking, cohort
from mentoring.actions.fitting import set_fitting
from mentoring.enums import OfferState, RequestState
from mentoring.matching.leanings import weights_of
from mentoring.models import Fitting, Offer, Request
from mentoring.queries import cohort as looks
from mentoring.queries.matching import fitting
from tests.mentoring.conftest import one_more, wishes
from tests.mentoring.reading import questions, sent, words
from tests.mentoring.test_asking import code, fresh, told
from tests.people import browser_of, person

pytestmark = pytest.mark.thorough

RULES = "answer_days=3&min_overlap=60&most_pairs=3"


def ask(somebody, **changed):
    return asking.ask_for_mentor(by=somebody, wishes=wishes(**changed))


def plan_now():
    return looks.plan(looks.both_sides(looks.waiting()), fitting())


def test_everybody_who_can_has_a_mentor_and_all_are_told(ana, ben, cleo, mentor, hana, dora):
    type(mentor).objects.update(places=1)
    sol = one_more("sol-reed", topics=[], times=["evening"])
    # Ana fits both, Ben only Dora: the best for both is not what Ana alone would choose.
    first = ask(ana, topics=["sleep"], times=["evening"])
    second = ask(ben, times=["weekend"])
    third = ask(cleo, languages=["so"])

    plan = plan_now()
    assert plan.pairs == {first.pk: sol.pk, second.pk: mentor.pk}
    assert (plan.left, plan.gap) == ((third.pk,), 0)
    made = cohort.ask_all(mark=plan.mark, by=hana)

    assert {(o.request_id, o.mentor_id) for o in made} == set(plan.pairs.items())
    assert all(o.by_team and o.state == OfferState.WAITING and o.fits for o in Offer.objects.all())
    assert fresh(first).state == fresh(second).state == RequestState.OFFERED
    assert fresh(third).state == RequestState.OPEN
    assert told(ben) == [("mentor_asked_for_you", "/mentoring/")]
    offer = Offer.objects.get(mentor=mentor)
    assert told(dora) == [("mentor_asked", f"/mentoring/asked/{offer.pk}/")]
    assert asking.accept(offer=offer, by=dora).mentor == mentor
    kept = Entry.objects.filter(act="ask_for").values_list("by", "about")
    assert set(kept) == {(hana.pk, ana.pk), (hana.pk, ben.pk)}
    assert list(breaks()) == []


def test_the_same_people_give_the_same_plan(ana, ben, mentor):
    one_more("sol-reed")
    ask(ana)
    ask(ben)

    assert plan_now() == plan_now()


@pytest.mark.parametrize("what", ["asked", "blocked", "weights"])
def test_what_was_not_seen_is_not_done(ana, ben, mentor, hana, what):
    sol = one_more("sol-reed", topics=[], places=2)
    request = ask(ana)
    ask(ben)
    mark = plan_now().mark
    if what == "asked":
        asking.choose(request=request, mentor=sol.pk, by=ana)
    elif what == "blocked":
        Block.objects.create(by=ana, of=mentor.person)
    else:
        weights = {**dict.fromkeys(weights_of(""), 0), "fair_load": 1}
        type(mentor).objects.filter(pk=mentor.pk).update(places=1)
        set_fitting(leaning="", weights=weights, answer_days=3, by=hana)
    before = Offer.objects.count()

    assert code(lambda: cohort.ask_all(mark=mark, by=hana)) == "plan_changed"
    assert Offer.objects.count() == before


def test_a_coordinator_asks_one_mentor_for_one_member(ana, mentor, hana, dora):
    request = ask(ana)

    offer = cohort.ask_for(request=request, mentor=mentor.pk, by=hana)

    assert (offer.by_team, fresh(request).state) == (True, RequestState.OFFERED)
    assert code(lambda: cohort.ask_for(request=request, mentor=mentor.pk, by=hana)) == "no_longer"


def test_no_rule_is_bent_for_the_team(ana, ben, mentor, hana):
    request = ask(ana, languages=["so"])

    for number in (mentor.pk, 999_999):
        assert (
            code(lambda number=number: cohort.ask_for(request=request, mentor=number, by=hana))
            == "not_free"
        )
    assert code(lambda: cohort.ask_for(request=request, mentor=mentor.pk, by=ben)) == "not_there"
    assert code(lambda: cohort.ask_all(mark="", by=ben)) == "not_there"
    assert not Offer.objects.exists()


# Wishes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wish", "mentor_is", "fits"),
    [
        ({"wants_gender": "woman"}, {"gender": "woman"}, True),
        ({"wants_gender": "woman"}, {"gender": "man"}, False),
        ({"wants_gender": "woman"}, {}, False),
        ({"age_range": (25, 45)}, {"age": 45}, True),
        ({"age_range": (25, 45)}, {"age": 46}, False),
        ({"age_range": (25, 45)}, {}, False),
    ],
)
def test_a_wish_is_met_or_nobody_is_suggested(ana, mentor, hana, wish, mentor_is, fits):
    type(mentor).objects.update(**mentor_is)
    request = ask(ana, **wish)

    assert bool(looks.plan(looks.both_sides([request]), fitting()).pairs) is fits
    assert (asking.matching.suggestion(request, mentor) is not None) is fits


# Ranked choices -----------------------------------------------------------------------------------


def test_the_next_choice_is_asked_when_the_first_is_not_free(ana, mentor, dora, commits):
    sol, kit = one_more("sol-reed"), one_more("kit-dale")
    request = ask(ana)
    first = asking.choose(request=request, mentor=mentor.pk, then=[sol.pk, kit.pk], by=ana)
    type(sol).objects.filter(pk=sol.pk).update(state="break")

    with commits():
        asking.pass_on(offer=first, by=dora)

    second = Offer.objects.get(state=OfferState.WAITING)
    assert (second.mentor_id, fresh(request).then) == (kit.pk, [])
    assert told(ana) == [("next_asked", "/mentoring/")]
    found = words(browser_of(ana), "/mentoring/")
    assert "dora-wren is not free just now. Where it stands kit-dale has been asked." in found
    with commits():
        asking.expire_offers(second.answer_by)
    assert fresh(request).state == RequestState.OPEN
    assert told(ana)[-1] == ("choose_again", "/mentoring/")


def test_the_page_of_a_request_says_who_is_asked_next(ana, mentor):
    sol, kit = one_more("sol-reed"), one_more("kit-dale")
    ask(ana)
    browser = browser_of(ana)
    found = words(browser, "/mentoring/choose/")
    assert "And if they are not free?" in found
    assert (found.count("Second"), found.count("Third"), found.count("Fourth")) == (3, 3, 0)

    order = [kit.pk, "", "x", mentor.pk, sol.pk]
    found = sent(browser, "/mentoring/choose/", {"mentor": mentor.pk, "then": order})

    assert "dora-wren has been asked" in found
    assert "these are asked, one after the other: kit-dale , sol-reed ." in found
    assert Request.objects.get().then == [kit.pk, sol.pk]
    found = sent(browser, "/mentoring/choose/only/")
    assert "If there is no answer by then, you can choose somebody else." in found
    assert Request.objects.get().then == []


def test_a_mentor_who_goes_leaves_a_true_sentence_and_the_next_offer(ana, mentor, dora, commits):
    sol = one_more("sol-reed")
    asking.choose(request=ask(ana), mentor=mentor.pk, then=[sol.pk], by=ana)

    with commits():
        personal_data.erase(dora, keeps_words=False)

    assert [o.mentor_id for o in Offer.objects.all()] == [sol.pk]
    assert told(ana) == [("next_asked", "/mentoring/")]
    assert "sol-reed has been asked." in words(browser_of(ana), "/mentoring/")


def test_the_ticker_asks_where_a_process_died(ana, mentor, dora):
    sol = one_more("sol-reed")
    request = ask(ana)
    first = asking.choose(request=request, mentor=mentor.pk, then=[sol.pk], by=ana)
    asking.pass_on(offer=first, by=dora)  # nothing runs after the commit here
    assert fresh(request).state == RequestState.OPEN

    asking.ask_next_of_all(timezone.now())
    asking.ask_next_of_all(timezone.now())

    assert [o.mentor_id for o in Offer.objects.filter(state=OfferState.WAITING)] == [sol.pk]


def test_who_chose_anew_meanwhile_is_not_answered_twice(ana, mentor, dora):
    sol, kit = one_more("sol-reed"), one_more("kit-dale")
    request = ask(ana)
    first = asking.choose(request=request, mentor=mentor.pk, then=[sol.pk], by=ana)
    asking.pass_on(offer=first, by=dora)
    asking.choose(request=fresh(request), mentor=kit.pk, by=ana)

    assert asking.ask_next(request.pk) is None
    assert [o.mentor_id for o in Offer.objects.filter(state=OfferState.WAITING)] == [kit.pk]


def test_taking_back_takes_all_choices_back(ana, mentor):
    sol = one_more("sol-reed")
    request = ask(ana)
    asking.choose(request=request, mentor=mentor.pk, then=[sol.pk], by=ana)

    asking.withdraw(request=fresh(request), by=ana)
    asking.ask_next_of_all(timezone.now())

    assert not Offer.objects.filter(state=OfferState.WAITING).exists()


def test_an_answer_ends_in_the_mentors_hours_and_takes_the_days_that_are_set(ana, mentor, hana):
    type(mentor).objects.update(times=["evening"])
    set_fitting(leaning="", weights=weights_of(""), answer_days=5, by=hana)

    offer = asking.choose(request=ask(ana), mentor=mentor.pk, by=ana)

    ends = timezone.localtime(offer.answer_by)
    assert (ends.hour, ends.minute, ends.weekday() < 5) == (22, 0, True)
    assert offer.answer_by >= offer.offered_at + timedelta(days=5)
    assert offer.answer_by < offer.offered_at + timedelta(days=8, hours=1)


# How it is set ------------------------------------------------------------------------------------


def test_there_is_one_setting_for_all(db):
    Fitting.objects.create(pk=1)

    for wrong in (
        {"pk": 2},
        {"answer_days": 0},
        {"answer_days": 15},
        {"min_overlap": 601},
        {"most_pairs": 0},
        {"most_pairs": 9},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Fitting(**{"pk": 1, **wrong}).save()


@pytest.mark.parametrize("ages", [(30, None), (None, 40), (40, 30)])
def test_half_a_wish_for_an_age_is_refused(ana, ages):
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.create(person=ana, hopes="x", age_from=ages[0], age_to=ages[1])
    assert Request.objects.create(person=ana, hopes="x", age_from=30, age_to=30)


def test_only_coordinators_set_it_on_the_record(ana, hana):
    with pytest.raises(Refused):
        set_fitting(leaning="waiting", weights=weights_of("waiting"), answer_days=3, by=ana)

    set_fitting(leaning="waiting", weights=weights_of("waiting"), answer_days=4, by=hana)

    assert (fitting().leaning, fitting().weights, fitting().answer_days) == ("waiting", {}, 4)
    assert Entry.objects.get(act="set_fitting").data["weights"]["waiting"] == 8


# The page -----------------------------------------------------------------------------------------


def test_a_coordinator_looks_changes_and_asks(ana, mentor, hana):
    sol = one_more("sol-reed", topics=[], situation=["parent"])
    ask(ana, situation=["parent"])
    browser, page = browser_of(hana), "/mentoring/run/plan/"

    found = words(browser, page)
    assert "ana-lark with dora-wren" in found
    assert "Keep these settings" not in found
    other_days = words(browser, f"{page}?leaning=&answer_days=5&min_overlap=60&most_pairs=3")
    assert "Nothing would change for anybody who waits now. Keep these settings" in other_days
    looked = words(browser, f"{page}?leaning=situation&experience=0&{RULES}")
    assert "ana-lark with sol-reed Until now: dora-wren" in looked
    assert "One person would have another mentor" in looked
    assert not Fitting.objects.exists()
    kept = sent(
        browser, page, {"leaning": "situation", "experience": "0", **dict(parse_qsl(RULES))}
    )
    assert "Kept." in kept
    assert fitting().weights == {"experience": 0}
    found = sent(browser, f"{page}all/", {"mark": plan_now().mark})
    assert "1 mentor has been asked." in found
    assert Offer.objects.get().mentor == sol


def test_an_old_look_is_a_sentence(ana, mentor, hana):
    ask(ana)

    found = sent(browser_of(hana), "/mentoring/run/plan/all/", {"mark": "old"})

    assert "Nobody was asked. Please look at the plan once more." in found


@pytest.mark.parametrize("who", ["ana", "dora", "emil"])
def test_the_plan_does_not_exist_for_others(request, who, mentor):
    browser = browser_of(request.getfixturevalue(who))

    assert browser.get("/mentoring/run/plan/").status_code == 404
    assert browser.post("/mentoring/run/plan/all/", {"mark": "x"}).status_code == 404
    assert browser.post("/mentoring/run/plan/one/", {"request": "1"}).status_code == 404


def test_a_wrong_number_is_said_and_nothing_kept(hana, mentor):
    answer = browser_of(hana).post(
        "/mentoring/run/plan/", {"leaning": "", "answer_days": "0", "values": "900"}
    )

    assert answer.status_code == 422
    assert not Fitting.objects.exists()


def test_the_plan_asks_the_same_number_of_questions_however_many_wait(ana, mentor, hana):
    type(mentor).objects.update(places=5)
    ask(ana)
    browser = browser_of(hana)
    page = "/mentoring/run/plan/"
    # The house's own settings are kept for five seconds: the lower of two counts is without them.
    one = min(questions(browser, page) for _ in range(2))

    for handle in ("kim-holt", "lou-park"):
        ask(person(handle))
        one_more(f"{handle}-m", topics=["sleep"])

    assert min(questions(browser, page) for _ in range(2)) == one


def test_a_mentor_says_more_and_a_member_wishes(ana, mentor, dora):
    sent(
        browser_of(dora),
        "/mentoring/mine/more/",
        {"values": ["humour"], "gender": "woman", "age": "44"},
    )
    given = {"hopes": "Company.", "times": ["evening"], "languages": ["en"], "values": ["humour"]}

    found = sent(
        browser_of(ana), "/mentoring/ask/", {**given, "wants_gender": "woman", "ages": "40-60"}
    )

    assert "You both like or care about: humour." in found
    assert "As you wished: a woman." in found
    assert "Of the age you wished for." in found
    assert "44" not in found
