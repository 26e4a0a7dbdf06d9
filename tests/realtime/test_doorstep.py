"""What a handshake says about itself, who is here, and whom a session's end concerns."""

import pytest
from django.contrib.sessions.models import Session
from django.test import RequestFactory
from django.utils import timezone

from community import live, pace
from realtime import door, keys, presence
from tests.people import browser_of, timedelta


def scope(*headers, client=("192.0.2.7", 5000)):
    return {
        "headers": [(name.encode(), value.encode()) for name, value in headers],
        "client": client,
    }


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, [], "192.0.2.7"),
        (0, ["203.0.113.9"], "192.0.2.7"),
        (1, ["203.0.113.9"], "203.0.113.9"),
        (1, ["10.0.0.1, 203.0.113.9"], "203.0.113.9"),
        (1, ["10.0.0.1", "203.0.113.9"], "203.0.113.9"),
        (2, ["10.0.0.1, 203.0.113.9, 198.51.100.2"], "203.0.113.9"),
        (1, [], "192.0.2.7"),
    ],
)
def test_an_address_is_what_our_own_proxies_say(settings, proxies, forwarded, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies

    assert door.address_of(scope(*(("x-forwarded-for", f) for f in forwarded))) == address


def test_an_address_may_open_so_many_sockets_a_minute(settings):
    settings.REDIS_URL, settings.HANDSHAKES_A_MINUTE = "", 3
    pace.forget()
    waits = [door.wait_for("192.0.2.7") for _ in range(4)]

    assert waits[:3] == [0.0] * 3
    assert waits[3] > 0
    assert door.wait_for("192.0.2.8") == 0.0


def test_the_session_is_read_from_its_cookie(settings):
    name = settings.SESSION_COOKIE_NAME

    assert door.session_of(scope(("cookie", f"left=1; {name}=abc"))) == "abc"
    assert door.session_of(scope(("cookie", "other=abc"))) == ""
    assert door.session_of(scope()) == ""


def test_a_key_fits_its_own_session_only(ana):
    request = RequestFactory().get("/")
    request.session = browser_of(ana).session
    key = keys.socket_key(request)

    assert keys.is_key(key, session_key=request.session.session_key)
    assert not keys.is_key(key, session_key="another")
    assert not keys.is_key(keys.key_of(""), session_key="")
    assert request.session.session_key not in key


def test_who_arrived_is_here_until_they_leave():
    presence.arrive([("room-a", "one"), ("room-a", "two"), ("room-b", "one")])
    presence.leave([("room-a", "one")])

    assert presence.here("room-a") == {"two"}
    assert presence.here("room-b") == {"one"}
    presence.leave([("room-a", "two"), ("room-b", "one")])
    assert presence.here("room-a") == presence.here("room-b") == frozenset()


def test_a_lease_nobody_renews_ends(settings, monkeypatch):
    settings.REDIS_URL = ""
    now = [1000.0]
    monkeypatch.setattr(presence.time, "time", lambda: now[0])
    presence.arrive([("room-c", "one")])
    now[0] += presence.LEASE + 1

    assert presence.here("room-c") == frozenset()


@pytest.fixture
def kicked():
    hints = []
    live.listen(hints.append)
    return hints


def test_a_session_that_ends_has_its_person_looked_at(ana, kicked, commits):
    session = Session.objects.get(session_key=browser_of(ana).session.session_key)
    with commits():
        session.delete()

    assert [(h.kind, h.people) for h in kicked] == [("kick", (ana.pk,))]


def test_a_session_that_ran_out_concerns_nobody(ana, kicked, commits):
    session = Session.objects.get(session_key=browser_of(ana).session.session_key)
    session.expire_date = timezone.now() - timedelta(days=1)
    with commits():
        session.delete()

    assert kicked == []
