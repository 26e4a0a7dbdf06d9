"""Quiet hours, a day's budget, a break, and stopping without signing in. They hold on the server."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from allauth.account.models import EmailAddress
from django.core import mail as outbox
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from community.notifications import actions, kinds, mail, queries
from community.notifications.models import Notification, Preference
from community.notifications.quiet import Wishes, leaves_at
from tests.people import browser_of

DUBLIN, NEW_YORK = ZoneInfo("Europe/Dublin"), ZoneInfo("America/New_York")
NIGHT = Wishes(quiet_from=time(22), quiet_until=time(7))
NOON = Wishes(quiet_from=time(12), quiet_until=time(14))


def utc(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "wishes", "zone", "sent", "leaves"),
    [
        (utc(24, 21, 59), NIGHT, DUBLIN, 0, utc(24, 21, 59)),
        (utc(24, 22), NIGHT, DUBLIN, 0, utc(25, 7)),  # before midnight
        (utc(25, 3), NIGHT, DUBLIN, 0, utc(25, 7)),  # after midnight
        (utc(25, 7), NIGHT, DUBLIN, 0, utc(25, 7)),
        (utc(24, 22), NIGHT, NEW_YORK, 0, utc(24, 22)),  # 17:00 there
        (utc(25, 4), NIGHT, NEW_YORK, 0, utc(25, 12)),  # 23:00 there
        (utc(24, 13), NOON, DUBLIN, 0, utc(24, 14)),
        (utc(24, 15), NOON, DUBLIN, 0, utc(24, 15)),
        (utc(24, 15), Wishes(), DUBLIN, 2, utc(24, 15)),
        (utc(24, 15), Wishes(), DUBLIN, 3, utc(25, 9)),  # over the day's budget
        (utc(24, 15), Wishes(time(8), time(10), 1), DUBLIN, 1, utc(25, 10)),
        (utc(24, 15), Wishes(rests_until=date(2026, 11, 24)), DUBLIN, 0, utc(25, 9)),
        (utc(25, 0, 30), Wishes(rests_until=date(2026, 11, 24)), DUBLIN, 0, utc(25, 0, 30)),
        (utc(25, 0, 30), Wishes(rests_until=date(2026, 11, 24)), NEW_YORK, 0, utc(25, 14)),
        (datetime(2026, 10, 24, 22, tzinfo=UTC), NIGHT, DUBLIN, 0, datetime(2026, 10, 25, 7, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_mail_leaves_when_it_may(now, wishes, zone, sent, leaves):
    assert leaves_at(now, wishes=wishes, zone=zone, sent_today=sent) == leaves


@pytest.fixture
def ana(ana):
    """Ana, who gave an address and proved it."""
    EmailAddress.objects.create(user=ana, email="ana@mail.example", verified=True, primary=True)
    return ana


@pytest.fixture(autouse=True)
def a_kind():
    kinds.register("answered", sentence="There is an answer for you.", mails=True)
    yield
    kinds._kinds.pop("answered")


def tell(person, now, path="/me/record/7/"):
    notice = actions.notify(person=person, kind="answered", path=path)
    Notification.objects.filter(pk=notice.pk).update(mail_due=now)


def test_what_came_in_quiet_hours_is_one_mail_after_them(ana):
    actions.choose_times(wishes=NIGHT, by=ana)
    night, morning = timezone.make_aware(datetime(2026, 11, 24, 23)), time(7)
    for n in range(3):
        tell(ana, night, path=f"/me/record/{n}/")

    mail.send_due(night)
    in_the_night = len(outbox.outbox)
    ends = timezone.make_aware(datetime.combine(date(2026, 11, 25), morning))
    mail.send_due(ends - timedelta(minutes=1))
    before = len(outbox.outbox)
    mail.send_due(ends)

    assert (in_the_night, before, len(outbox.outbox)) == (0, 0, 1)


def test_over_the_budget_the_rest_is_one_mail_the_next_morning(ana):
    actions.choose_times(wishes=Wishes(mails_a_day=1), by=ana)
    start = timezone.make_aware(datetime(2026, 11, 24, 10))
    for hour in range(0, 9, 2):
        tell(ana, start + timedelta(hours=hour), path=f"/me/record/{hour}/")
        mail.send_due(start + timedelta(hours=hour))
    today = len(outbox.outbox)

    mail.send_due(timezone.make_aware(datetime(2026, 11, 25, 9)))

    assert (today, len(outbox.outbox)) == (1, 2)


def test_mail_is_stopped_without_signing_in_and_never_by_looking(ana, ben, client):
    token = queries.stop_token(ana.pk)

    looked = client.get(f"/stop/{token}/")
    wanted = queries.wants_mail(ana.pk)
    client.post(f"/stop/{token}/")

    assert (looked.status_code, wanted, queries.wants_mail(ana.pk)) == (200, True, False)
    assert ana.handle not in looked.text
    assert queries.wants_mail(ben.pk)
    assert client.post("/stop/1:forged:token/").status_code == 404


def test_every_mail_says_how_to_stop_it(ana):
    now = timezone.now()
    tell(ana, now)

    mail.send_due(now)

    (letter,) = outbox.outbox
    address = letter.extra_headers["List-Unsubscribe"].strip("<>")
    assert address in letter.body
    assert address in letter.alternatives[0][0]


def test_a_mail_program_stops_it_in_one_press(ana):
    tell(ana, timezone.now())
    mail.send_due(timezone.now())
    (letter,) = outbox.outbox
    path = urlsplit(letter.extra_headers["List-Unsubscribe"].strip("<>")).path

    given = dict([letter.extra_headers["List-Unsubscribe-Post"].split("=")])
    answer = Client(enforce_csrf_checks=True).post(path, given)

    assert (answer.status_code, queries.wants_mail(ana.pk)) == (200, False)


def test_times_are_chosen_on_a_page(ana):
    browser = browser_of(ana)
    given = {"quiet_from": "22:00", "quiet_until": "07:00", "mails_a_day": "1"}

    kept = browser.post("/me/notices/times/", given)
    half = browser.post("/me/notices/times/", {**given, "quiet_until": ""})

    assert (kept.status_code, half.status_code) == (302, 422)
    assert queries.wishes_of(ana.pk) == Wishes(time(22), time(7), 1)


def test_the_database_keeps_the_shape(ana):
    for wrong in ({"quiet_from": time(22)}, {"mails_a_day": 0}, {"mails_a_day": 11}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Preference.objects.create(person=ana, **wrong)
