"""Many tables are made in one step as they are one by one."""

import pytest
from django.db import models
from django.db.migrations.operations import CreateModel
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import OperationWriter
from django.db.utils import ConnectionHandler

from community.tables import CreateTables


@pytest.fixture
def nowhere(django_db_blocker):
    """A connection to a database of its own, without any table."""
    connection = ConnectionHandler(
        {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    )["default"]
    with django_db_blocker.unblock():
        yield connection
        connection.close()


def two():
    """Two tables, the second hanging on the first."""
    key = ("id", models.BigAutoField(primary_key=True))
    room = models.ForeignKey("groups.room", models.CASCADE)
    return [CreateModel("Room", [key]), CreateModel("Word", [key, ("room", room)])]


def made_by(steps, connection):
    """The state after the steps, having made their tables."""
    state = ProjectState()
    for step in steps:
        before = state.clone()
        step.state_forwards("groups", state)
        with connection.schema_editor(atomic=False) as editor:
            step.database_forwards("groups", editor, before, state)
    return state


def test_the_tables_are_those_of_one_step_after_the_other(nowhere):
    one_by_one = ProjectState()
    for step in two():
        step.state_forwards("groups", one_by_one)

    state = made_by([CreateTables(two())], nowhere)

    assert state == one_by_one
    assert nowhere.introspection.table_names() == ["groups_room", "groups_word"]


def test_a_model_that_was_drawn_before_knows_what_hangs_on_it_now(nowhere):
    room, word = two()

    state = made_by([room, CreateTables([word])], nowhere)

    related = state.apps.get_model("groups", "Room")._meta.related_objects
    assert [one.name for one in related] == ["word"]


def test_going_back_takes_the_tables_away(nowhere):
    step = CreateTables(two())
    state = made_by([step], nowhere)

    with nowhere.schema_editor(atomic=False) as editor:
        step.database_backwards("groups", editor, state, ProjectState())

    assert nowhere.introspection.table_names() == []


def test_it_is_written_into_a_migration_with_each_of_its_tables():
    written, imports = OperationWriter(CreateTables(two()), indentation=0).serialize()

    assert written.startswith("community.tables.CreateTables(")
    assert written.count("CreateModel(") == 2
    assert "import community.tables" in imports
