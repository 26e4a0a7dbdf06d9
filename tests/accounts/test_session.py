"""What a session is at the door: new at each log-in, empty of what was before."""

from django.contrib.sessions.models import Session
from django.test import Client

from community.accounts import door
from community.accounts.models import Person
from tests.accounts.conftest import COME_IN, NAME, PASSWORD


def begun(**words):
    """A browser with a session from before, as somebody could have planted it."""
    browser = Client()
    session = browser.session
    session.update(words)
    session.save()
    return browser


def test_signing_in_gives_a_new_session_without_the_old(ana):
    browser = begun(planted="words", cart="more")
    before = browser.session.session_key

    browser.post("/accounts/login/", {"login": "ana-lark", "password": PASSWORD})

    assert browser.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()
    assert {"planted", "cart"} & set(browser.session.keys()) == set()


def test_signing_up_gives_a_new_session_without_the_old(db):
    browser = begun(planted="words")
    before = browser.session.session_key

    browser.post(COME_IN, {"adult": "yes", "health": "on"})
    browser.post(NAME, {"pick": "quiet-river", "password": PASSWORD})

    assert browser.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()
    assert "planted" not in browser.session


def test_the_answer_of_the_first_screen_does_not_stay(at_the_name):
    at_the_name.post(NAME, {"pick": "quiet-river", "password": PASSWORD})

    assert at_the_name.cookies[door.COOKIE]["max-age"] == 0


def test_the_answer_cannot_be_read_by_scripts_or_other_sites(at_the_name):
    cookie = at_the_name.cookies[door.COOKIE]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/accounts/")


def test_without_the_secret_nothing_is_taken(db):
    """A form from another site, or from a page that was open for too long."""
    browser = Client(enforce_csrf_checks=True)

    for path in (COME_IN, NAME, "/accounts/login/", "/accounts/recover/", "/welcome/"):
        answer = browser.post(path, {"adult": "yes", "health": "on", "handle": "quiet-river"})
        assert answer.status_code == 403
        assert b"Please send it again" in answer.content
    assert Person.objects.count() == 0


def test_private_pages_are_kept_by_no_cache(ana, proved):
    browser = proved(ana)

    for path in ("/accounts/email/", "/accounts/code/", "/accounts/consent/", "/welcome/"):
        assert browser.get(path)["Cache-Control"] == "no-store, private"


def test_pages_of_one_s_own_ask_to_sign_in(db):
    paths = (
        "waiting/ consent/ code/ email/ invite/ admissions/ profile/ profile/name/ profile/place/ "
        "blocked/ 2fa/ sessions/ password/change/"
    ).split()

    places = {Client().get(f"/accounts/{path}")["Location"].partition("?")[0] for path in paths}

    assert places == {"/accounts/login/"}


def test_the_library_s_own_pages_lead_to_ours(ana, proved):
    browser = proved(ana)

    assert browser.get("/accounts/password/set/")["Location"] == "/accounts/password/change/"
    assert browser.get("/accounts/confirm-email/")["Location"] == "/accounts/email/"
    assert browser.get("/accounts/inactive/")["Location"] == "/accounts/login/"
