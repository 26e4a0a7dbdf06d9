"""`pytest -p tests.services_plugin`: these tests run on real PostgreSQL and Redis.

Loaded by name because it must come before Django reads its settings.
"""

import atexit
import os
from pathlib import Path

from tests.services import Services

services = Services()
atexit.register(services.stop)
os.environ.update(services.environment)
if services.postgres and Path(os.environ.get("TABLES_FROM") or "/nowhere").exists():
    named = os.environ.get("TEST_DB") or "main"
    services.postgres.bring(f"test_kindred_{named}", os.environ["TABLES_FROM"])


def pytest_report_header():
    return f"services: {os.environ['DATABASE_URL']} {os.environ['REDIS_URL']}"


def pytest_collection_modifyitems(config, items):
    """What asks no database says the same beside every one: the run on SQLite says it. How many
    tests that are stands in the last line."""
    left = {item for item in items if not _asks(item)}
    config.hook.pytest_deselected(items=list(left))
    items[:] = [item for item in items if item not in left]


def _asks(item):
    """Whether the test may ask a database: it wants one, or starts a server."""
    wanted = {"db", "transactional_db", "committed", "django_db_setup", "server", "live_server"}
    return bool(item.get_closest_marker("django_db") or wanted & set(item.fixturenames))
