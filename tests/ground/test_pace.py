"""How fast is too fast, and that a missing Redis refuses nobody."""

import pytest

from community import pace

KEY = "look-up:1"


@pytest.fixture(autouse=True)
def empty():
    pace.forget()
    yield
    pace.forget()


def test_as_many_as_allowed_are_free_and_the_next_waits(settings):
    settings.REDIS_URL = ""
    spent = [pace.spend(KEY, limit=3, per=60) for _ in range(4)]

    assert spent[:3] == [0.0] * 3
    assert 59 < spent[3] <= 60


def test_what_had_to_wait_is_not_counted(settings, monkeypatch):
    settings.REDIS_URL = ""
    now = [100.0]
    monkeypatch.setattr(pace.time, "monotonic", lambda: now[0])
    for _ in range(8):
        pace.spend(KEY, limit=3, per=10)
    now[0] += 10

    assert [pace.spend(KEY, limit=3, per=10) for _ in range(3)] == [0.0] * 3


def test_keys_are_counted_apart(settings):
    settings.REDIS_URL = ""
    pace.spend(KEY, limit=1, per=60)

    assert pace.spend("look-up:2", limit=1, per=60) == 0.0


def test_without_redis_each_process_allows_half(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    spent = [pace.spend(KEY, limit=10, per=60) for _ in range(6)]

    assert spent[:5] == [0.0] * 5
    assert spent[5] > 0


def test_without_redis_one_is_always_allowed(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    assert pace.spend(KEY, limit=1, per=60) == 0.0


def test_a_load_test_lifts_the_pace(settings):
    settings.BENCH = True

    assert [pace.spend(KEY, limit=1, per=60) for _ in range(5)] == [0.0] * 5


def test_redis_learns_neither_who_nor_from_where():
    name = pace._name("handshake:192.0.2.7")

    assert "192.0.2.7" not in name
    assert name == pace._name("handshake:192.0.2.7") != pace._name("handshake:192.0.2.8")
