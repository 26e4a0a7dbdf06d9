"""What every test starts from: an empty cache, empty listeners, and the cast of `tests.people`."""

import pytest
from django.core.cache import cache

from community import live

pytest_plugins = ["tests.people"]


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
