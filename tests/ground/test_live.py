"""Hints: after commit, never in the way of an act, and without anybody's words."""

import threading
import time

import pytest
import redis
from django.conf import settings as configured
from django.db import transaction

from community import live
from community.live import Hint
from community.models import AccessClock


@pytest.fixture
def heard():
    hints = []
    live.listen(hints.append)
    return hints


def test_a_nudge_is_heard_by_every_listener(heard, settings):
    settings.REDIS_URL = ""
    live.nudge("0123456789", 7)

    assert heard == [Hint("nudge", "0123456789", 7)]


def test_a_kick_raises_the_clock_with_the_act_and_speaks_after_it(db, heard, commits):
    before = AccessClock.objects.filter(pk=1).values_list("value", flat=True).first() or 0
    with commits(), transaction.atomic():
        live.kick([4, 5], room="0123456789")
        assert heard == []

    assert heard == [Hint("kick", "0123456789", people=(4, 5))]
    assert AccessClock.objects.get(pk=1).value == before + 1


def test_a_listener_that_fails_is_no_reason_to_fail(heard):
    def broken(_):
        raise LookupError

    live._listeners.insert(0, broken)
    live.hear(Hint("nudge", "ab", 1))

    assert len(heard) == 1


def test_a_redis_that_is_away_holds_nobody_up(settings, heard, monkeypatch):
    settings.REDIS_URL = "redis://192.0.2.1:6379/0"  # an address where nothing answers
    asked_by, connect = [], redis.Connection.connect
    monkeypatch.setattr(
        redis.Connection,
        "connect",
        lambda line: asked_by.append(threading.get_ident()) or connect(line),
    )
    began = time.monotonic()
    for head in range(100):
        live.nudge("0123456789", head)
    took = time.monotonic() - began

    assert threading.get_ident() not in asked_by  # whoever nudges waits for no answer
    assert took < 5
    assert len(heard) == 100


@pytest.mark.skipif(not configured.REDIS_URL, reason="runs in the lane that has Redis")
def test_hints_reach_another_process_through_redis(heard):
    channel = redis.Redis.from_url(configured.REDIS_URL).pubsub(ignore_subscribe_messages=True)
    channel.subscribe(live.CHANNEL)
    channel.get_message(timeout=60)
    while (message := channel.get_message(timeout=0.1)) is None:
        live.nudge("0123456789", 7)  # until it is noticed that somebody else listens

    channel.close()
    assert live.parse(message["data"]) is None  # one's own is skipped
    other = message["data"].replace(live.PROCESS.encode(), b"another")
    assert live.parse(other) == Hint("nudge", "0123456789", 7)


@pytest.mark.skipif(not configured.REDIS_URL, reason="runs in the lane that has Redis")
def test_nudges_stay_here_while_nobody_else_listens_and_kicks_never_do(monkeypatch):
    messenger = live._Messenger(configured.REDIS_URL)
    monkeypatch.setattr(messenger, "alone_for", 60.0)
    messenger.take(Hint("nudge", "0123456789", 7))
    messenger.finish(5)

    channel = redis.Redis.from_url(configured.REDIS_URL).pubsub(ignore_subscribe_messages=True)
    channel.subscribe(live.CHANNEL)
    channel.get_message(timeout=60)
    messenger.take(Hint("nudge", "0123456789", 8))
    messenger.take(Hint("kick", people=(4,)))
    messenger.finish(5)
    heard = channel.get_message(timeout=60)["data"].replace(live.PROCESS.encode(), b"another")
    channel.close()

    assert live.parse(heard) == Hint("kick", people=(4,))


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b'{"from":"x"}', b'{"from":"x","people":3}'])
def test_a_broken_hint_is_no_hint(line):
    assert live.parse(line) is None
