"""A death among the members: said by two, told by people, and nothing goes out any more."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts.actions.leaving import finish_all_due, start_leaving
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.notifications import mail as letters
from community.notifications.actions import notify
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions import passing
from community.safety.models import Passing
from tests.people import browser_of

SAID = {"words": "Ana has died. We are sad with you.", "tells": "Hana"}


@pytest.fixture
def asked(ana, hana):
    return passing.ask(person=ana, by=hana, **SAID)


@pytest.fixture
def agreed(asked, emil, evenings):
    return passing.agree(passing=asked.pk, by=emil)


def standing(person):
    return Person.objects.get(pk=person.pk).standing


def test_nothing_happens_before_a_second_person_agrees(asked, ana, hana):
    with pytest.raises(Refused) as alone:
        passing.agree(passing=asked.pk, by=hana)

    assert alone.value.refusal.code == "alone"
    assert standing(ana) == Standing.ACTIVE
    with pytest.raises(IntegrityError), transaction.atomic():
        Passing.objects.update(agreed_by=hana)


@pytest.mark.parametrize("who", ["emil", "ben"])
def test_only_somebody_who_leads_says_it(ana, who, request, evenings):
    with pytest.raises(Refused):
        passing.ask(person=ana, by=request.getfixturevalue(who), **SAID)

    assert not Passing.objects.exists()


def test_nothing_goes_out_any_more_not_even_what_waited(ana, asked, emil, evenings):
    EmailAddress.objects.create(user=ana, email="ana@example.org", verified=True, primary=True)
    notify(person=ana, kind="words_restored", path="/me/")
    later = timezone.now() + timedelta(hours=3)

    passing.agree(passing=asked.pk, by=emil)
    notify(person=Person.objects.get(pk=ana.pk), kind="words_restored", path="/me/")
    letters.send_due(later)

    assert mail.outbox == []
    assert not Notification.objects.filter(mail_due__isnull=False).exists()


def test_nobody_signs_in_and_every_word_stays(agreed, ana, room):
    browser = browser_of(ana)

    assert standing(ana) == Standing.DIED
    assert browser.get("/me/").status_code == 302
    assert {e.act for e in Entry.objects.all()} >= {"ask_let_rest", "agree_let_rest", "let_rest"}


def test_erasing_waits_whatever_was_asked_before(ana, hana, emil, evenings):
    start_leaving(by=ana, keeps_words=False)
    made = passing.ask(person=Person.objects.get(pk=ana.pk), by=hana, **SAID)
    passing.agree(passing=made.pk, by=emil)

    finish_all_due(timezone.now() + timedelta(days=400))

    assert standing(ana) == Standing.DIED


def test_a_mistake_is_taken_back(agreed, ana, hana):
    passing.take_back(passing=agreed.pk, by=hana)

    assert (standing(ana), Passing.objects.count()) == (Standing.ACTIVE, 0)
    assert browser_of(ana).get("/me/").status_code == 200


def test_the_pages_of_the_team_say_what_is_said_and_by_whom(ana, emil, hana, evenings):
    leads, team = browser_of(hana), browser_of(emil)
    leads.post("/desk/deaths/", {"name": "ana-lark", "days": "14", **SAID})
    made = Passing.objects.get()

    team.post(f"/desk/deaths/{made.pk}/agree/")
    page, desk = (team.get(path).content.decode() for path in ("/desk/deaths/", "/desk/"))

    assert SAID["words"] in page
    assert "told by Hana, not by a notice" in page
    assert "/desk/deaths/" in desk
    assert browser_of(ana).get("/desk/deaths/").status_code == 302
