"""A bad night: what is done to the machine, and what the team does meanwhile."""

import random
import signal
import threading
import time
from collections import Counter
from contextlib import contextmanager, nullcontext, suppress

import psycopg
from django.db import Error, connection, transaction

from community.refusal import Refused
from community.safety.enums import Why
from groups.actions.belonging import unseat
from groups.actions.messages import delete_message, edit_message, hide_message, restore_message
from groups.enums import WhyBack
from groups.models import Message, Room, RoomEvent

TRIES = 5  # of an act of this process, on a machine that is too busy for its locks
BACK = next(iter(WhyBack))
STEP = 0.35  # seconds between the acts of one moderator
WRONG = 300  # seconds by which the clock of a process is wrong


def surely(act, **how):
    """The act, again where the room was locked for too long: a moderator presses again too."""
    for _ in range(TRIES - 1):
        try:
            return act(**how)
        except Error:
            connection.close()
    return act(**how)


class Team(threading.Thread):
    """A moderator of the house who hides and restores while people talk; now and then an author
    takes back or rewrites their own words. Two of them often reach for the same words."""

    def __init__(self, house, moderator, seed):
        super().__init__(daemon=True)
        self.house, self.moderator, self.random = house, moderator, random.Random(seed)
        self.deck = []
        self.over = threading.Event()
        self.error = None

    def run(self):
        try:
            self.moderate()
        except Exception as error:  # told to the test, in `stop`
            self.error = error
        finally:
            connection.close()

    def moderate(self):
        while not self.over.wait(STEP * self.random.uniform(0.5, 1.5)):
            began = time.monotonic()
            try:
                self.act()
                self.house.history.note("commit", late=time.monotonic() - began)
            except Refused:  # the other one was first
                continue
            except Error:  # the database is away or the room is locked: nothing has happened
                connection.close()

    def stop(self):
        self.over.set()
        self.join()
        if self.error is not None:
            raise self.error

    def act(self):
        """By chance, yet none is left out: in a slow night too each of them is tried."""
        if not self.deck:
            self.deck = [*[self.hide] * 5, self.restore, self.edit, self.delete]
            self.random.shuffle(self.deck)
        self.deck.pop()()

    def newest(self, state):
        found = Message.objects.filter(room=self.house.room, state=state, seq__isnull=False)
        newest = list(found.select_related("author__person").order_by("-seq")[:3])
        return self.random.choice(newest) if newest else None

    def hide(self):
        if (message := self.newest("shown")) is not None:
            room, seq = self.house.room.pk, message.seq
            hide_message(room=room, seq=seq, reason=Why.CARE, by=self.moderator)
            self.note_taken("hide", seq)

    def delete(self):
        if (message := self.newest("shown")) is not None:
            delete_message(room=message.room_id, seq=message.seq, by=message.author.person)
            self.note_taken("delete", message.seq)

    def restore(self):
        if (message := self.newest("hidden")) is not None:
            event = self.taken("hide", message.seq)
            self.house.history.note("restoring", seq=message.seq, event=event.seq)
            how = {"room": message.room_id, "seq": message.seq, "reason": BACK}
            restore_message(**how, by=self.moderator)

    def edit(self):
        if (message := self.newest("shown")) is not None:
            body = f"{message.body} (rewritten)"
            self.house.history.note("edited", seq=message.seq, body=body, before=message.body)
            author = message.author.person
            edit_message(room=message.room_id, seq=message.seq, body=body, by=author)

    def taken(self, kind, seq):
        """The event that took it out last."""
        return RoomEvent.objects.filter(room=self.house.room, kind=kind, subject_seq=seq).last()

    def note_taken(self, kind, seq):
        """What both of them hid was hidden once."""
        event = self.taken(kind, seq)
        if event.seq not in {e.event for e in self.house.history.of("hidden")}:
            self.house.history.note("hidden", seq=seq, event=event.seq)


