"""What every test starts from: an empty cache, empty listeners, and the cast of `tests.people`."""

import os
import zlib
from pathlib import Path

import pytest
from django.apps import apps
from django.core import serializers
from django.core.cache import cache
from django.db.models.signals import post_migrate

from community import live

pytest_plugins = ["tests.people"]
HERE = Path(__file__).parent
MADE_BY_MIGRATIONS = ["Locale", "Collection", "Page", "Site"]


def pytest_ignore_collect(collection_path):
    """Where HALF is 0 or 1, this process takes one half of the test files, another the other."""
    half = os.environ.get("HALF")
    if half is None or collection_path.is_dir():
        return None
    return zlib.crc32(str(collection_path.relative_to(HERE)).encode()) % 2 != int(half) or None


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Puts the library's first pages back whenever a test with real commits empties the tables:
    they were made by migrations, and nobody else would make them again."""
    library = apps.get_app_config("wagtailcore")
    models = [library.get_model(name) for name in MADE_BY_MIGRATIONS]
    with django_db_blocker.unblock():
        rows = [row for model in models for row in model.objects.order_by("pk")]
        kept = serializers.serialize("json", rows, use_natural_foreign_keys=True)

    def put_back(**_):
        if not models[0].objects.exists():
            for row in serializers.deserialize("json", kept):
                row.save()

    post_migrate.connect(put_back, sender=library, weak=False)


@pytest.fixture(autouse=True)
def nothing_is_left_from_another_test():
    """Rate limits live in the cache and hints have listeners; both are emptied."""
    cache.clear()
    before = list(live._listeners)

    yield

    live._listeners[:] = before


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """`with commits():` runs what was promised for after the commit, without a real one."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
