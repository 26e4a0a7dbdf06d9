"""A complaint about somebody of the team goes past them and those beside them."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.notifications.models import Notification
from community.safety.actions import deciding, measures, reporting
from community.safety.enums import ReportReason
from community.safety.models import Appeal, Item, Measure
from community.safety.subjects import APPEALS
from tests.people import browser_of, on_duty
from tests.safety.conftest import decision
from tests.words import say


@pytest.fixture
def warned(taken, emil, ben):
    """Ben was warned by Emil."""
    deciding.decide(item=taken.pk, by=emil, decision=decision("warn"))
    return Measure.objects.get()


def test_words_of_a_moderator_are_reported_to_those_who_lead(ana, ben, emil, noor, hana, room):
    on_duty(emil, room)
    say(emil, room, "Pull yourself together.")

    told = reporting.report(
        kind="message",
        id=str(room.messages.get().pk),
        reason=ReportReason.METHOD,
        words="",
        by=ana,
    )

    assert told.item.area == APPEALS
    for somebody in (emil, noor):
        assert f"item-{told.item_id}" not in browser_of(somebody).get("/desk/").content.decode()
        assert browser_of(somebody).get(f"/desk/items/{told.item_id}/").status_code == 404
    assert f"item-{told.item_id}" in browser_of(hana).get("/desk/").content.decode()
    assert set(Notification.objects.values_list("person__handle", flat=True)) <= {"hana-cove"}


def test_words_of_a_member_stay_with_the_room(told, evenings):
    assert told.item.area == evenings.area


def test_how_somebody_was_treated_can_be_told_apart_from_an_appeal(warned, ben, emil, hana):
    browser = browser_of(ben)
    page = browser.get(f"/me/record/{warned.pk}/").content.decode()
    path = f"/report/?kind=conduct&id={warned.pk}"

    asked = browser.get(path).content.decode()
    browser.post(
        "/report/",
        {"kind": "conduct", "id": warned.pk, "reason": "hurts", "words": "x", "sure": "yes"},
    )

    item = Item.objects.get(subject_kind="conduct")
    assert path.replace("&", "&amp;") in page
    assert "Tell those who lead how you were treated" in asked
    assert (item.area, item.about) == (APPEALS, emil)
    assert browser_of(emil).get(f"/desk/items/{item.pk}/").status_code == 404
    assert (
        "Please mind how it reads."
        in browser_of(hana).post(f"/desk/items/{item.pk}/words/", {"show": "yes"}).content.decode()
    )


def test_nobody_complains_about_what_was_decided_about_others(warned, ana):
    answer = browser_of(ana).get(f"/report/?kind=conduct&id={warned.pk}")

    assert answer.status_code == 404


@pytest.mark.parametrize("missing", ["words", "reason"])
def test_the_database_refuses_half_a_measure(missing, warned):
    with pytest.raises(IntegrityError), transaction.atomic():
        Measure.objects.update(**{missing: ""})

    assert Measure.objects.update(**{missing: "unkind"}) == 1


def test_the_database_refuses_an_answer_without_words(warned, ben, hana):
    asked = measures.appeal(measure=warned.pk, words="Please look.", by=ben)
    half = {"decided_at": timezone.now(), "upheld": False, "decided_by": hana}

    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.filter(pk=asked.pk).update(**half)

    assert Appeal.objects.filter(pk=asked.pk).update(**half, answer="It stands.") == 1
