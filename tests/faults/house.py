"""A house to break: its people, its server processes, and the acts of a moderator while they run."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from community.accounts.enums import Role
from groups.models import Message, Room, RoomEvent
from realtime.keys import key_of
from tests import people, servers
from tests.faults.history import Store, Stored
from tests.faults.tabs import Tab

ORIGIN = "http://people.test"
PLANTED = "tests.faults.planted:application"


class Server(servers.Server):
    """A server with a bug of `tests.faults.planted` in it, or with none, and without the limits
    that would keep a few people from saying a lot."""

    def __init__(self, *, planted=""):
        super().__init__(origin=ORIGIN, PLANTED=planted, BENCH="1")

    def _command(self):
        words = [str(word) for word in super()._command()]
        return [PLANTED if word == "community.asgi:application" else word for word in words]


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
            urls=[server.ws_url for server in self.servers],
            origin=ORIGIN,
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
