"""The same moment, twice: one person, one use of a code."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from community.accounts import door
from community.accounts.actions import joining as actions
from community.accounts.models import Invitation, Person
from tests.accounts.conftest import COME_IN, NAME, PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


def twins(first, count=2):
    """Browsers that bring the same answer of the first screen."""
    made = []
    for _ in range(count):
        browser = Client()
        browser.cookies[door.COOKIE] = first.cookies[door.COOKIE].value
        made.append(browser)
    return made


def at_once(browsers, forms):
    def send(pair):
        try:
            return pair[0].post(NAME, pair[1])
        finally:
            connection.close()

    with ThreadPoolExecutor(len(browsers)) as pool:
        return list(pool.map(send, zip(browsers, forms, strict=True)))


def test_a_button_pressed_twice_makes_one_person(hana, joining):
    joining("invitation")
    first = Client()
    first.post(COME_IN, {"adult": "yes", "health": "on", "code": actions.make_card(by=hana)})
    form = {"handle": "quiet-river", "password": PASSWORD}

    answers = at_once(twins(first), [form, form])

    assert [(a.status_code, a["Location"]) for a in answers] == [(302, "/welcome/")] * 2
    assert Person.objects.filter(handle="quiet-river").count() == 1


def test_one_name_for_two_people_goes_to_one(hana):
    first = Client()
    first.post(COME_IN, {"adult": "yes", "health": "on"})
    forms = [{"handle": "quiet-river", "password": f"{n} quiet lanterns there"} for n in "ab"]

    answers = at_once(twins(first), forms)

    assert sorted(a.status_code for a in answers) == [302, 422]
    assert Person.objects.filter(handle="quiet-river").count() == 1


def test_a_card_for_one_lets_in_one(hana, joining):
    joining("invitation")
    first = Client()
    first.post(COME_IN, {"adult": "yes", "health": "on", "code": actions.make_card(by=hana)})
    names = ["calm-otter", "calm-heron", "calm-finch"]
    forms = [{"handle": name, "password": PASSWORD} for name in names]

    answers = at_once(twins(first, 3), forms)

    assert sorted(a.status_code for a in answers) == [302, 422, 422]
    assert Person.objects.filter(handle__in=names).count() == 1
    kept = Invitation.objects.get()
    assert (kept.uses, kept.uses_left) == (1, 0)