class Night:
    """Faults, one after the other or side by side, told to the histories of the houses."""

    def __init__(self, houses, servers, services, *, seed=1):
        self.houses, self.servers, self.services = houses, servers, services
        self.random = random.Random(seed)
        self.coming_back = []

    # Telling -----------------------------------------------------------------------------------

    @contextmanager
    def fault(self, what, *, database=False):
        since = time.monotonic()
        yield
        for house in self.houses:
            house.history.note("fault", what=what, since=since, database=database)

    def healed(self):
        """Waits until every server is back, and says so."""
        for thread in self.coming_back:
            thread.join()
        self.coming_back.clear()
        for house in self.houses:
            house.history.note("healed")

    # Processes ---------------------------------------------------------------------------------

    def kill(self, number, *, shift=0):
        """kill -9 while words are on their way; it comes back with a clock that is wrong."""
        server = self.servers[number % len(self.servers)]
        with self.fault("kill -9"):
            server.kill()
        server.turn(CLOCK_SHIFT=str(shift))
        self._start(server)

    def roll(self, *, shift=0):
        """Every process is asked to end and started anew, one after the other, the last one with a
        clock that is wrong."""
        for server in reversed(self.servers):
            with self.fault("restart"):
                server.stop()
                server.turn(CLOCK_SHIFT=str(shift))
                server.start()
            shift = 0

    def _start(self, server):
        self.beside(server.start)

    def beside(self, act):
        """Lets something happen while the night goes on; `healed` waits for it."""
        thread = threading.Thread(target=act, daemon=True)
        thread.start()
        self.coming_back.append(thread)

    # Redis -------------------------------------------------------------------------------------

    def redis_away(self, seconds):
        """Killed, and back with nothing in it."""
        with self._without_redis():
            time.sleep(seconds)

    @contextmanager
    def _without_redis(self):
        with self.fault("Redis away, back empty"):
            self.services.redis.stop()
            yield
            self.services.redis.start()

    def redis_frozen(self, seconds=3.0):
        """It holds its lines and answers nobody."""
        with self.fault("Redis frozen"):
            self.services.redis.freeze()
            time.sleep(seconds)
            self.services.redis.thaw()

    # The database ------------------------------------------------------------------------------

    def postgres_restart(self):
        """It ends at once, as in a crash, and comes back."""
        with self.fault("PostgreSQL restarted at once", database=True):
            self.services.postgres.stop(signal.SIGQUIT)
            self.services.postgres.start()
            connection.close()

    def lock_held(self, seconds=3.0):
        """Somebody holds the rooms for as long as a writer waits, and a little longer."""
        with self.fault("rows locked", database=True), suppress(Error), transaction.atomic():
            ids = [house.room.pk for house in self.houses]
            list(Room.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
            time.sleep(seconds + 0.2)
        if threading.current_thread() is not threading.main_thread():
            connection.close()

    def pool_exhausted(self, seconds=1.0):
        """Every line to PostgreSQL is taken, and those of the servers are cut."""
        taken = []
        with self.fault("no line to PostgreSQL left", database=True):
            url = self.services.postgres.url
            until = time.monotonic() + seconds
            cut = False
            while time.monotonic() < until:
                try:
                    taken.append(psycopg.connect(url, autocommit=True))
                except psycopg.OperationalError:
                    if not cut:
                        self._cut_others(taken[0])
                        cut, until = True, time.monotonic() + seconds
                    time.sleep(0.01)
            for line in taken:
                line.close()

    def _cut_others(self, line):
        """The lines of the servers, not of this process."""
        name = connection.settings_dict["NAME"]
        mine = connection.connection.info.backend_pid if connection.connection else 0
        line.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> %s",
            [name, mine],
        )

    # People ------------------------------------------------------------------------------------

    def remove(self, number):
        """The moderator on duty removes this member of each house."""
        for house in self.houses:
            person = house.members[number]
            how = {"room": house.room, "person": person, "by": house.emil, "reason": Why.UNKIND}
            surely(unseat, **how)
            gone = RoomEvent.objects.filter(room=house.room, kind="gone").last()
            house.history.note("removed", person.handle, seq=gone.seq)

    def hide_in_silence(self):
        """Nobody speaks and no hint arrives, however long the hiding takes: only the poller can
        tell the screens."""
        with self._without_redis() if self.services else nullcontext():
            time.sleep(0.7)
            for house in self.houses:
                surely(Team(house, house.emil, 0).hide)
            time.sleep(1.3)


def report(name, house, found):
    """What was injected and counted, for whoever reads the output."""
    history = house.history
    injected = {}
    for entry in history.of("fault"):
        injected.setdefault(entry.what, []).append(round(entry.at - entry.since, 1))
    dups = sum(entry.dup for entry in history.of("ack"))
    refused = Counter(entry.err for entry in history.of("nack"))
    print(f"\n{name}: {history.counts()}, {dups} repeats, refused {dict(refused)}")
    print(f"  injected, in seconds: {injected}\n  broken: {found}")
