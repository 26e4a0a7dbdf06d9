"""A session lasts while it is used, and never longer than a whole; then a page says so plainly."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from community.accounts import session_time
from community.accounts.actions.roles import grant_role
from community.accounts.actions.sessions import forget_ended_sessions
from community.accounts.enums import Role
from realtime import access
from tests.people import PASSWORD, browser_of

SCRIPT = {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Site": "same-origin"}
OURS = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "same-origin"}
MEMBER = (timedelta(days=14), timedelta(days=90))
STAFF = (timedelta(hours=8), timedelta(hours=24))


def visit(browser, path="/me/", **headers):
    return browser.get(path, headers=headers)


def lasts(browser):
    """How long the session lasts from now, to the minute."""
    left = Session.objects.get().expire_date - timezone.now()
    return timedelta(minutes=round(left / timedelta(minutes=1)))


def age(browser, *, began=timedelta(0), looked=timedelta(0)):
    """Lets the session have begun, and been used last, so long ago."""
    session, now = browser.session, timezone.now()
    session[session_time.BEGAN] = (now - began).timestamp()
    session[session_time.LOOKED] = (now - looked).timestamp()
    session.save()


def run_out(browser):
    """The session's end has come."""
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    return browser


def test_a_members_session_lasts_two_quiet_weeks(ana):
    browser = browser_of(ana)
    visit(browser)

    assert lasts(browser) == MEMBER[0]


def test_a_session_of_the_team_lasts_eight_quiet_hours(emil):
    browser = browser_of(emil)
    visit(browser)

    assert lasts(browser) == STAFF[0]


def test_being_used_moves_the_end_on(emil):
    browser = browser_of(emil)
    age(browser, began=timedelta(hours=5), looked=timedelta(hours=5))
    Session.objects.update(expire_date=timezone.now() + timedelta(hours=3))

    visit(browser)

    assert lasts(browser) == STAFF[0]


def test_the_whole_ends_it_however_much_it_is_used(emil):
    browser = browser_of(emil)
    age(browser, began=timedelta(hours=20), looked=timedelta(hours=1))

    visit(browser)

    assert lasts(browser) == timedelta(hours=4)


@pytest.mark.parametrize(
    ("began", "looked"),
    [(timedelta(hours=25), timedelta(hours=1)), (timedelta(hours=10), timedelta(hours=9))],
)
def test_who_joined_the_team_meanwhile_has_its_short_times(ana, began, looked):
    browser = browser_of(ana)
    age(browser, began=began, looked=looked)
    grant_role(person=ana, role=Role.MODERATOR, by=None)

    answer = visit(browser)

    assert (answer.status_code, "You are signed out" in answer.content.decode()) == (403, True)
    assert not Session.objects.exists()


def test_what_a_page_asks_by_itself_keeps_nobody_signed_in(emil):
    browser = browser_of(emil)
    age(browser, began=timedelta(hours=5), looked=timedelta(hours=5))
    Session.objects.update(expire_date=timezone.now() + timedelta(hours=3))

    browser.get("/me/", headers=SCRIPT)

    assert lasts(browser) == timedelta(hours=3)


def test_reading_pages_writes_at_most_once_in_ten_minutes(ana):
    browser = browser_of(ana)
    visit(browser)
    before = Session.objects.get().session_data

    visit(browser)

    assert Session.objects.get().session_data == before


def test_signing_in_again_begins_a_new_whole(emil):
    browser = browser_of(emil)
    age(browser, began=timedelta(hours=20), looked=timedelta(hours=1))
    browser.post("/accounts/login/", {"login": emil.handle, "password": PASSWORD})
    browser.force_login(emil)

    visit(browser)

    assert lasts(browser) == STAFF[0]


def test_the_page_says_plainly_that_it_is_over(ana, room):
    answer = visit(run_out(browser_of(ana)), f"/rooms/{room.pk}/?before=40")

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "What you had begun to write in a room is kept there." in page
    assert f"/accounts/login/?next=%2Frooms%2F{room.pk}%2F%3Fbefore%3D40" in page


def test_words_sent_a_moment_too_late_come_back(emil, room):
    words = "I have read what you wrote, and I am glad you came."
    answer = run_out(browser_of(emil)).post(
        f"/rooms/{room.pk}/",
        {"body": words, "cid": "x"},
        headers={**OURS, "Referer": f"http://testserver/rooms/{room.pk}/"},
    )

    page = answer.content.decode()
    assert words in page
    assert f"next=%2Frooms%2F{room.pk}%2F" in page


def test_words_come_back_from_a_page_whose_address_is_no_address(emil, room):
    words = "I have read what you wrote, and I am glad you came."
    answer = run_out(browser_of(emil)).post(
        f"/rooms/{room.pk}/", {"body": words}, headers={**OURS, "Referer": "http://[half"}
    )

    page = answer.content.decode()
    assert answer.status_code == 403
    assert words in page
    assert 'href="/accounts/login/?next=%2F"' in page


def test_a_foreign_page_cannot_put_words_there(emil, room):
    answer = run_out(browser_of(emil)).post(
        f"/rooms/{room.pk}/",
        {"body": "words of somebody from elsewhere"},
        headers={**OURS, "Sec-Fetch-Site": "cross-site"},
    )

    assert "words of somebody" not in answer.content.decode()


def test_a_screen_that_polls_is_sent_to_the_log_in(ana, room):
    answer = run_out(browser_of(ana)).get(f"/rooms/{room.pk}/since/0", headers=SCRIPT)

    assert answer.status_code == 302


def test_strangers_are_not_told_of_a_session_they_never_had(db):
    assert visit(Client())["Location"] == "/accounts/login/?next=/me/"


def test_who_signed_out_is_not_told_that_it_ran_out(ana):
    browser = browser_of(ana)
    visit(browser)
    browser.post("/accounts/logout/")

    assert visit(browser).status_code == 302


def test_the_browser_keeps_the_key_longer_than_it_opens(emil):
    browser = browser_of(emil)
    age(browser, looked=session_time.MOVED_EVERY)

    answer = visit(browser)

    kept = answer.cookies[settings.SESSION_COOKIE_NAME]["max-age"]
    assert kept == MEMBER[1].total_seconds()


def test_a_socket_ends_with_the_session(ana, room):
    browser = browser_of(ana)
    visit(browser)
    key = browser.session.session_key
    welcome = access.admit(key, [room.pk])

    run_out(browser)

    assert welcome.expires > timezone.now()
    assert access.admit(key, [room.pk]) == access.OVER


def test_the_team_is_warned_and_can_stay(emil):
    browser = browser_of(emil)
    first = visit(browser)
    age(browser, began=timedelta(hours=8), looked=timedelta(hours=7, minutes=56))
    session = browser.session
    session.set_expiry(timezone.now() + timedelta(minutes=4))
    session.save()

    left = browser.get("/accounts/stay/", headers=SCRIPT).json()["seconds"]
    stays = browser.post("/accounts/stay/", headers=SCRIPT).json()["seconds"]

    assert 'id="stay"' in first.content.decode()
    assert (230 <= left <= 240, 28_790 <= stays <= 28_800) == (True, True)


def test_a_member_has_time_enough_and_no_warning(ana):
    assert 'id="stay"' not in visit(browser_of(ana)).content.decode()


def test_what_is_over_is_forgotten(ana, ben):
    visit(run_out(browser_of(ana)))
    kept = browser_of(ben)

    forget_ended_sessions(datetime.now(UTC))

    assert list(Session.objects.values_list("pk", flat=True)) == [kept.session.session_key]
