"""A notice may name an hour: neutral, and by the clock of whoever reads it."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.utils import timezone, translation

from community.accounts import own_zone
from community.notifications import kinds, queries
from community.notifications.actions import notify
from community.notifications.mail import send_due
from community.notifications.models import Notification
from tests.people import browser_of

SEVEN = datetime(2026, 11, 24, 19, tzinfo=UTC)


@pytest.fixture(autouse=True)
def kind():
    before = dict(kinds._kinds)
    kinds.register("soon", sentence="You have something at %(time)s.", mails=True)
    yield
    kinds._kinds.clear()
    kinds._kinds.update(before)


@pytest.fixture
def today(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: SEVEN - timedelta(hours=2))


def live_in(person, zone):
    person.time_zone = zone
    person.save()


def test_an_hour_of_today_is_the_hour_alone(ana, today):
    notify(person=ana, kind="soon", path="/me/", moment=SEVEN)

    assert [n.sentence for n in queries.notices_of(ana.pk)] == ["You have something at 19:00."]


def test_another_day_is_named(ana, today):
    notify(person=ana, kind="soon", path="/me/", moment=SEVEN + timedelta(days=2))

    assert [n.sentence for n in queries.notices_of(ana.pk)] == [
        "You have something at 19:00 on Thu 26 Nov."
    ]


def test_the_page_says_it_by_the_clock_of_the_reader(ana, ben, today):
    live_in(ben, "America/New_York")
    for person in (ana, ben):
        notify(person=person, kind="soon", path="/me/", moment=SEVEN)

    assert "at 19:00." in browser_of(ana).get("/me/notices/").content.decode()
    assert "at 14:00." in browser_of(ben).get("/me/notices/").content.decode()


def test_a_zone_nobody_knows_any_more_is_the_houses(ana):
    live_in(ana, "Mars/Olympus")

    with own_zone.of(ana):
        assert timezone.get_current_timezone_name() == timezone.get_default_timezone_name()


def test_a_zone_is_given_back_after_the_page(ben):
    live_in(ben, "America/New_York")
    browser_of(ben).get("/me/notices/")

    assert timezone.get_current_timezone_name() == timezone.get_default_timezone_name()


def test_the_mail_says_the_hour_in_the_zone_of_the_person_and_nothing_else(ben, today):
    live_in(ben, "America/New_York")
    EmailAddress.objects.create(user=ben, email="b@example.org", verified=True, primary=True)
    notify(person=ben, kind="soon", path="/groups/evenings/", moment=SEVEN)

    with translation.override("en"):
        send_due(SEVEN - timedelta(hours=1))

    [letter] = mail.outbox
    assert letter.subject == "Something is waiting for you"
    assert letter.body.startswith("Hello,\n\nYou have something at 14:00.\n\nSomething is waiting")
    assert "<p>You have something at 14:00.</p>" in letter.alternatives[0][0]
    assert "evenings" not in letter.body


def test_no_mail_is_sent_about_an_hour_that_has_passed(ben, today):
    EmailAddress.objects.create(user=ben, email="b@example.org", verified=True, primary=True)
    notify(person=ben, kind="soon", path="/me/", moment=SEVEN)

    send_due(SEVEN + timedelta(minutes=1))
    send_due(SEVEN + timedelta(hours=2))

    assert mail.outbox == []
    assert list(Notification.objects.values_list("mail_due", "mailed_at")) == [(None, None)]


def test_another_hour_is_news_and_is_mailed_anew(ben, today):
    EmailAddress.objects.create(user=ben, email="b@example.org", verified=True, primary=True)
    for moment in (SEVEN, SEVEN, SEVEN + timedelta(days=2)):
        notify(person=ben, kind="soon", path="/me/", moment=moment)
        send_due(SEVEN - timedelta(hours=1) + timedelta(hours=2) * len(mail.outbox))

    assert ["Tue 24" in m.body or "19:00.\n" in m.body for m in mail.outbox] == [True, False]
    assert "19:00 on Thu 26 Nov." in mail.outbox[1].body
