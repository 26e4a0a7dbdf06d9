"""A step somebody took is noticed by whom they asked: one thing that was seen, one strength."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.models import Block
from community.notifications.models import Notification
from community.refusal import Refused
from community.wellbeing.actions import plan, saying
from community.wellbeing.enums import Takes
from community.wellbeing.models import Noticing, Thanks
from tests.own_looks import seen
from tests.people import browser_of, on_duty
from tests.words import say

SAID = {"saw": "You went although it rained.", "strength": "can begin small."}


@pytest.fixture
def step(ana, pair):
    """Ana's step to the shop; Dora is her mentor."""
    goal = plan.set_goal(wanted=plan.Wanted("Go out every day"), by=ana)
    return plan.add_step(goal=goal.pk, words="To the shop", by=ana)


@pytest.fixture
def asked(step, ana, dora):
    """Ana took it, and asked Dora to notice."""
    plan.turn_step(goal=step.goal_id, step=step.pk, by=ana)
    page = f"/me/goals/{step.goal_id}/steps/{step.pk}/notice/"
    assert browser_of(ana).post(page, {"to": dora.pk}).status_code == 302
    return Noticing.objects.get()


def test_who_is_asked_reads_the_step_and_says_what_they_saw(asked, ana, dora):
    page = f"/me/notice/{asked.pk}/"
    hers = browser_of(dora)

    space, seen = hers.get("/me/space/").text, hers.get(page).text
    hers.post(page, SAID)
    goal = browser_of(ana).get(f"/me/goals/{asked.step.goal_id}/").text

    assert "ana-lark took a step and would like you to notice it" in space
    assert "To the shop" in seen
    assert "On the way to: Go out every day" in seen
    assert "You went although it rained." in goal
    assert "About your step: To the shop" in browser_of(ana).get("/me/thanks/").text
    assert hers.get(page).status_code == 404
    kinds = Notification.objects.filter(kind__in=["please_notice", "noticed"])
    assert [(n.person, n.kind) for n in kinds.order_by("pk")] == [
        (dora, "please_notice"),
        (ana, "noticed"),
    ]


def test_only_a_step_that_is_done_and_only_somebody_at_ones_side(step, ana, ben, dora):
    page = f"/me/goals/{step.goal_id}/steps/{step.pk}/notice/"

    not_done = browser_of(ana).post(page, {"to": dora.pk}).status_code
    plan.turn_step(goal=step.goal_id, step=step.pk, by=ana)
    others = [
        browser_of(ana).post(page, {"to": ben.pk}).status_code,
        browser_of(dora).post(page, {"to": dora.pk}).status_code,
        browser_of(ana).post(page, {"to": "x"}).status_code,
    ]

    assert (not_done, others) == (404, [404, 404, 404])
    assert not Noticing.objects.exists()


def test_nobody_else_reads_it_and_neither_does_who_is_not_at_ones_side_any_more(
    asked, ben, dora, pair
):
    page = f"/me/notice/{asked.pk}/"
    before = browser_of(dora).get(page).status_code

    type(pair).objects.filter(pk=pair.pk).update(ended_at=timezone.now())

    assert (before, browser_of(ben).get(page).status_code) == (200, 404)
    assert browser_of(dora).post(page, SAID).status_code == 404
    assert not Thanks.objects.exists()


def test_asking_twice_asks_once_and_not_now_tells_nobody(asked, ana, dora):
    saying.ask_to_notice(goal=asked.step.goal_id, step=asked.step_id, to=dora.pk, by=ana)

    browser_of(dora).post(f"/me/notice/{asked.pk}/", {"away": "yes"})

    assert Noticing.objects.get().settled_at is not None
    told = Notification.objects.filter(kind__in=["please_notice", "noticed", "thanks"])
    assert list(told.values_list("person", "kind")) == [(dora.pk, "please_notice")]


