"""Two questions of whoever watches the servers: does this process answer, can it do its work?"""

from functools import lru_cache

import redis
from django.conf import settings
from django.db import Error as DatabaseTrouble
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from community import ticker


@never_cache
@require_safe
def alive(request: HttpRequest) -> JsonResponse:
    """`/healthz`: this process answers. Asks nobody else."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """`/readyz`: 200 while people can be served, 503 while they cannot.

    Without Redis everything works, half a second slower; without the worker pages and rooms do,
    while nothing happens by itself. Both are said, and stay 200.
    """
    database = _database()
    answer = {
        "status": "ready" if database == "ok" else "not ready",
        "database": database,
        "redis": _redis(),
        "worker": _worker() if database == "ok" else "not known",
    }
    return JsonResponse(answer, status=200 if database == "ok" else 503)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return "ok" if _migrated() else "migrations missing"
    except DatabaseTrouble:
        return "away"


_complete = False


def _migrated() -> bool:
    """Whether every migration of this code is applied; asked until the first yes."""
    global _complete
    if not _complete:
        executor = MigrationExecutor(connection)
        _complete = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _complete


def _worker() -> str:
    return "ok" if ticker.is_ticking(ticker.now()) else "late"


def _redis() -> str:
    if not settings.REDIS_URL:
        return "not used"
    try:
        _client(settings.REDIS_URL).ping()
    except redis.RedisError:
        return "away"
    return "ok"


@lru_cache(maxsize=1)
def _client(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1)
