"""Words at which the house asks before they go out: for a purpose, until a day, and never at distress."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community import pace
from community.record.models import Entry
from community.refusal import Refused
from groups import word_rules
from groups.actions.word_rules import end_word_rule, make_word_rule
from groups.models import WordRule
from groups.sending import send
from tests.people import browser_of, on_duty
from tests.words import history

RULE = {
    "words": "goal weight\nBMI",
    "purpose": "People who are unwell with food read along.",
    "why": "Numbers of bodies can pull others down.",
    "instead": "how eating feels today",
    "days": 90,
}


@pytest.fixture(autouse=True)
def read_anew():
    """What is kept in memory is not of another test."""
    pace.forget()
    word_rules.forget()
    yield
    word_rules.forget()


@pytest.fixture
def rule(hana):
    made = make_word_rule(by=hana, **RULE)
    word_rules.forget()
    return made


def write(somebody, room, body, **more):
    return send(by=somebody.pk, room=room.pk, cid=uuid4(), body=body, **more)


def counted():
    return WordRule.objects.values_list("hits", "anyway").get()


def test_whoever_writes_it_reads_why_and_how_to_say_it_and_can_send_it(ana, emil, room, rule):
    on_duty(emil, room)

    asked = write(ana, room, "My goal  weight is far.")
    sent = write(ana, room, "My goal  weight is far.", sure=True)

    assert (asked.refusal.code, [(f.kind, f.start, f.end) for f in asked.found]) == (
        "check",
        [("word", 3, 15)],
    )
    assert all(words in str(asked.refusal.words) for words in (RULE["why"], RULE["instead"]))
    assert (sent.refusal, history(room)) == (None, ["My goal  weight is far."])
    assert counted() == (1, 1)


@pytest.mark.parametrize("body", ["A goal of mine.", "Weighty goals.", "Submission."])
def test_other_words_go_out_as_ever(body, ana, emil, room, rule):
    on_duty(emil, room)

    assert write(ana, room, body).refusal is None
    assert counted() == (0, 0)


def test_words_of_distress_are_never_stopped(ana, emil, room, rule):
    on_duty(emil, room)

    verdict = write(ana, room, "My BMI is all I am. I want to die tonight.")

    assert verdict.refusal is None
    assert counted() == (0, 0)


@pytest.mark.parametrize("over", ["ended", "expired"])
def test_what_is_over_asks_nobody(over, ana, emil, hana, room, rule):
    on_duty(emil, room)
    if over == "ended":
        end_word_rule(rule=rule.pk, by=hana)
    else:
        ago = timezone.now() - timedelta(days=91)
        WordRule.objects.update(made_at=ago, until=ago + timedelta(days=90))
    word_rules.forget()

    assert write(ana, room, "What is a BMI?").refusal is None


@pytest.mark.parametrize("who", ["ana", "emil", "noor"])
def test_only_who_runs_groups_makes_one(who, request, evenings):
    with pytest.raises(Refused):
        make_word_rule(by=request.getfixturevalue(who), **RULE)

    assert not WordRule.objects.exists()


def test_the_record_knows_who_and_no_word(rule, hana):
    entry = Entry.objects.get(act="make_word_rule")

    assert (entry.by, entry.data) == (hana.pk, {})


def test_the_page_says_what_for_until_when_and_how_often_from_five_on(hana, ana, evenings):
    lead = browser_of(hana)
    missing = lead.post("/groups/run/words/", {**RULE, "purpose": "", "words": "x"})
    lead.post("/groups/run/words/", RULE)
    WordRule.objects.update(hits=4, anyway=1)
    four = lead.get("/groups/run/words/").text
    WordRule.objects.update(hits=8, anyway=6)
    eight = lead.get("/groups/run/words/").text

    made = WordRule.objects.get()
    lead.post(f"/groups/run/words/{made.pk}/end/")

    assert missing.status_code == 422
    assert RULE["purpose"] in four
    assert ["fewer than five" in page for page in (four, eight)] == [True, False]
    assert "asked 8 times, sent anyway in 75 of a hundred" in eight
    assert WordRule.objects.get().ended_at is not None
    assert browser_of(ana).get("/groups/run/words/").status_code == 403


def test_in_the_room_it_is_asked_about_without_a_script(ana, emil, room, rule):
    on_duty(emil, room)
    given = {"cid": str(uuid4()), "body": "My BMI again.", "note": "", "whole": "1"}

    answer = browser_of(ana).post(room.get_absolute_url(), given)

    assert RULE["why"] in answer.text
    assert 'name="sure"' in answer.text


WRONG = [
    {"purpose": ""},
    {"why": ""},
    {"until": timezone.now() - timedelta(days=1)},
    {"until": timezone.now() + timedelta(days=400)},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_the_database_wants_a_purpose_and_an_end(rule, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        WordRule.objects.update(**wrong)
