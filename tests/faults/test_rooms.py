"""A room keeps its word while processes die, Redis dies and moderators act; and where a bug is
planted, the checker says which promise broke.

On PostgreSQL with Redis there are two server processes, on SQLite one. Each run is bounded and
prints what was injected and counted.
"""

import random
import threading
from contextlib import contextmanager

import pytest
from django.db import connection

from community.safety.enums import Why
from groups.actions.belonging import unseat
from groups.actions.messages import hide_message
from groups.models import RoomEvent
from tests.faults import invariants
from tests.faults.history import History
from tests.faults.house import House, Server
from tests.faults.tabs import Screens

STEP = 0.35  # seconds between the acts of a moderator

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def redis():
    """The Redis of this run, to be killed and started again; None on the embedded stack."""
    if connection.vendor == "sqlite":
        return None
    from tests.services_plugin import services

    return services.redis


@contextmanager
def opened(*, seed, members=6, planted="", pause=0.12):
    """A house with its servers up and its screens talking; everything is ended at the end."""
    servers = [Server(planted=planted) for _ in range(1 if connection.vendor == "sqlite" else 2)]
    history = History()
    house = House(members=members, servers=servers, pause=pause)
    try:
        for server in servers:
            server.start()
        screens = Screens(house.tabs, history, seed)
        screens.start()
        yield house, history, screens
    finally:
        for server in servers:
            server.kill()


class Night:
    """One run: what is injected when, healing, then the closing read."""

    def __init__(self, house, history, screens, redis, seed):
        self.house, self.history, self.screens, self.redis = house, history, screens, redis
        self.random = random.Random(seed)
        self.restarts = []

    def run(self, *, steps, acts):
        """`acts`: step -> function. At every step words are hidden, while people talk."""
        for step in range(steps):
            if step in acts:
                acts[step]()
            self.hide_one()
            threading.Event().wait(STEP)
        for restart in self.restarts:
            restart.join()
        self.screens.quiet()
        self.quiet_hide()
        self.screens.finish(self.last_seq())
        return self.house.store()

    def last_seq(self):
        self.house.room.refresh_from_db()
        return self.house.room.last_seq

    def hide_one(self):
        if shown := self.house.shown():
            seq = self.random.choice(shown)
            hide_message(room=self.house.room.pk, seq=seq, reason=Why.CARE, by=self.house.emil)
            self.history.note("hidden", seq=seq)

    def quiet_hide(self):
        """Nobody speaks and no hint arrives: only the poller can tell the screens."""
        if self.redis:
            self.stop_redis()
        threading.Event().wait(0.6)
        self.hide_one()
        threading.Event().wait(invariants.WITHIN + 0.2)
        if self.redis:
            self.start_redis()

    def kill(self, number):
        def act():
            server = self.house.servers[number % len(self.house.servers)]
            self.history.note("fault", what="kill -9")
            server.kill()
            self.restarts.append(threading.Thread(target=server.start))
            self.restarts[-1].start()

        return act

    def stop_redis(self):
        self.history.note("fault", what="Redis killed")
        self.redis.stop()

    def start_redis(self):
        self.history.note("fault", what="Redis back, empty")
        self.redis.start()

    def remove(self, number):
        def act():
            person = self.house.members[number]
            unseat(room=self.house.room, person=person, by=self.house.emil, reason=Why.UNKIND)
            gone = RoomEvent.objects.filter(room=self.house.room, kind="gone").last()
            self.history.note("removed", person.handle, seq=gone.seq)

        return act


def report(name, history, found):
    faults = [entry.what for entry in history.of("fault")]
    dups = sum(entry.dup for entry in history.of("ack"))
    print(
        f"\n{name}: {history.counts()} of which {dups} repeats; injected {faults}; broken {found}"
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_a_room_keeps_its_word_through_a_bad_night(seed, redis):
    with opened(seed=seed) as (house, history, screens):
        night = Night(house, history, screens, redis, seed)
        acts = {3: night.kill(0), 9: night.remove(1), 15: night.remove(2), 20: night.kill(1)}
        if redis:
            acts |= {6: night.stop_redis, 12: night.start_redis}

        store = night.run(steps=24, acts=acts)

    found = invariants.broken(history, store)
    report(f"seed {seed}", history, found)
    assert found == {}
    assert len(store.messages) > 50
    assert len(history.of("hidden")) > 15
    assert len(history.of("removed")) == 2
    assert any(entry.dup for entry in history.of("ack"))


PLANTS = [
    ("no_dedupe", "acked is stored once"),
    ("body_on_replay", "hidden stays hidden"),
    ("no_recheck", "a removed person hears nothing more"),
    ("no_poller", "a hide arrives within a second"),
]


@pytest.mark.parametrize(("planted", "promise"), PLANTS)
def test_a_planted_bug_is_caught_by_name(planted, promise, redis):
    with opened(seed=7, members=4, planted=planted) as (house, history, screens):
        night = Night(house, history, screens, redis, 7)

        store = night.run(steps=8, acts={3: night.remove(1), 5: night.kill(0)})

    found = invariants.broken(history, store)
    report(planted, history, found)
    assert promise in found
