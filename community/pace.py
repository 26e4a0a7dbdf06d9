"""How fast is too fast: sends, look-ups and handshakes, counted in one way for all of them.

With Redis every process counts together. While Redis is away each process counts alone, at half
the allowance: nobody is refused because a part of ours is missing.
"""

import hashlib
import hmac
import logging
import threading
import time
from collections import deque
from functools import lru_cache

import redis
from django.conf import settings
from redis.commands.core import Script

log = logging.getLogger(__name__)

SENDS = 10  # a person and room, page and socket together
SENDS_PER = 30.0
RETRY_REDIS = 1.0  # seconds for which Redis is left alone after it failed
_MOST_KEYS = 20_000

# The newest `limit` times, newest first. Free where the oldest of them is older than `per`.
_SPEND = """
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local limit, per = tonumber(ARGV[1]), tonumber(ARGV[2])
local oldest = redis.call('LINDEX', KEYS[1], limit - 1)
if oldest and tonumber(oldest) > now - per then return tonumber(oldest) + per - now end
redis.call('LPUSH', KEYS[1], now)
redis.call('LTRIM', KEYS[1], 0, limit - 1)
redis.call('PEXPIRE', KEYS[1], per)
return 0
"""

_lock = threading.Lock()
_times: dict[str, deque[float]] = {}
_redis_rests_until = 0.0


def spend(key: str, *, limit: int, per: float) -> float:
    """Counts one more of `key`: 0.0 where fewer than `limit` were counted in the last `per`
    seconds, else the seconds to wait. What had to wait is not counted. Never raises."""
    if settings.BENCH:
        return 0.0
    name = _name(key)
    if settings.REDIS_URL:
        wait = _spend_together(name, limit, per)
        if wait is not None:
            return wait
        limit = max(1, limit // 2)
    return _spend_alone(name, limit, per)


def spend_send(*, person: int, room: str) -> float:
    """One more message of this person in this room."""
    return spend(f"send:{person}:{room}", limit=SENDS, per=SENDS_PER)


def forget() -> None:
    """Empties this process's own count. For tests."""
    global _redis_rests_until
    with _lock:
        _times.clear()
        _redis_rests_until = 0.0


def _name(key: str) -> str:
    """Redis learns neither who nor from where: a keyed hash names the count."""
    mac = hmac.new(settings.SECRET_KEY.encode(), key.encode(), hashlib.sha256)
    return f"kindred:pace:{mac.hexdigest()[:32]}"


def _spend_together(name: str, limit: int, per: float) -> float | None:
    """The wait Redis knows of, or None while it is away."""
    global _redis_rests_until
    if time.monotonic() < _redis_rests_until:
        return None
    try:
        return float(_script(settings.REDIS_URL)(keys=[name], args=[limit, int(per * 1000)])) / 1000
    except redis.RedisError as error:
        _redis_rests_until = time.monotonic() + RETRY_REDIS
        log.warning("pace is counted alone for now: %s", type(error).__name__)
        return None


def _spend_alone(name: str, limit: int, per: float) -> float:
    now = time.monotonic()
    with _lock:
        if len(_times) > _MOST_KEYS:
            _forget_what_is_over(now)
        times = _times.setdefault(name, deque())
        while times and times[0] <= now - per:
            times.popleft()
        if len(times) >= limit:
            return times[len(times) - limit] + per - now
        times.append(now)
        return 0.0


def _forget_what_is_over(now: float) -> None:
    """Keys nobody used for ten minutes; all of them where that is not enough."""
    for key in [k for k, times in _times.items() if not times or times[-1] < now - 600]:
        del _times[key]
    if len(_times) > _MOST_KEYS:
        _times.clear()


@lru_cache(maxsize=2)
def _script(url: str) -> Script:
    client = redis.Redis.from_url(
        url, socket_timeout=0.3, socket_connect_timeout=0.3, max_connections=50
    )
    return client.register_script(_SPEND)
