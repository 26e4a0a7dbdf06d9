"""One address, given and taken away at any time."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from community.accounts.actions import emails
from tests.accounts.conftest import PASSWORD


@pytest.fixture
def anas(ana, proved):
    """Ana's browser, where she has just said that it is her."""
    browser = proved(ana)
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return browser


def addresses(somebody):
    return list(EmailAddress.objects.filter(user=somebody).values_list("email", "verified"))


def test_an_address_is_given_confirmed_and_taken_away(ana, anas):
    anas.post("/accounts/email/", {"email": "Lake@Example.org"})
    given = addresses(ana)
    link = re.search(r"/accounts/confirm-email/\S+", mail.outbox[0].body)[0]
    asked = anas.get(link)
    anas.post(link)
    confirmed = addresses(ana)
    anas.post("/accounts/email/remove/")

    assert given == [("lake@example.org", False)]
    assert b"Is this your address?" in asked.content
    assert confirmed == [("lake@example.org", True)]
    ana.refresh_from_db()
    assert (addresses(ana), ana.email) == ([], "")


def test_the_page_says_what_it_is_used_for(anas):
    assert b"It is used to let you back in" in anas.get("/accounts/email/").content


def test_giving_one_asks_who_it_is_and_forgets_nothing(ana, proved):
    browser = proved(ana)

    asked = browser.post("/accounts/email/", {"email": "lake@example.org"})
    browser.post(asked["Location"], {"password": PASSWORD})

    assert asked["Location"].startswith("/accounts/reauthenticate/")
    assert addresses(ana) == [("lake@example.org", False)]


def test_the_old_address_hears_that_it_was_replaced(ana, anas):
    EmailAddress.objects.create(user=ana, email="old@example.org", primary=True, verified=True)

    anas.post("/accounts/email/", {"email": "lake@example.org"})

    assert [message.to for message in mail.outbox] == [["old@example.org"], ["lake@example.org"]]
    assert addresses(ana) == [("lake@example.org", False)]


def test_the_message_is_sent_again_on_asking(ana, anas):
    emails.set_email(email="lake@example.org", by=ana)

    anas.post("/accounts/email/again/")

    assert [message.to for message in mail.outbox] == [["lake@example.org"]]


def test_removing_none_changes_nothing(ana):
    emails.remove_email(by=ana)

    assert addresses(ana) == []


def test_an_address_is_no_way_in_before_it_is_typed_right(ana, anas):
    answer = anas.post("/accounts/email/", {"email": "not an address"})

    assert answer.status_code == 422
    assert addresses(ana) == []


def test_a_name_that_is_part_of_the_address_is_said(anas):
    answer = anas.post("/accounts/email/", {"email": "ana.lark@example.org"}, follow=True)

    assert b"Others could find you by it." in answer.content
