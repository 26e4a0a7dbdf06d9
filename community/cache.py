"""The shared cache, for counts and limits: Redis, and this process alone while Redis is away.

Nobody is refused because Redis is away, and nothing is left unlimited either.
"""

import logging
import time
from typing import Any

import redis
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient

log = logging.getLogger(__name__)

APART = 5.0  # seconds until an unreachable Redis is asked again


class _Client(RedisCacheClient):
    """Keeps what asks Redis: made anew for each question it costs as much as the question. Threads
    share its pool of lines, as they did; there is one server."""

    _asks: Any = None

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        if self._asks is None:
            self._asks = super().get_client(key, write=write)
        return self._asks


class _Shared(RedisCache):
    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = _Client


class SharedOrAlone(BaseCache):
    """Asks Redis; while it cannot be reached, a cache of this process answers instead."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._shared = _Shared(server, params)
        self._alone = LocMemCache("alone", params)
        self._ask_again_at = 0.0

    def _ask(self, method: str, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= self._ask_again_at:
            try:
                return getattr(self._shared, method)(*args, **kwargs)
            except redis.RedisError as error:
                self._ask_again_at = time.monotonic() + APART
                log.warning("the shared cache is away: %s", type(error).__name__)
        return getattr(self._alone, method)(*args, **kwargs)

    def add(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        return bool(self._ask("add", key, value, timeout, version))

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._ask("get", key, default, version)

    def set(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        self._ask("set", key, value, timeout, version)

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return bool(self._ask("touch", key, timeout, version))

    def delete(self, key: Any, version: int | None = None) -> bool:
        return bool(self._ask("delete", key, version))

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        return int(self._ask("incr", key, delta, version))

    def clear(self) -> None:
        self._ask("clear")
        self._alone.clear()

    def close(self, **kwargs: Any) -> None:
        self._shared.close(**kwargs)
