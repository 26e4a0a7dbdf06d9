"""Limits hold with Redis, and without."""

import pytest

from community.cache import SharedOrAlone

NOWHERE = "redis://127.0.0.1:1/0"


@pytest.fixture
def away():
    return SharedOrAlone(NOWHERE, {"OPTIONS": {"socket_connect_timeout": 1}})


def test_without_redis_the_process_counts_alone(away):
    away.set("tries", 1, 60)

    assert away.incr("tries") == 2
    assert away.get("tries") == 2


def test_without_redis_a_lock_is_still_given_once(away):
    assert [away.add("lock", "yes", 60), away.add("lock", "yes", 60)] == [True, False]


def test_without_redis_what_is_deleted_is_gone(away):
    away.set("tries", 1, 60)

    assert (away.touch("tries", 60), away.delete("tries"), away.get("tries")) == (True, True, None)


def test_an_unreachable_redis_is_not_asked_every_time(away, caplog):
    for _ in range(5):
        away.get("tries")

    assert [record.getMessage() for record in caplog.records] == [
        "the shared cache is away: ConnectionError"
    ]


def test_with_redis_two_processes_count_together(settings):
    if not settings.REDIS_URL:
        pytest.skip("needs Redis: the PostgreSQL run has one")
    one, other = SharedOrAlone(settings.REDIS_URL, {}), SharedOrAlone(settings.REDIS_URL, {})
    one.set("tries", 1, 60)

    other.incr("tries")

    assert one.get("tries") == 2
