"""What every test starts from: an empty cache, empty listeners, and the cast of `tests.people`."""

import gc
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management.commands import flush
from django.db import connection

from community import live, pace
from community.again import again_after_deadlock
from realtime import presence
from tests import choice
from tests.laid import Everything, leave_room_for_what_is_laid

pytest_plugins = ["tests.people"]


def pytest_collection():
    """What is imported now is no garbage: see `pytest_collection_finish`, and `tests.beginning`."""
    gc.disable()


def pytest_collection_modifyitems(config, items):
    """The quick run is for a minute."""
    if "QUICK" in os.environ:
        choice.leave_out(config, items, choice.too_slow(items))


def pytest_collection_finish():
    """What was imported stays to the end: looking it over for garbage again and again costs more
    than a tenth of a run."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    gc.enable()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_keepdb):
    """Tables that are kept from run to run begin as the migrations left them, whatever the last
    run did to them. Those that were made for this very run are taken as they are."""
    if _are_made():
        connection.creation.create_test_db = _take_as_they_are
    if connection.vendor != "sqlite":
        return
    kept, fresh = _files()
    for path in kept.parent.glob(f"{kept.name}*"):
        if path != fresh:
            path.unlink()
    if django_db_keepdb and fresh.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(fresh, kept)


def _are_made():
    """Whether another step of the same run made the tables: looking them over costs two seconds in
    each process."""
    made = os.environ.get("TABLES" if connection.vendor == "sqlite" else "TABLES_FROM")
    return bool(made) and Path(made).exists()


def _take_as_they_are(*_, **__):
    """What `create_test_db` does to a database that has everything."""
    connection.close()
    name = connection.creation._get_test_db_name()
    settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = name
    return name


def _files():
    """The database of the tests, and its copy from before the first test: one that was made for
    many processes (TABLES), or one of this process's own."""
    kept = Path(connection.settings_dict["TEST"]["NAME"])
    given = os.environ.get("TABLES")
    return kept, Path(given) if given else kept.with_name(f"{kept.name}.fresh")


def keep_fresh_tables():
    """Copies the tables as the migrations left them, for a later run."""
    if connection.vendor == "sqlite" and "TABLES" not in os.environ:
        connection.ensure_connection()
        with closing(sqlite3.connect(_files()[1])) as copy:
            connection.connection.backup(copy)
    elif folder := os.environ.get("TABLES_TO"):
        from tests.services_plugin import services

        if services.postgres:
            connection.close()
            services.postgres.copy_to(folder)


def empty_without_new_files():
    """PostgreSQL makes the files of a table anew to empty it, and of each of its indexes: a third
    of a second for all. To delete the few rows that are there takes a twentieth of that. Whoever
    still writes is waited for, as before; no key and no trigger is asked, as all tables are named.
    """
    if connection.vendor == "sqlite" or not _owns_the_server():
        return
    own_way = connection.ops.sql_flush

    def sql_flush(style, tables, *, reset_sequences=False, **how):
        if reset_sequences or not tables:
            return own_way(style, tables, reset_sequences=reset_sequences, **how)
        named = [connection.ops.quote_name(table) for table in tables]
        deletes = " ".join(f"DELETE FROM {table};" for table in named)
        return [
            "SET LOCAL session_replication_role = replica;",
            f"LOCK TABLE {', '.join(named)} IN ACCESS EXCLUSIVE MODE;",
            f"DO $$ BEGIN {deletes} END $$;",
            "SET LOCAL session_replication_role = origin;",
        ]

    connection.ops.sql_flush = sql_flush


def _owns_the_server():
    """Only who does may put keys and triggers aside."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        return cursor.fetchone()[0]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Puts back what the migrations wrote, and what was written after them, whenever a test with
    real commits empties the tables. That takes a twentieth of asking every app to write it anew."""
    with django_db_blocker.unblock():
        keep_fresh_tables()
        leave_room_for_what_is_laid()
        empty_without_new_files()
        # A page that nobody waits for any more may still be reading when the tables are emptied.
        connection.ops.execute_sql_flush = again_after_deadlock(connection.ops.execute_sql_flush)
        everything = Everything()
    flush.emit_post_migrate_signal = lambda *_, **__: everything.write()


@pytest.fixture(autouse=True)
def nothing_is_left_from_another_test():
    """Rate limits and presence live in the cache and in this process, and hints have listeners: all
    is emptied."""
    cache.clear()
    pace.forget()
    presence.forget()
    before = list(live._listeners)

    yield

    live._listeners[:] = before


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """`with commits():` runs what was promised for after the commit, without a real one."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
