"""A yes to a text in its version: asked again when it changes, taken back in two steps."""

import pytest

from community import live
from community.accounts import queries, texts
from community.accounts.actions import consent
from community.accounts.enums import ConsentKind, Standing
from community.accounts.rules import CONSENT_MISSING, may_enter_rooms
from community.record.models import Entry
from community.refusal import Refused
from tests.accounts.conftest import PASSWORD
from tests.people import browser_of


@pytest.fixture
def new_rules(monkeypatch):
    """The house rules get a second version."""
    first = texts.VERSIONS[ConsentKind.RULES]
    second = texts.Text("2", ("Be kind, still.",))
    monkeypatch.setitem(texts.VERSIONS, ConsentKind.RULES, (*first, second))


def test_taking_it_back_is_one_link_and_one_button(ana):
    browser = browser_of(ana)
    elsewhere = browser_of(ana)
    assert elsewhere.get("/accounts/profile/").status_code == 200
    page = browser.get("/accounts/consent/")

    answer = browser.post("/accounts/consent/take-back/")

    assert b'action="/accounts/consent/take-back/"' in page.content
    assert b"You took your yes back" in answer.content
    assert browser.get("/accounts/profile/").status_code == 302
    assert elsewhere.get("/accounts/profile/").status_code == 302


def test_taking_it_back_ends_sockets_and_starts_the_leave(ana, commits):
    heard = []
    live.listen(heard.append)

    with commits():
        consent.withdraw(by=ana)

    ana.refresh_from_db()
    assert [hint.people for hint in heard if hint.kind == "kick"] == [(ana.pk,)]
    assert ana.standing == Standing.LEAVING
    assert queries.consents_given(ana) == {}
    assert Entry.objects.filter(act="withdraw_consent", about=ana.pk).count() == 1


def test_who_comes_back_is_asked_for_a_new_yes(ana):
    consent.withdraw(by=ana)
    browser = browser_of(ana)
    browser.post("/accounts/come-back/")
    ana.refresh_from_db()
    assert may_enter_rooms(ana) == CONSENT_MISSING

    page = browser.get("/accounts/consent/").content
    browser.post("/accounts/consent/", {"rules": "1", "health": "1", "yes": "on"})

    assert b"Please read this once more" in page
    assert may_enter_rooms(ana) is None


def test_a_new_version_is_asked_for_before_rooms(ana, new_rules, client):
    assert may_enter_rooms(ana) == CONSENT_MISSING

    signed_in = client.post("/accounts/login/", {"login": "ana-lark", "password": PASSWORD})
    page = client.get("/accounts/consent/").content.decode()
    client.post("/accounts/consent/", {"rules": "2", "health": "1", "yes": "on"})

    assert signed_in["Location"] == "/accounts/consent/"
    assert "Be kind, still." in page
    assert may_enter_rooms(ana) is None
    kept = ana.consents.filter(kind=ConsentKind.RULES).order_by("pk")
    assert [(c.version, c.withdrawn_at is None) for c in kept] == [("1", False), ("2", True)]
    assert "Yes to the house rules, version 1: from " in client.get("/accounts/consent/").text


def test_the_yes_has_a_tick_of_its_own(ana, new_rules):
    browser = browser_of(ana)

    answer = browser.post("/accounts/consent/", {"rules": "2", "health": "1"})

    assert answer.status_code == 422
    assert may_enter_rooms(ana) == CONSENT_MISSING


def test_a_text_that_changed_meanwhile_is_read_again(ana, new_rules):
    with pytest.raises(Refused) as refused:
        consent.agree(versions={ConsentKind.RULES: "1"}, by=ana)

    page = browser_of(ana).post("/accounts/consent/", {"rules": "1", "health": "1", "yes": "on"})
    assert refused.value.refusal.code == "text_changed"
    assert b"These words changed while you were reading" in page.content
    assert may_enter_rooms(ana) == CONSENT_MISSING


def test_what_was_agreed_can_be_read_again(ana):
    page = browser_of(ana).get("/accounts/consent/").content.decode()

    for kind in ConsentKind:
        for line in texts.current(kind).lines:
            assert str(line).partition("'")[0] in page
    assert page.count("version 1") == 2


def test_no_version_of_a_text_stands_twice():
    for kind in ConsentKind:
        versions = [text.version for text in texts.VERSIONS[kind]]
        assert len(versions) == len(set(versions))
        assert texts.text(kind, "never was") is None
