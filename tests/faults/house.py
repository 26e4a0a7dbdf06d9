"""A house to break: its people, their screens, and what the database holds when all is over."""

import http.client
import itertools
import re
import signal
import subprocess
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.core import mail
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.enums import Role
from groups.models import Message, Room, RoomEvent
from realtime.keys import key_of
from tests import people, servers
from tests.faults.history import History, Store, Stored
from tests.faults.tabs import Tab

ORIGIN = "http://people.test"
TOKEN = "t" * 32
GRACE = 5  # seconds
_numbers = itertools.count(1)
APPLICATION = "tests.faults.application:application"


class Server(servers.Server):
    """A server process that serves `tests.faults.application`, by the command that production or
    `make run` has for it."""

    patience = 120  # many start at once, beside tests that leave them little

    def __init__(self, **knobs):
        super().__init__(origin=ORIGIN, HANDSHAKES_A_MINUTE="60000", **knobs)

    def stop(self):
        """Asks it to end, and ends it where it does not: daphne waits for good for a page that was
        on its way."""
        process = self._process.process
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.kill()

    def turn(self, **knobs):
        """What the next start is told."""
        self._environment.update(knobs)

    def _command(self):
        words = [str(word) for word in super()._command()]
        return [APPLICATION if word == "community.asgi:application" else word for word in words]


class House:
    """One live room with two moderators, one of them on duty, and people with an open tab each."""

    def __init__(self, name, *, members):
        name = f"{name}-{next(_numbers)}"  # no two houses of a run share a name
        self.name, self.history = name, History()
        self.emil = people.person(f"{name}-emil", Role.MODERATOR)
        self.noor = people.person(f"{name}-noor", Role.MODERATOR)
        self.members = [people.person(f"{name}-{n}") for n in range(members)]
        group = people.group(
            name, title=name, members=self.members, moderators=[self.emil, self.noor]
        )
        self.room = people.room(group, title=name)
        for moderator in (self.emil, self.noor):
            people.on_duty(moderator, self.room, until=timezone.now() + timedelta(hours=12))

    def tab(self, number, servers, **more):
        """An open tab of this member, on any of the servers."""
        member = self.members[number]
        session = people.browser_of(member).session.session_key
        return Tab(
            person=member.handle,
            cookie=f"{settings.SESSION_COOKIE_NAME}={session}",
            session=session,
            key=key_of(session),
            room=self.room.pk,
            urls=[server.ws_url for server in servers],
            origin=ORIGIN,
            history=self.history,
            **{"screen": f"{member.handle} {len(more)}", **more},
        )

    def both(self, number, servers):
        """The member's tab on the first server and a second one of the same browser, which only
        listens, on the last."""
        one = self.tab(number, servers[:1], screen=f"{self.name}-{number} one")
        two = self.tab(number, servers[-1:], screen=f"{self.name}-{number} two", talks=False)
        one.other, two.other = two, one
        two.cookie, two.key = one.cookie, one.key
        return [one, two]

    def page(self, number, servers, *, patience=10):
        """The page's form as a browser without a script sends it: answers (status, number)."""
        session = people.browser_of(self.members[number]).session.session_key
        cookie = f"{settings.SESSION_COOKIE_NAME}={session}; csrftoken={TOKEN}"
        headers = {
            "Cookie": cookie,
            "Origin": ORIGIN,
            "Content-Type": "application/x-www-form-urlencoded",
        }

        def press(cid, body):
            words = {"cid": cid, "body": body, "held_for": "group", "csrfmiddlewaretoken": TOKEN}
            line = http.client.HTTPConnection("127.0.0.1", servers[0].port, timeout=patience)
            try:
                line.request("POST", f"/rooms/{self.room.pk}/", urlencode(words), headers)
                answer = line.getresponse()
                found = re.search(r"#m-(\d+)$", answer.headers.get("Location", ""))
                return answer.status, int(found[1]) if found else None
            except (OSError, http.client.HTTPException):
                return 0, None
            finally:
                line.close()

        return press

    def last_seq(self):
        return Room.objects.values_list("last_seq", flat=True).get(pk=self.room.pk)

    def store(self, *, everywhere=False):
        """The closing read; with `everywhere` also of what pages, archives and mail show."""
        events = RoomEvent.objects.filter(room=self.room).order_by("seq")
        messages = Message.objects.filter(room=self.room).select_related("author__person")
        return Store(
            last_seq=self.last_seq(),
            numbers=list(events.values_list("seq", flat=True)),
            messages=[
                Stored(m.seq, m.author.person.handle, str(m.cid), m.body, m.state)
                for m in messages.order_by("written_at", "pk")
            ],
            elsewhere=list(self._elsewhere()) if everywhere else [],
        )

    def _elsewhere(self):
        """What every other way out shows: the page of the room, the archive, the mail."""
        for member in self.members:
            page = people.browser_of(member).get(f"/rooms/{self.room.pk}/").content.decode()
            yield "page", member.handle, page
            member.refresh_from_db()
            yield "archive", member.handle, str(personal_data.export(member))
        for letter in mail.outbox:
            yield "mail", ", ".join(letter.to), letter.subject + letter.body
