"""One server process a module, and for each test people and rooms made for real."""

import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from community import pace
from community.accounts.enums import Role
from community.models import AccessClock
from tests import people
from tests.servers import Server


@pytest.fixture(scope="module")
def server(django_db_setup):
    """daphne on SQLite; one of two uvicorn processes where Redis is given."""
    one = Server().start()
    yield one
    one.stop()


@pytest.fixture(scope="module")
def other_server(server):
    """Another process beside the first; the same one where all is one process."""
    if not settings.REDIS_URL:
        yield server
        return
    two = Server(origin=server.url, port=server.port + 1).start()
    yield two
    two.stop()


class House:
    """A group with a live room: Ana and Ben talk, Emil is there for it, Cleo is elsewhere."""

    def __init__(self):
        self.ana, self.ben = people.person("ana-lark"), people.person("ben-moss")
        self.cleo = people.person("cleo-finch")
        self.emil = people.person("emil-ash", Role.MODERATOR)
        self.group = people.group(
            "evenings", title="Evenings", members=[self.ana, self.ben], moderators=[self.emil]
        )
        self.room = people.room(self.group, title="The long evening")
        self.duty = people.on_duty(self.emil, self.room, until=timezone.now() + timedelta(hours=1))


@pytest.fixture
def house(transactional_db):
    """Everybody and everything, committed, so that server processes see them."""
    pace.forget()
    AccessClock.objects.update_or_create(pk=1, defaults={"value": time.time_ns()})
    return House()
