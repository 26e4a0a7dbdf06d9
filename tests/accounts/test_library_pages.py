"""The library's pages in our frame and our words: log-in, new password, second step, passkeys."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from community.accounts.actions import recovery
from tests.accounts.conftest import PASSWORD
from tests.people import browser_of

pytestmark = pytest.mark.thorough


@pytest.fixture
def hanas(hana, proved):
    """Hana's browser, where she has just said that it is her."""
    browser = proved(hana)
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return browser


def code_of(secret):
    return f"{hotp_value(secret, next(yield_hotp_counters_from_time())):06d}"


PAGES = [
    "/accounts/2fa/", "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/", "/accounts/password/change/", "/accounts/logout/",
    "/accounts/reauthenticate/",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_each_stands_in_our_frame(hanas, path):
    page = hanas.get(path).content.decode()

    assert page.count("<h1>") == 1
    assert "Leave quickly" in page
    assert not re.search(r"Two-Factor|Security Key|Authenticator|Username", page)


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/",
        "/accounts/recover/", "/accounts/password/reset/key/1-no/", "/accounts/come-in/",
        "/accounts/confirm-email/nothing/", "/accounts/house-rules/",
    ],
)  # fmt: skip
def test_pages_for_strangers_offer_someone_now(db, path):
    page = Client().get(path).content.decode()

    assert page.count("<h1>") == 1
    assert 'href="/help-now/"' in page
    assert 'placeholder="' not in page


@pytest.mark.parametrize("path", ["/accounts/come-in/", "/accounts/login/"])
def test_someone_now_stands_before_the_first_question(db, path):
    page = Client().get(path).content.decode()

    assert 0 < page.index("I need someone now") < page.index("<input", page.index("<main"))


def test_a_code_from_an_app_becomes_the_second_step(hana, hanas):
    page = hanas.get("/accounts/2fa/totp/activate/").content.decode()
    secret = re.search(r'<code class="digits">([A-Z2-7]+)</code>', page)[1]

    hanas.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})
    spare = hanas.get("/accounts/2fa/recovery-codes/").content.decode()
    hanas.post("/accounts/logout/")
    first = hanas.post("/accounts/login/", {"login": "hana-cove", "password": PASSWORD})
    page = hanas.get(first["Location"]).content.decode()
    one = re.search(r"<li>([0-9a-z]{6,})</li>", spare)[1]
    second = hanas.post(first["Location"], {"code": one})

    assert first["Location"].startswith("/accounts/2fa/authenticate/")
    assert "The second step" in page
    assert second.status_code == 302
    assert hanas.session["_auth_user_id"] == str(hana.pk)


def test_a_spare_code_works_once(hana):
    TOTP.activate(hana, generate_totp_secret())
    spare = RecoveryCodes.activate(hana).get_unused_codes()[0]
    answers = []
    for _ in range(2):
        browser = Client()
        browser.post("/accounts/login/", {"login": "hana-cove", "password": PASSWORD})
        answers.append(browser.post("/accounts/2fa/authenticate/", {"code": spare}).status_code)

    assert answers == [302, 200]


def test_seeds_are_sealed_in_the_database(hana):
    secret = generate_totp_secret()

    TOTP.activate(hana, secret)

    assert secret not in str(Authenticator.objects.get().data)


def test_a_recovery_code_does_not_pass_the_second_step(hana):
    code = recovery.make_recovery_code(by=hana)
    TOTP.activate(hana, generate_totp_secret())
    browser = Client()

    answer = browser.post(
        "/accounts/recover/",
        {"handle": "hana-cove", "code": code, "password": "four new calm words"},
    )

    assert answer["Location"].startswith("/accounts/2fa/authenticate/")
    assert "_auth_user_id" not in browser.session


def test_a_new_password_ends_other_places(ana, proved):
    here, there = proved(ana), browser_of(ana)
    assert there.get("/accounts/profile/").status_code == 200

    here.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": "four new calm words"}
    )

    assert here.get("/accounts/profile/").status_code == 200
    assert there.get("/accounts/profile/").status_code == 302


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "password1234",
        "ana-lark-ana-lark",
        "123456789012",
        "abababababab",
        "kindred kindred",
        "a" * 201,
    ],
)
def test_weak_passwords_are_refused_with_a_reason(at_the_name, password):
    answer = at_the_name.post("/accounts/name/", {"handle": "ana-lark", "password": password})

    assert answer.status_code == 422
    assert b'class="field-error" id="id_password_error"' in answer.content


@pytest.mark.parametrize(
    "password", ["  spaces kept  ", "všechno bude dobré", "correct horse lantern river " * 4 + "."]
)
def test_long_and_strange_passwords_are_welcome(at_the_name, password):
    at_the_name.post("/accounts/name/", {"pick": "quiet-river", "password": password})

    right = Client().post("/accounts/login/", {"login": "quiet-river", "password": password})
    trimmed = Client().post(
        "/accounts/login/", {"login": "quiet-river", "password": password.strip() + "?"}
    )
    assert (right.status_code, trimmed.status_code) == (302, 200)


def test_guessing_is_stopped_in_words(ana):
    browser = Client()
    for _ in range(5):
        browser.post("/accounts/login/", {"login": "ana-lark", "password": "a wrong guess"})

    answer = browser.post("/accounts/login/", {"login": "ana-lark", "password": PASSWORD})

    assert b"Please wait five minutes" in answer.content
    assert "_auth_user_id" not in browser.session


def test_who_has_a_second_step_may_prove_it_by_that(hana):
    secret = generate_totp_secret()
    TOTP.activate(hana, secret)
    browser = browser_of(hana)
    asked = browser.post("/accounts/code/")
    page = browser.get(asked["Location"]).content.decode()

    form = {"code": code_of(secret), "next": "/accounts/code/"}
    shown = browser.post("/accounts/2fa/reauthenticate/", form)

    assert "/accounts/2fa/reauthenticate/" in page
    assert b"This is your code" in shown.content
