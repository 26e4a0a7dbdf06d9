"""Who is in a room just now: a lease of 60 seconds, renewed while a screen is open.

A hint for the lobby line and nothing else: it is never stored in the database, it names seats by
their wire id, and it may be empty after a restart. With Redis all processes know it; while Redis is
silent each knows its own, and asks again once a second.
"""

import logging
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any

import redis
from django.conf import settings

log = logging.getLogger(__name__)

LEASE = 60.0
RENEW_EVERY = 25.0
RETRY_REDIS = 1.0  # seconds for which Redis is left alone after it failed

_lock = threading.Lock()
_here: dict[str, dict[str, float]] = {}
_redis_rests_until = 0.0


def here(room: str) -> frozenset[str]:
    """The wire ids of the seats with an open screen in this room, as far as is known."""
    if _asks_redis():
        try:
            found: Any = _redis(settings.REDIS_URL).zrangebyscore(_key(room), time.time(), "+inf")
            return frozenset(wire_id.decode() for wire_id in found)
        except redis.RedisError as error:
            _let_redis_rest("not known", error)
    now = time.time()
    with _lock:
        return frozenset(w for w, until in _here.get(room, {}).items() if until > now)


def arrive(places: Iterable[tuple[str, str]]) -> None:
    """These (room, wire id) are here for the next 60 seconds. Never raises."""
    places, until = list(places), time.time() + LEASE
    with _lock:
        for room, wire_id in places:
            _here.setdefault(room, {})[wire_id] = until
    if places and _asks_redis():
        _together(places, until)


def arrive_one(room: str, wire_id: str) -> None:
    """The same for one seat."""
    arrive([(room, wire_id)])


def forget() -> None:
    """Nobody is here, as far as this process knows."""
    with _lock:
        _here.clear()


def leave(places: Iterable[tuple[str, str]]) -> None:
    """These (room, wire id) are here no longer. Never raises."""
    places = list(places)
    with _lock:
        for room, wire_id in places:
            _here.get(room, {}).pop(wire_id, None)
            if not _here.get(room, True):
                del _here[room]
    if places and _asks_redis():
        _together(places, None)


class Errand:
    """Says who came and who went from a thread of its own, in which Redis may be slow: what waits
    is said at once, the last word about each place."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="errand")
        self._told: dict[tuple[str, str], bool] = {}
        self._waits = False
        self._lock = threading.Lock()

    def tell(self, places: Iterable[tuple[str, str]], *, here: bool) -> None:
        """These places are taken, or empty."""
        with self._lock:
            self._told.update(dict.fromkeys(places, here))
            if self._waits or not self._told:
                return
            self._waits = True
        self._thread.submit(self._go)

    def _go(self) -> None:
        with self._lock:
            told, self._told, self._waits = self._told, {}, False
        arrive(place for place, here in told.items() if here)
        leave(place for place, here in told.items() if not here)


def _together(places: list[tuple[str, str]], until: float | None) -> None:
    try:
        pipe = _redis(settings.REDIS_URL).pipeline(transaction=False)
        for room, seats in _by_room(places).items():
            if until is None:
                pipe.zrem(_key(room), *seats)
            else:
                pipe.zadd(_key(room), dict.fromkeys(seats, until))
                pipe.zremrangebyscore(_key(room), "-inf", until - LEASE)
                pipe.expire(_key(room), int(LEASE))
        pipe.execute()
    except redis.RedisError as error:
        _let_redis_rest("not told", error)


def _by_room(places: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    rooms: dict[str, list[str]] = {}
    for room, wire_id in places:
        rooms.setdefault(room, []).append(wire_id)
    return rooms


def _asks_redis() -> bool:
    return bool(settings.REDIS_URL) and time.monotonic() >= _redis_rests_until


def _let_redis_rest(what: str, error: redis.RedisError) -> None:
    """A silent Redis costs whoever asks half a second, once, and not every time."""
    global _redis_rests_until
    _redis_rests_until = time.monotonic() + RETRY_REDIS
    log.warning("presence is %s: %s", what, type(error).__name__)


def _key(room: str) -> str:
    return f"kindred:here:{room}"


@lru_cache(maxsize=2)
def _redis(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, socket_timeout=0.5, socket_connect_timeout=0.5)
