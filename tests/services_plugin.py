"""`pytest -p tests.services_plugin`: these tests run on real PostgreSQL and Redis.

Loaded by name because it must come before Django reads its settings.
"""

import atexit
import os
from pathlib import Path

from tests import choice
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
    """What asks no database says the same beside every one: the run on SQLite says it."""
    choice.leave_out(config, items, {item for item in items if not choice.asks(item)})
