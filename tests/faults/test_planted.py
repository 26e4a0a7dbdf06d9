"""The tests of the tests: each planted bug is caught by the name of the promise it breaks.

All of them run beside each other in one pair of processes, each in a room of its own.
"""

import time

import pytest

from tests.faults import invariants
from tests.faults.night import Night, Team, report
from tests.faults.planted import PLANTS
from tests.faults.tabs import Screens

TALK = 4.0  # seconds


def everyone(house, servers):
    return [
        house.tab(0, servers, screen=f"{house.name} 0"),
        house.tab(1, servers, screen=f"{house.name} removed", talks=False),
        house.tab(2, servers, screen=f"{house.name} 2"),
        house.tab(3, servers, screen=f"{house.name} breaks", restless=True),
        house.tab(0, servers, screen=f"{house.name} late", is_late=True, talks=False),
    ]


@pytest.fixture(scope="module")
def caught(planted, services):
    """bug -> the promises that were seen broken in its room."""
    started, houses = planted
    servers = started.ready()
    night = Night(houses.values(), servers, services)
    tabs = [tab for house in houses.values() for tab in everyone(house, servers)]
    screens = Screens(tabs, seed=7, longest=2.5)
    teams = [Team(house, house.noor, seed=7) for house in houses.values()]
    screens.start()
    screens.wait_for_all()
    for team in teams:
        team.start()
    time.sleep(TALK / 2)
    night.remove(1)
    time.sleep(TALK / 2)
    screens.quiet()
    for team in teams:
        team.stop()
    night.hide_in_silence()
    screens.finish({house.room.pk: house.last_seq() for house in houses.values()})
    found = {bug: invariants.broken(h.history, h.store()) for bug, h in houses.items()}
    for bug, house in houses.items():
        report(bug.__name__, house, {name: len(said) for name, said in found[bug].items()})
    return found


@pytest.mark.parametrize(
    ("bug", "promise"), PLANTS.items(), ids=lambda v: getattr(v, "__name__", "")
)
def test_a_planted_bug_is_caught_by_name(bug, promise, caught):
    assert promise in caught[bug]