def test_who_would_rather_hear_nothing_is_left_in_peace(asked, step, ana, dora):
    ask = "Ask dora-wren to notice it"
    Noticing.objects.filter(pk=asked.pk).delete()
    assert ask in browser_of(ana).get(f"/me/goals/{step.goal_id}/").text
    again = saying.ask_to_notice(goal=step.goal_id, step=step.pk, to=dora.pk, by=ana)
    assert browser_of(dora).get(f"/me/notice/{again.pk}/").status_code == 200

    saying.choose_recognition(takes=Takes.NONE, notice="", by=ana)

    assert browser_of(dora).post(f"/me/notice/{again.pk}/", SAID).status_code == 404
    assert not Thanks.objects.exists()
    Noticing.objects.all().delete()
    assert ask not in browser_of(ana).get(f"/me/goals/{step.goal_id}/").text
    with pytest.raises(Refused):
        saying.ask_to_notice(goal=step.goal_id, step=step.pk, to=dora.pk, by=ana)


def test_contact_details_are_left_out(asked, dora):
    page = browser_of(dora).post(
        f"/me/notice/{asked.pk}/", {"saw": "Call me on 0171 555 0199", "strength": "can."}
    )

    assert page.status_code == 422
    assert "leave out contact details" in page.text
    assert not Thanks.objects.exists()


def test_it_goes_with_whoever_was_asked(asked, dora):
    personal_data.erase(dora, keeps_words=False)

    assert not Noticing.objects.exists()


def test_the_database_asks_one_person_once_for_a_step(asked, dora, ben):
    with pytest.raises(IntegrityError), transaction.atomic():
        Noticing.objects.create(step=asked.step, to=dora)
    Noticing.objects.create(step=asked.step, to=ben)


# Thanks that others may read --------------------------------------------------------------------


def shown_to(reader, room, author_seq=1):
    return browser_of(reader).get(f"/rooms/{room.pk}/m/{author_seq}/who/").text


def test_others_read_thanks_only_where_both_said_so(ana, ben, emil, noor, room):
    on_duty(emil, room)
    say(ben, room, "Good evening.")
    saying.thank(name="ben-moss", you="stayed", helped="to sleep.", is_open=True, by=ana)
    saying.thank(name="ben-moss", you="sang", helped="to laugh.", by=ana)
    before = shown_to(noor, room)
    saying.choose_recognition(takes=Takes.OPEN, notice="", by=ben)
    both = shown_to(noor, room)
    Block.objects.create(by=ana, of=noor)

    assert "stayed" not in before
    assert ("stayed" in both, "ana-lark" in both, "sang" in both) == (True, False, False)
    assert "stayed" not in shown_to(noor, room)


def test_that_the_step_was_read_can_be_read(asked, ana, dora):
    for _again in range(2):
        browser_of(dora).get(f"/me/notice/{asked.pk}/")

    steps = [look for look in seen(ana) if look[1] == "A step and its goal"]
    assert steps == [("dora-wren", "A step and its goal", "You asked them to notice it.")]


@pytest.mark.parametrize(
    ("takes", "how", "may_be_open"),
    [
        (Takes.PRIVATE, "How they like it: for them alone to read.", False),
        (Takes.OPEN, "others who read about them may see it too, if you say so", True),
    ],
)
def test_the_prompt_says_what_they_would_like_noticed_and_how(
    asked, ana, dora, takes, how, may_be_open
):
    saying.choose_recognition(takes=takes, notice="that I went at all", by=ana)
    page, hers = f"/me/notice/{asked.pk}/", browser_of(dora)

    prompt = hers.get(page).text
    hers.post(page, {**SAID, "is_open": "on"})

    assert "that I went at all" in prompt
    assert how in prompt
    assert "It means most until" in prompt
    assert Thanks.objects.get().is_open is may_be_open


def test_who_would_rather_not_is_not_offered_to_ask(step, ana):
    plan.turn_step(goal=step.goal_id, step=step.pk, by=ana)
    page = f"/me/goals/{step.goal_id}/"
    assert "to notice it" in browser_of(ana).get(page).text

    saying.choose_recognition(takes=Takes.NONE, notice="", by=ana)

    assert "to notice it" not in browser_of(ana).get(page).text
