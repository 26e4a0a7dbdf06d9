"""`pytest -p tests.services_plugin`: these tests run on real PostgreSQL and Redis.

Loaded by name because it must come before Django reads its settings.
"""

import atexit
import os

from tests import choice
from tests.services import Services

services = Services(f"test_kindred_{os.environ.get('TEST_DB') or 'main'}")
atexit.register(services.stop)
os.environ.update(services.environment)


def pytest_report_header():
    return f"services: {os.environ['DATABASE_URL']} {os.environ['REDIS_URL']}"


def pytest_collection_modifyitems(config, items):
    """What asks no database says the same beside every one: the run on SQLite says it."""
    choice.leave_out(config, items, {item for item in items if not choice.asks(item)})
