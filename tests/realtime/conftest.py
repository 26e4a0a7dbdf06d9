"""Server processes for all tests of this folder; for each test people and rooms made for real.

Nothing here runs in a transaction, as server processes could not see into it. What a test made is
deleted after it; that is quicker than emptying every table.
"""

import time
from datetime import timedelta

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import setup_databases
from django.utils import timezone

from community import pace
from community.accounts.enums import Role
from community.models import AccessClock
from tests import people
from tests.conftest import keep_fresh_tables
from tests.servers import Server

# Where these tests leave something. The record is not among them: it cannot be deleted.
_LEFT_IN = "accounts groups house mfa notifications safety sessions usersessions".split()


@pytest.fixture(scope="session")
def committed(
    request,
    django_test_environment,
    django_db_modify_db_settings,
    django_db_blocker,
    django_db_createdb,
):
    """The migrated test database, also where no test of this run asks pytest-django for it."""
    if any(_asks_for_database(item) for item in request.session.items):
        request.getfixturevalue("django_db_setup")
    with django_db_blocker.unblock():
        if connection.settings_dict["NAME"] != connection.creation._get_test_db_name():
            kept = not django_db_createdb
            setup_databases(verbosity=0, interactive=False, keepdb=kept, aliases={"default"})
            keep_fresh_tables()
        yield
        connection.close()


def _asks_for_database(item):
    asked = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return asked or item.get_closest_marker("django_db")


@pytest.fixture(scope="session")
def server(committed):
    """daphne on SQLite; one of two uvicorn processes where Redis is given."""
    one = Server(HANDSHAKES_A_MINUTE="6000").start()
    yield one
    one.stop()


@pytest.fixture(scope="session")
def other_server(server):
    """Another process beside the first; the same one where all is one process."""
    if not settings.REDIS_URL:
        yield server
        return
    two = Server(origin=server.url, port=server.port + 1, HANDSHAKES_A_MINUTE="6000").start()
    yield two
    two.stop()


class House:
    """A group with a live room: Ana and Ben talk, Emil is there for it, Cleo is elsewhere. The team
    is here at every hour, so that it does not matter when these tests run."""

    def __init__(self):
        people.by_day_and_night()
        self.ana, self.ben = people.person("ana-lark"), people.person("ben-moss")
        self.cleo = people.person("cleo-finch")
        self.emil = people.person("emil-ash", Role.MODERATOR)
        self.group = people.group(
            "evenings", title="Evenings", members=[self.ana, self.ben], moderators=[self.emil]
        )
        self.room = people.room(self.group, title="The long evening")
        an_hour = timezone.now() + timedelta(hours=1)
        self.duty = people.on_duty(self.emil, self.room, until=an_hour)


@pytest.fixture
def house(committed, django_db_blocker):
    """Everybody and everything, committed, so that server processes see them."""
    pace.forget()
    with django_db_blocker.unblock():
        AccessClock.objects.update_or_create(pk=1, defaults={"value": time.time_ns()})
        yield House()
        _empty()


@transaction.atomic
def _empty():
    """Foreign keys are checked at the end of the transaction, so the order does not matter."""
    with connection.cursor() as cursor:
        for label in _LEFT_IN:
            for model in apps.get_app_config(label).get_models(include_auto_created=True):
                cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
