"""The team is told before a session ends by itself, and keeps it with one press."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from community.accounts import session_time
from tests.browser.axe import findings

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def quiet(signed_in, live_server, emil):
    """Emil's own page, on which nothing was done for almost eight hours."""
    page = signed_in(emil).new_page()
    page.clock.install()
    page.goto(f"{live_server.url}/me/")
    assert page.locator("#stay").is_hidden()
    session, now = SessionStore(Session.objects.get().session_key), timezone.now()
    session[session_time.LOOKED] = (now - timedelta(hours=7, minutes=56)).timestamp()
    session.set_expiry(now + timedelta(minutes=4))
    session.save()
    page.clock.fast_forward("07:55:30")
    return page


def test_the_end_is_said_before_it_comes(quiet):
    quiet.get_by_text("In about five minutes you will be signed out").wait_for()

    quiet.evaluate("scrollTo(0, 1e6)")  # over other words the checker cannot judge it
    assert findings(quiet) == []
    assert quiet.evaluate("document.activeElement === document.body")


def test_one_press_keeps_the_session(quiet):
    quiet.get_by_role("button", name="Stay signed in").click()
    quiet.locator("#stay").wait_for(state="hidden")

    left = Session.objects.get().expire_date - timezone.now()
    assert left > timedelta(hours=7, minutes=59)


def test_what_another_window_did_is_heard(quiet, live_server):
    quiet.get_by_role("button", name="Stay signed in").wait_for()
    quiet.context.new_page().goto(f"{live_server.url}/me/")

    quiet.clock.fast_forward("03:00")

    quiet.locator("#stay").wait_for(state="hidden")
    assert Session.objects.count() == 1
