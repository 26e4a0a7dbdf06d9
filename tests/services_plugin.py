"""`pytest -p tests.services_plugin`: these tests run on real PostgreSQL and Redis.

Loaded by name because it must come before Django reads its settings.
"""

import atexit
import os

from tests.services import Services

services = Services()
atexit.register(services.stop)
os.environ.update(services.environment)


def pytest_report_header():
    return f"services: {os.environ['DATABASE_URL']} {os.environ['REDIS_URL']}"
