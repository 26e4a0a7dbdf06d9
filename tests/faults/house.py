"""A house to break: its people, its server processes, and the acts of a moderator while they run."""

import os
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from community.accounts.enums import Role
from groups.models import Message, Room, RoomEvent
from realtime.keys import key_of
from tests import compose, people
from tests.faults.history import Store, Stored
from tests.faults.tabs import Tab

PATIENCE = 30


def free_port():
    """A port below the range that outgoing connections take theirs from."""
    import random
    import socket

    for _ in range(200):
        port = random.randint(20000, 30000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no free port")


class Server:
    """One process of sockets, as the compose file runs it; daphne where all is one process.

    `planted` names a bug of `tests.faults.planted`."""

    def __init__(self, *, planted="", env=None):
        self.port = free_port()
        self.url = f"ws://127.0.0.1:{self.port}/ws/"
        self.planted, self.env, self.process = planted, env or {}, None

    def _command(self):
        app = "tests.faults.planted:application"
        if connection.vendor == "sqlite":
            program = os.path.join(os.path.dirname(sys.executable), "daphne")
            return [program, "-b", "127.0.0.1", "-p", str(self.port), app]
        words = compose.command("sockets", port=self.port)
        return [app if word == "community.asgi:application" else word for word in words]

    def start(self):
        env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "community.settings.testing",
            "DATABASE_URL": database_url(),
            "BENCH": "1",
            "ALLOWED_ORIGINS": "http://people.test",
            "ALLOWED_HOSTS": "127.0.0.1",
            "PLANTED": self.planted,
            **self.env,
        }
        self.process = subprocess.Popen(
            self._command(), env=env, stdout=self._log(), stderr=subprocess.STDOUT
        )
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with suppress(OSError):
                url = f"http://127.0.0.1:{self.port}/healthz"
                if urllib.request.urlopen(url, timeout=1).status == 200:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)  # asks again until it answers
        raise RuntimeError("a server did not come up")

    def _log(self):
        """What the server says, kept for whoever has to find out why."""
        return (Path(settings.DATA_DIR) / f"server-{self.port}.log").open("ab")

    def kill(self):
        """kill -9: no goodbye, no flush."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)


def database_url():
    """The address of the database this test runs on."""
    chosen = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{chosen['NAME']}"
    from urllib.parse import quote

    host = quote(str(chosen["HOST"]), safe="")
    return f"postgres://{chosen['USER']}@{host}/{quote(str(chosen['NAME']), safe='')}"


class House:
    """One live room with a moderator on duty, and people with an open tab each."""

    def __init__(self, *, members, servers, pause):
        self.emil = people.person("emil-faults", Role.MODERATOR)
        self.members = [people.person(f"member-{n}") for n in range(members)]
        group = people.group("faults", title="Faults", members=self.members, moderators=[self.emil])
        self.room = people.room(group, title="Faults")
        people.on_duty(self.emil, self.room, until=timezone.now() + timedelta(hours=1))
        self.servers = servers
        self.tabs = [self._tab(member, pause) for member in self.members]
        late = self._tab(self.members[0], pause)
        late.person, late.is_late = "somebody late", True
        self.tabs.append(late)

    def _tab(self, member, pause):
        session = people.browser_of(member).session.session_key
        return Tab(
            person=member.handle,
            cookie=f"{settings.SESSION_COOKIE_NAME}={session}",
            key=key_of(session),
            room=self.room.pk,
            urls=[server.url for server in self.servers],
            origin="http://people.test",
            pause=pause,
        )

    def shown(self):
        """Numbers of words that stand in the room now."""
        return list(
            Message.objects.filter(room=self.room, state="shown").values_list("seq", flat=True)
        )

    def store(self):
        """The closing read."""
        room = Room.objects.get(pk=self.room.pk)
        events = RoomEvent.objects.filter(room=room).order_by("seq")
        messages = Message.objects.filter(room=room).select_related("author__person")
        return Store(
            last_seq=room.last_seq,
            numbers=list(events.values_list("seq", flat=True)),
            messages=[
                Stored(m.seq, m.author.person.handle, str(m.cid), m.body, m.state)
                for m in messages.order_by("written_at", "pk")
            ],
        )
