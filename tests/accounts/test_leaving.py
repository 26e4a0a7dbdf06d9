"""Leaving for good, at once or with days to come back, and the proof that it was done."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.actions import leaving
from community.accounts.enums import Standing
from community.accounts.models import Leaving, LeavingProof, Person
from community.models import AccessClock
from community.record.models import Entry
from community.wellbeing.actions.plan import write_part
from community.wellbeing.enums import Section
from groups.enums import MessageState
from groups.models import Message
from tests.people import PASSWORD, browser_of, on_duty
from tests.words import say

pytestmark = pytest.mark.django_db


def test_leaving_signs_out_everywhere_at_once(ana):
    browser_of(ana).get("/accounts/roles/")
    before = AccessClock.objects.filter(pk=1).values_list("value", flat=True).first() or 0

    leaving.start_leaving(by=ana, keeps_words=False)

    assert not Session.objects.exists()
    assert AccessClock.objects.get(pk=1).value > before
    assert Person.objects.get(pk=ana.pk).standing == Standing.LEAVING


def test_coming_back_in_time_undoes_it(ana):
    leaving.start_leaving(by=ana, keeps_words=True)

    leaving.come_back(by=ana)

    assert Person.objects.get(pk=ana.pk).standing == Standing.ACTIVE
    assert not Leaving.objects.exists()


def test_leaving_is_no_way_around_a_suspension(ana):
    until = timezone.now() + timedelta(days=7)
    Person.objects.filter(pk=ana.pk).update(standing=Standing.SUSPENDED, standing_until=until)
    leaving.start_leaving(by=ana, keeps_words=True)

    leaving.come_back(by=ana)

    ana.refresh_from_db()
    assert (ana.standing, ana.standing_until) == (Standing.SUSPENDED, until)


def test_asking_twice_does_not_move_the_day(ana):
    first = leaving.start_leaving(by=ana, keeps_words=True)

    second = leaving.start_leaving(by=ana, keeps_words=False)

    assert second.ends_at == first.ends_at
    assert second.leaving.keeps_words is False
    leaving.come_back(by=ana)
    ana.refresh_from_db()
    assert ana.standing == Standing.ACTIVE


def test_the_account_is_gone_when_the_days_are_over_and_not_before(ana, ben):
    left = leaving.start_leaving(by=ana, keeps_words=False)
    leaving.start_leaving(by=ben, keeps_words=False)
    leaving.come_back(by=ben)

    leaving.finish_all_due(left.ends_at - timedelta(seconds=1))
    still_there = Person.objects.filter(pk=ana.pk).exists()
    number = ana.pk
    leaving.finish_all_due(left.ends_at)

    assert still_there
    assert not Person.objects.filter(pk=number).exists()
    assert Person.objects.filter(pk=ben.pk).exists()
    assert Entry.objects.filter(act="finish_leaving", about=number).count() == 1


NOW = "/accounts/leave/now/"


@pytest.fixture
def anas(ana):
    """Ana's browser, which has just asked for her password."""
    browser = browser_of(ana)
    browser.post(f"/accounts/reauthenticate/?next={NOW}", {"password": PASSWORD})
    return browser


def test_everything_can_be_removed_at_once(anas, ana, ben, emil, room):
    on_duty(emil, room)
    say(ana, room, "I was here.")
    number = ana.pk

    answer = anas.post(NOW)
    proof = Client().get(answer["Location"])

    assert not Person.objects.filter(pk=number).exists()
    assert (Message.objects.get().body, Message.objects.get().state) == ("", MessageState.DELETED)
    assert "It is done" in proof.content.decode()
    assert LeavingProof.objects.get().done_at is not None
    assert anas.get("/me/").status_code == 302


def test_whatever_goes_wrong_the_address_of_the_proof_is_said(anas, ana, monkeypatch):
    def store_is_gone(person, *, keeps_words):
        raise PermissionError("the store of files does not answer")

    with monkeypatch.context() as broken:
        broken.setattr(personal_data, "erase", store_is_gone)
        answer = anas.post(NOW)
    before = LeavingProof.objects.get().done_at
    leaving.finish_all_due(timezone.now())

    assert before is None
    assert "It is done" in Client().get(answer["Location"]).content.decode()
    assert not Person.objects.filter(pk=ana.pk).exists()


