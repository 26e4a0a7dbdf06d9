"""A room keeps its word while processes die, Redis and PostgreSQL fail and two moderators act.

On PostgreSQL with Redis there are two server processes, on SQLite one. Each run is bounded and
prints what was injected and counted.
"""

import time

import pytest

from tests.faults import invariants, scale
from tests.faults.house import House
from tests.faults.night import WRONG, Night, Team, report
from tests.faults.tabs import Screens

HEALED = scale.of(1.5, 5.0)  # seconds of talk after all faults are over


def everyone(house, servers):
    """Each with their own trouble: a double press, a line that breaks, a screen that sleeps."""
    tabs = [
        *house.both(0, servers),
        *house.both(1, servers),
        *house.both(2, servers),
        house.tab(3, servers, screen="breaks", restless=True),
        house.tab(4, servers, screen="sleeps", sleepy=True),
        house.tab(5, servers, screen="page", post=house.page(5, servers)),
        house.tab(0, servers, screen="late", is_late=True, talks=False),
    ]
    tabs[0].post = house.page(0, servers)
    return tabs


def plan(night, services):
    """Every fault once, in the order in which they hurt most."""
    time.sleep(0.7)
    night.kill(0, shift=-WRONG)
    if services:
        night.redis_frozen()  # everybody comes back to a process whose Redis is silent
    night.healed()
    night.remove(1)
    if services:
        night.postgres_restart()
        night.pool_exhausted()
        night.beside(night.lock_held)  # while the last server is restarted, the first one waits
    else:
        night.lock_held()
    night.roll(shift=WRONG)
    night.healed()
    night.remove(2)


def at_random(night, services, seconds):
    """The same faults in an order of the seed, again and again, alone and in twos."""
    acts = [
        lambda: night.kill(
            night.random.randrange(2), shift=night.random.choice([-WRONG, 0, WRONG])
        ),
        lambda: night.kill(night.random.randrange(2)),
        night.lock_held,
        night.roll,
    ]
    if services:
        acts += [
            lambda: night.redis_away(night.random.choice([1, 5, 20])),
            night.redis_frozen,
            night.postgres_restart,
            night.pool_exhausted,
        ]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        night.random.choice(acts)()
        time.sleep(night.random.uniform(0, 2))
        night.healed()


def talk_again(history):
    """A while of talk after all faults; longer where the machine is too busy for much of it."""
    since = time.monotonic()
    while time.monotonic() < since + HEALED or (
        not is_enough(history, since) and time.monotonic() < since + 20 * HEALED
    ):
        time.sleep(0.2)


def is_enough(history, since):
    """Something of everything was said: by the line and by the page's form, once and again."""
    acks = history.of("ack")
    return (
        min(map(len, invariants.latencies(history, since=since))) >= 20
        and any("way" in ack.fields for ack in acks)
        and any(ack.dup for ack in acks)
    )


@pytest.mark.parametrize("seed", scale.SEEDS)
def test_a_room_keeps_its_word_through_a_bad_night(seed, pair, services):
    house, servers = House(f"night-{seed}", members=6), pair.ready()
    history, night = house.history, Night([house], servers, services, seed=seed)
    screens = Screens(everyone(house, servers), seed)
    team = [Team(house, house.emil, seed), Team(house, house.noor, seed + 1000)]
    screens.start()
    screens.wait_for_all()
    for moderator in team:
        moderator.start()

    plan(night, services)
    at_random(night, services, scale.SECONDS)
    night.healed()
    talk_again(history)
    screens.quiet()
    for moderator in team:
        moderator.stop()
    night.hide_in_silence()
    screens.finish({house.room.pk: house.last_seq()})

    store = house.store(everywhere=True)
    found = invariants.broken(history, store)
    report(f"seed {seed}", house, found)
    since = history.of("healed")[-1].at
    print(f"  healed: {invariants.speed(history, since=since)}")
    assert found == {}
    assert len(store.messages) > 40
    assert len(history.of("hidden")) > 10
    assert len(history.of("restoring")) > 0
    assert len(history.of("edited")) > 0
    assert {entry.dup for entry in history.of("ack")} == {True, False}
    assert any("way" in entry.fields for entry in history.of("ack"))
    assert all(invariants.latencies(history, since=since))
