"""Server processes for all tests of this folder, started while the first of them run.

Nothing here runs in a transaction, as server processes could not see into it; each test makes a
house of its own and leaves it behind.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection

from tests.faults.house import House, Server
from tests.faults.planted import PLANTS
from tests.realtime.conftest import committed

__all__ = ["committed"]

HERE = Path(__file__).parent
SERVING = ("pair", "planted", "strict")


def pytest_collection_modifyitems(items):
    """What needs no server comes first: they start meanwhile. Tests of other folders, which may have a
    pair of their own, stay where they are: before all that leaves rows behind."""
    items.sort(key=_is_served)


def _is_served(item):
    return item.path.parent == HERE and bool(set(SERVING) & set(getattr(item, "fixturenames", ())))


class Started:
    """Server processes on their way: `ready` waits for them."""

    def __init__(self, servers, starters):
        self.servers = servers
        self._starts = [starters.submit(server.start) for server in servers]

    def ready(self):
        for start in self._starts:
            start.result()
        return self.servers

    def stop(self):
        for server in self.ready():
            server.kill()


def several():
    """Two processes where Redis joins them, one where all is one process."""
    return range(1 if connection.vendor == "sqlite" else 2)


@pytest.fixture(scope="session")
def starters():
    """They start the servers of one fixture at a time, in the order in which they are asked for: what
    the first tests need is there soon, and the rest comes while those wait for their rooms."""
    with ThreadPoolExecutor(len(several())) as pool:
        yield pool


@pytest.fixture(scope="session")
def services(committed):
    """The PostgreSQL and Redis of this run, to be killed and started again; None where the stack
    is embedded or they are not ours to stop."""
    if connection.vendor == "sqlite":
        return None
    from tests.services_plugin import services

    return services if services.redis and services.postgres else None


@pytest.fixture(scope="session")
def pair(committed, starters):
    """The product, without the limits that would keep a few people from saying a lot."""
    started = Started([Server(BENCH="1") for _ in several()], starters)
    yield started
    started.stop()


@pytest.fixture(scope="session")
def planted(committed, starters):
    """The same with every planted bug, each in a house of its own: (servers, bug -> house)."""
    houses = {bug: House(bug.__name__.replace("_", "-"), members=4) for bug in PLANTS}
    told = " ".join(f"{house.room.pk}={bug.__name__}" for bug, house in houses.items())
    started = Started([Server(BENCH="1", PLANTED=told) for _ in several()], starters)
    yield started, houses
    started.stop()


@pytest.fixture(scope="session")
def strict(committed, starters):
    """One process with every limit, that gives up silent screens after eight seconds."""
    started = Started([Server(SILENCE="8")], starters)
    yield started
    started.stop()


@pytest.fixture(scope="session", autouse=True)
def begun(request):
    """Lets start what the tests of this run will need."""
    wanted = {name for item in request.session.items for name in getattr(item, "fixturenames", ())}
    for name in SERVING:
        if name in wanted:
            request.getfixturevalue(name)