def test_before_it_is_done_the_page_says_what_stays_and_looking_does_nothing(anas, ana):
    page = anas.get(NOW).content.decode()

    until = timezone.now() + timedelta(days=30)
    assert "at most 90 days" in page
    assert f"at most until {until.day} {until:%B %Y}" in page
    assert Person.objects.get(pk=ana.pk).standing == Standing.ACTIVE


def test_the_password_is_asked_for_before_everything_goes(ana, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0

    answer = browser_of(ana).post(NOW)

    assert answer["Location"].startswith("/accounts/reauthenticate/")
    assert Person.objects.get(pk=ana.pk).standing == Standing.ACTIVE


def test_who_is_leaving_can_have_it_done_at_once(ana):
    later = leaving.start_leaving(by=ana, keeps_words=True)

    now = leaving.start_leaving_at_once(by=ana)
    leaving.finish_all_due(timezone.now())

    assert not Leaving.objects.exists()
    assert Client().get(f"/accounts/gone/{later.token}/").status_code == 404
    assert "It is done" in Client().get(f"/accounts/gone/{now.token}/").content.decode()


def test_the_proof_waits_with_the_days_names_nobody_and_goes_after_a_year(ana, ben):
    left = leaving.start_leaving(by=ana, keeps_words=False)
    address = f"/accounts/gone/{left.token}/"

    before = Client().get(address).content.decode()
    leaving.finish_all_due(left.ends_at)
    after = Client().get(address).content.decode()
    done_at = LeavingProof.objects.get().done_at
    leaving.finish_all_due(done_at + leaving.PROVED_FOR)

    assert "You asked to be gone" in before
    assert "It is done" in after
    assert ana.handle not in before + after
    assert Client().get(address).status_code == 404


def test_coming_back_takes_the_proof_back(ana):
    left = leaving.start_leaving(by=ana, keeps_words=False)

    leaving.come_back(by=ana)

    assert Client().get(f"/accounts/gone/{left.token}/").status_code == 404


def test_nothing_is_done_before_it_was_asked(db):
    now = timezone.now()

    with (
        pytest.raises(IntegrityError, match="leaving_is_done_after_it_was_asked"),
        transaction.atomic(),
    ):
        LeavingProof.objects.create(hash="x", asked_at=now, done_at=now - timedelta(seconds=1))
    LeavingProof.objects.create(hash="x", asked_at=now, done_at=now)


def test_who_took_their_data_left_and_came_back_finds_everything(ana, ben, emil, room):
    on_duty(emil, room)
    say(ana, room, "I was here.")
    write_part(section=Section.WELL, words="I sing.", only_me=True, by=ana)
    before = personal_data.export(ana)

    leaving.start_leaving(by=ana, keeps_words=False)
    leaving.come_back(by=ana)

    ana.refresh_from_db()
    assert personal_data.export(ana) == before
    assert before["groups"]["words"][0]["words"] == "I was here."


def test_what_stops_one_persons_leaving_stops_nobody_elses(ana, ben, monkeypatch):
    def breaks_for_ana(person, keeps_words):
        if person.pk == ana.pk:
            raise KeyError(person)

    monkeypatch.setitem(
        personal_data._shares,
        "broken",
        personal_data.Share("broken", frozenset(), lambda person: {}, breaks_for_ana),
    )
    left = leaving.start_leaving(by=ana, keeps_words=False)
    number, other = ana.pk, ben.pk
    leaving.start_leaving(by=ben, keeps_words=False)

    leaving.finish_all_due(left.ends_at + timedelta(minutes=1))

    assert Person.objects.filter(pk__in=[number, other]).get().pk == number
    assert LeavingProof.objects.filter(done_at=None).count() == 1
