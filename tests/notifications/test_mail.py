"""The neutral mail: rarely, to a proved address, without a name or a word."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail as outbox
from django.utils import timezone

from community.accounts.enums import Standing
from community.notifications import actions, kinds, mail
from community.notifications.models import Notification
from tests.people import browser_of

LATER = timedelta(minutes=6)


@pytest.fixture(autouse=True)
def two_kinds():
    kinds.register("answered", sentence="There is an answer for you.", mails=True)
    kinds.register("quiet", sentence="Something changed.", mails=False)
    yield
    kinds._kinds.pop("answered")
    kinds._kinds.pop("quiet")


@pytest.fixture
def ana(ana):
    """Ana, who gave an address and proved it."""
    EmailAddress.objects.create(user=ana, email="ana@mail.example", verified=True, primary=True)
    return ana


def tell(person, kind="answered", path="/me/record/7/"):
    return actions.notify(person=person, kind=kind, path=path)


def test_one_mail_says_only_that_something_waits(ana, settings):
    settings.SITE_URL = "https://house.example"
    tell(ana)

    mail.send_due(timezone.now() + LATER)

    (letter,) = outbox.outbox
    whole = letter.subject + letter.body + letter.alternatives[0][0]
    assert (letter.to, letter.subject) == (["ana@mail.example"], "Something is waiting for you")
    assert "https://house.example/me/notices/" in letter.body
    for word in ("ana-lark", "answer", "record", "group", "room", "health", "moderator"):
        assert word not in whole.lower()


@pytest.mark.parametrize("proved", [False, None])
def test_nobody_without_a_proved_address_gets_mail(ben, proved):
    if proved is not None:
        EmailAddress.objects.create(user=ben, email="ben@mail.example", verified=proved)
    tell(ben)

    mail.send_due(timezone.now() + LATER)

    assert outbox.outbox == []


def test_a_quiet_kind_is_never_mailed(ana):
    tell(ana, "quiet")

    mail.send_due(timezone.now() + LATER)

    assert outbox.outbox == []


def test_who_read_it_meanwhile_gets_no_mail(ana):
    notice = tell(ana)
    actions.mark_read(by=ana, notice=notice.pk)

    mail.send_due(timezone.now() + LATER)

    assert outbox.outbox == []


def test_many_notices_are_one_mail_an_hour(ana):
    now = timezone.now()
    tell(ana)
    tell(ana, path="/me/record/8/")
    mail.send_due(now + LATER)
    tell(ana, path="/me/record/9/")

    mail.send_due(now + 2 * LATER)
    assert len(outbox.outbox) == 1
    mail.send_due(now + 2 * LATER + mail.QUIET)
    assert len(outbox.outbox) == 2


def test_mail_can_be_turned_off_and_on(ana):
    browser = browser_of(ana)
    browser.post("/me/notices/mail/", {"mail": "no"})
    tell(ana)
    mail.send_due(timezone.now() + LATER)
    assert outbox.outbox == []

    browser.post("/me/notices/mail/", {"mail": "yes"})
    tell(ana, path="/me/record/8/")
    mail.send_due(timezone.now() + LATER)

    assert len(outbox.outbox) == 1


def test_who_is_leaving_gets_no_mail(ana):
    tell(ana)
    ana.standing = Standing.LEAVING
    ana.save()

    mail.send_due(timezone.now() + LATER)

    assert outbox.outbox == []


def test_a_mail_that_could_not_leave_is_tried_again(ana, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    now = timezone.now() + LATER
    tell(ana)

    mail.send_due(now)
    waiting = Notification.objects.get()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.send_due(now + mail.RETRY)

    assert (waiting.mail_due, waiting.mailed_at) == (now + mail.RETRY, None)
    assert len(outbox.outbox) == 1


def test_many_are_told_at_once_as_one_by_one(ana, ben, cleo):
    EmailAddress.objects.create(user=ben, email="b@mail.example", verified=True, primary=True)
    EmailAddress.objects.create(user=cleo, email="c@mail.example", verified=False, primary=True)
    actions.choose_no_mail(by=ben)
    kinds_of = [("answered", person) for person in (ana, ben, cleo)] + [("quiet", ana)]

    actions.notify_many([actions.Told(one.pk, kind, "/mentoring/") for kind, one in kinds_of])

    made = Notification.objects.order_by("pk")
    assert [(n.kind, n.person_id) for n in made] == [(kind, one.pk) for kind, one in kinds_of]
    assert [n.mail_due is not None for n in made] == [True, False, False, False]
