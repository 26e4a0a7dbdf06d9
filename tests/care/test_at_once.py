"""The same moment, twice: one code for two, and an end while something is handed over or written."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from community.accounts.enums import Role
from community.care.actions import checking, door, handing
from community.care.models import Code, Piece, Question, Tie
from community.care.queries import choosing
from community.care.queries.choosing import Wanted, end_of
from community.refusal import Refused
from tests.care.conftest import found, in_days
from tests.people import browser_of, person

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    def run(act):
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_providers_and_a_yes_pressed_twice_make_one_tie(ana, hana, ines):
    other = person("omar-reed", Role.PROVIDER)
    for one in (ines, other):
        checking.check(person=one.pk, found=found(), by=hana)
    code = door.make_code(by=ana)
    browsers = [browser_of(one) for one in (ines, other)]

    typed = at_once(*(lambda b=b: b.post("/care/", {"code": code}) for b in browsers))
    first = Code.objects.get().typed_by
    form = {"called": "Ana"}
    said = at_once(*[lambda: browser_of(ana).post("/me/care/code/who/", form)] * 2)

    assert [(a.status_code, a["Location"]) for a in typed] == [(302, "/care/typed/")] * 2
    assert Tie.objects.get().provider == first
    assert sorted({a.status_code for a in said}) in ([302], [302, 404])


def test_an_end_comes_before_or_after_what_is_being_saved_and_never_within(ana, hana, ines):
    provider = checking.check(person=ines.pk, found=found(), by=hana)
    tie = door.choose(provider=provider.pk, called="Ana", by=ana)
    first = Wanted(until=end_of(in_days(5)), questions=("Why?",))
    handing.hand_over(tie=tie.pk, wanted=first, seen=choosing.digest([]), by=ana)
    more = Wanted(until=end_of(in_days(5)), since="I slept.")
    seen = choosing.digest(choosing.drafts(ana, more))
    answer = f"/care/people/{tie.pk}/questions/{Question.objects.get().pk}/"
    browser = browser_of(ines)

    def hand_over():
        try:
            handing.hand_over(tie=tie.pk, wanted=more, seen=seen, by=ana)
        except Refused as no:
            return no.refusal.code
        return "handed over"

    handed, answered, _ended = at_once(
        hand_over,
        lambda: browser.post(answer, {"words": "Light."}).status_code,
        lambda: door.end_as_member(tie=tie.pk, by=ana),
    )

    question = Question.objects.get()
    assert handed in ("handed over", "over")
    assert (answered, question.answer) in ((302, "Light."), (404, ""))
    assert question.ended_at is not None
    assert not Piece.objects.filter(ended_at=None).exists()
    assert not Piece.objects.exclude(content="").exists()
    assert browser.get(f"/care/people/{tie.pk}/").status_code == 404


def test_two_providers_answer_and_one_of_them_twice_and_no_word_is_lost(ana, hana, ines):
    omar = person("omar-reed", Role.PROVIDER)
    for one in (ines, omar):
        provider = checking.check(person=one.pk, found=found(), by=hana)
        tie = door.choose(provider=provider.pk, called="Ana", by=ana)
        asked = Wanted(until=end_of(in_days(5)), questions=("Why?",))
        handing.hand_over(tie=tie.pk, wanted=asked, seen=choosing.digest([]), by=ana)
    hers, his = Question.objects.order_by("pk")

    def answer(by, question, words):
        at = f"/care/people/{question.tie_id}/questions/{question.pk}/"
        return browser_of(by).post(at, {"words": words}).status_code

    said = at_once(
        lambda: answer(ines, hers, "Light."),
        lambda: answer(ines, hers, "A walk."),
        lambda: answer(omar, his, "Rest."),
    )

    hers.refresh_from_db()
    his.refresh_from_db()
    assert said == [302] * 3
    assert sorted([hers.answer, *(one.answer for one in hers.earlier.all())]) == [
        "A walk.",
        "Light.",
    ]
    assert (his.answer, his.earlier.count()) == ("Rest.", 0)


def test_nobody_is_brought_while_their_check_is_being_ended(ana, hana, ines):
    provider = checking.check(person=ines.pk, found=found(), by=hana)

    def bring():
        try:
            return door.choose(provider=provider.pk, called="Ana", by=ana).provider_id
        except Refused as no:
            return no.refusal.code

    brought, _ended = at_once(bring, lambda: checking.end_check(person=ines.pk, by=hana))

    assert brought in (provider.pk, "nobody")
    assert Tie.objects.count() == (brought == provider.pk)
    assert not Tie.objects.filter(ended_at=None).exists()
