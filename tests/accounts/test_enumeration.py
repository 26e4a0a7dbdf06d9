"""No page tells whether an address is known here: whole answers are compared."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client

from tests.accounts.conftest import COME_IN, NAME, PASSWORD
from tests.people import browser_of

KNOWN, UNKNOWN = "known@example.org", "never@example.org"


@pytest.fixture
def owner(ana):
    """Ana gave an address and confirmed it."""
    ana.email = KNOWN
    ana.save()
    EmailAddress.objects.create(user=ana, email=KNOWN, primary=True, verified=True)
    return ana


def seen(answer, *addresses):
    """Everything of an answer that could tell: status, headers, cookies, page; with what differs
    in any two answers taken out."""
    page = answer.content.decode()
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)
    for address in addresses:
        page = page.replace(address, "ADDRESS")
    headers = {
        k: v
        for k, v in answer.headers.items()
        if k not in {"Content-Length", "Set-Cookie", "Expires"}
    }
    return answer.status_code, headers, sorted(answer.cookies), page


def signed_up_with(address, handle):
    stranger = Client()
    stranger.post(COME_IN, {"adult": "yes", "health": "on"})
    first = stranger.post(NAME, {"handle": handle, "password": PASSWORD, "email": address})
    return first, stranger.get("/accounts/email/")


def test_signing_up_with_a_known_address_looks_the_same(owner):
    first, mine = signed_up_with(UNKNOWN, "calm-heron")
    other, theirs = signed_up_with(KNOWN, "calm-otter")

    assert seen(first) == seen(other)
    assert seen(mine, UNKNOWN) == seen(theirs, KNOWN)


def test_the_owner_of_a_known_address_is_told(owner):
    signed_up_with(KNOWN, "calm-otter")

    [message] = mail.outbox
    assert (message.to, message.subject) == ([KNOWN], "A message for you")
    assert "you have it in an account of yours already" in message.body
    assert "confirm-email" not in message.body


def test_a_stolen_address_never_becomes_theirs(owner):
    signed_up_with(KNOWN, "calm-otter")

    assert list(EmailAddress.objects.filter(verified=True).values_list("user__handle")) == [
        ("ana-lark",)
    ]


def test_giving_a_known_address_later_looks_the_same(owner, ben, cleo, proved):
    answers = []
    for somebody, address in ((ben, KNOWN), (cleo, UNKNOWN)):
        browser = proved(somebody)
        browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
        first = browser.post("/accounts/email/", {"email": address})
        page = browser.get("/accounts/email/")
        answers.append((seen(first, address), seen(page, address)))

    assert answers[0] == answers[1]
    assert answers[0][0][0] == 302


def test_asking_for_a_new_password_looks_the_same(owner):
    answers = [
        seen(Client().post("/accounts/password/reset/", {"email": address}, follow=True), address)
        for address in (KNOWN, UNKNOWN)
    ]

    assert answers[0] == answers[1]
    assert [message.to for message in mail.outbox] == [[KNOWN]]


@pytest.mark.parametrize("login", ["ana-lark", "nobody-at-all", KNOWN, UNKNOWN])
def test_a_wrong_log_in_says_one_sentence(owner, login):
    answer = Client().post("/accounts/login/", {"login": login, "password": "not this one at all"})

    known = Client().post("/accounts/login/", {"login": KNOWN, "password": "not this one at all"})
    assert seen(answer, login) == seen(known, KNOWN)
    assert b"do not belong together" in answer.content


def test_an_ended_account_looks_like_a_wrong_password(owner):
    owner.is_active = False
    owner.save()

    right = Client().post(
        "/accounts/login/", {"login": "ana-lark", "password": PASSWORD}, follow=True
    )

    assert b"inactive" not in right.content.lower()
    assert b"Sign in" in right.content


@pytest.mark.parametrize("handle", ["ana-lark", "nobody-at-all"])
def test_coming_back_with_a_wrong_code_says_one_sentence(ana, handle):
    form = {"handle": handle, "code": "abcd-efgh-jkmn-pqrs-tvwx", "password": "four new calm words"}

    answer = Client().post("/accounts/recover/", form)

    other = Client().post("/accounts/recover/", {**form, "handle": "somebody-else"})
    assert seen(answer, handle) == seen(other, "somebody-else")
    assert b"do not belong together" in answer.content


def test_names_are_looked_up_at_a_pace(at_the_name, ana):
    for _ in range(40):
        at_the_name.post(NAME, {"handle": "ana-lark", "password": "not hers at all"})

    answer = at_the_name.post(NAME, {"handle": "ana-lark", "password": "not hers at all"})

    assert b"That was a lot in a short time" in answer.content
    assert b"Somebody here has this name" not in answer.content


class Counted(MD5PasswordHasher):
    """Says how often a password was worked on: that work is what takes a sign-in its time."""

    worked = 0

    def encode(self, password, salt):
        Counted.worked += 1
        return super().encode(password, salt)


def test_known_and_unknown_take_the_same_work(owner, settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.Counted"]
    owner.set_password(PASSWORD)
    owner.save()
    work = {}

    for login in ("ana-lark", "nobody-at-all", KNOWN, UNKNOWN):
        before = Counted.worked
        Client().post("/accounts/login/", {"login": login, "password": "not this one"})
        work[login] = Counted.worked - before

    # An address is also tried as a name: known or not, both do the same.
    assert work["ana-lark"] == work["nobody-at-all"] > 0
    assert work[KNOWN] == work[UNKNOWN] > 0


@pytest.mark.django_db
def test_a_mail_that_cannot_go_refuses_nobody(settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    first, page = signed_up_with("lake@example.org", "calm-heron")

    assert first["Location"] == "/welcome/"
    assert page.status_code == 200
    assert "lake@example.org" not in caplog.text


def test_the_link_names_our_own_address_whatever_the_host(owner, settings):
    settings.ALLOWED_HOSTS = ["*"]

    Client().post("/accounts/password/reset/", {"email": KNOWN}, headers={"host": "evil.example"})

    assert f"{settings.SITE_URL}/accounts/password/reset/key/" in mail.outbox[0].body
    assert "evil.example" not in mail.outbox[0].body


def test_mails_say_nothing_of_the_kind_of_place(owner):
    Client().post("/accounts/password/reset/", {"email": KNOWN})
    signed_up_with(UNKNOWN, "calm-heron")
    signed_up_with(KNOWN, "calm-otter")

    telling = re.compile(r"health|group|peer|mental|support|crisis|member|ana-lark|calm-", re.I)
    assert len(mail.outbox) == 3
    for message in mail.outbox:
        whole = [message.subject, message.body, *(str(part[0]) for part in message.alternatives)]
        assert len(whole) == 3
        assert [telling.findall(text) for text in whole] == [[], [], []]
        assert message.subject == "A message for you"


def test_a_new_password_by_mail_lets_back_in(owner):
    elsewhere = browser_of(owner)
    Client().post("/accounts/password/reset/", {"email": KNOWN})
    link = re.search(r"/accounts/password/reset/key/\S+", mail.outbox[0].body)[0]
    browser = Client()

    form = browser.get(link, follow=True)
    browser.post(form.redirect_chain[-1][0], {"password1": "four new calm words"})

    assert Client().login(username="ana-lark", password="four new calm words")
    assert elsewhere.get("/accounts/email/").status_code == 302
    assert b"opens nothing any more" in Client().get(link, follow=True).content
