"""A code to keep, and coming back with it."""

import re

import pytest
from django.core import mail
from django.test import Client

from community.accounts import queries
from community.accounts.actions import recovery
from community.accounts.models import RecoveryCode
from community.refusal import Refused
from tests.accounts.conftest import PASSWORD
from tests.people import browser_of

NEW = "four new calm words"


def shown(page):
    return re.search(r'id="code">([^<]+)<', page.content.decode())[1]


def comes_back(code, handle="ana-lark", password=NEW):
    browser = Client()
    form = {"handle": handle, "code": code, "password": password}
    return browser, browser.post("/accounts/recover/", form)


def test_a_code_lets_back_in_once_with_a_new_password(ana):
    code = recovery.make_recovery_code(by=ana)

    browser, answer = comes_back(code)
    _, again = comes_back(code, password="other words entirely")

    assert (answer.status_code, answer["Location"]) == (302, "/accounts/code/")
    assert browser.session["_auth_user_id"] == str(ana.pk)
    assert b"do not belong together" in again.content
    ana.refresh_from_db()
    assert ana.check_password(NEW)


@pytest.mark.parametrize("spell", [str.upper, lambda c: c.replace("-", " "), lambda c: f" {c} "])
def test_capitals_and_hyphens_do_not_matter(ana, spell):
    code = recovery.make_recovery_code(by=ana)

    assert comes_back(spell(code), "ANA Lark")[1].status_code == 302


def test_only_a_hash_is_kept(ana):
    code = recovery.make_recovery_code(by=ana)

    kept = RecoveryCode.objects.get()
    assert re.fullmatch(r"([2-9a-z]{4}-){4}[2-9a-z]{4}", code)
    assert code not in kept.hash
    assert code.replace("-", "") not in kept.hash


def test_a_new_code_ends_the_old_one(ana):
    old = recovery.make_recovery_code(by=ana)
    recovery.make_recovery_code(by=ana)

    with pytest.raises(Refused):
        recovery.recover(handle="ana-lark", code=old, password=NEW)


def test_coming_back_ends_every_other_session(ana):
    thief = browser_of(ana)
    assert thief.get("/accounts/profile/").status_code == 200
    code = recovery.make_recovery_code(by=ana)

    comes_back(code)

    assert thief.get("/accounts/profile/").status_code == 302


def test_somebody_else_s_code_opens_nothing(ana, ben):
    code = recovery.make_recovery_code(by=ben)

    _, answer = comes_back(code, "ana-lark")

    assert b"do not belong together" in answer.content
    assert queries.has_recovery_code(ben)


def test_a_weak_new_password_uses_nothing_up(ana):
    code = recovery.make_recovery_code(by=ana)

    _, answer = comes_back(code, password="short")

    assert answer.status_code == 422
    assert queries.has_recovery_code(ana)


def test_tries_are_paced(ana):
    recovery.make_recovery_code(by=ana)
    for _ in range(10):
        comes_back("wrong")

    _, answer = comes_back("wrong")

    assert b"That was a lot in a short time" in answer.content


def test_the_page_asks_who_it_is_and_shows_the_code_once(ana, proved):
    browser = proved(ana)
    asked = browser.post("/accounts/code/")
    made = browser.post(asked["Location"], {"password": PASSWORD})

    code = shown(made)

    assert asked["Location"].startswith("/accounts/reauthenticate/")
    assert b"Who could find it?" in made.content
    assert code.encode() not in browser.get("/accounts/code/").content
    assert comes_back(code)[1].status_code == 302


def test_it_can_be_saved_under_a_name_that_says_nothing(ana, proved):
    answer = proved(ana).post("/accounts/code/save/", {"code": "abcd-2345"})

    assert answer["Content-Disposition"] == 'attachment; filename="notes.txt"'
    assert answer["Content-Type"].startswith("text/plain")
    assert answer.content == b"abcd-2345\n"


def test_a_confirmed_address_hears_that_the_code_was_used(ana):
    ana.emailaddress_set.create(email="lake@example.org", primary=True, verified=True)

    comes_back(recovery.make_recovery_code(by=ana))

    [message] = mail.outbox
    assert (message.to, message.subject) == (["lake@example.org"], "A message for you")
