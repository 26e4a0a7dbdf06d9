"""What is asked every few seconds, or under a lock, is found by an index and not by reading all."""

from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from groups.actions.held import let_in_agreed
from groups.append import Append, append
from groups.events import events_after
from groups.queries.room import waiting_for_team
from tests.words import wait


def plans(act):
    """How the database goes about each read of messages in this act."""
    with CaptureQueriesContext(connection) as asked:
        act()
    found = []
    for query in asked.captured_queries:
        sql = query["sql"]
        if sql.startswith("SELECT") and 'FROM "groups_message"' in sql:
            with connection.cursor() as cursor:
                if connection.vendor == "postgresql":  # few rows would be read one by one
                    cursor.execute("SET LOCAL enable_seqscan = off")
                cursor.execute(f"{EXPLAIN[connection.vendor]} {sql}")
                found.append(" ".join(str(column) for row in cursor.fetchall() for column in row))
    return found


EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN"}


def test_waiting_words_are_found_by_their_room(ana, emil, room):
    wait(ana, room, "Awake again.")

    (plan,) = plans(lambda: list(waiting_for_team(room)))

    assert "words_that_wait_in_a_room" in plan


def test_the_clock_finds_each_yes_without_reading_all(ana, room):
    wait(ana, room, "Awake again.")

    plan = plans(lambda: let_in_agreed(timezone.now()))[0]

    # Both hold words that wait and nothing else; with two rows a planner may take either.
    assert "words_with_a_yes" in plan or "words_that_wait_in_a_room" in plan
    assert "Seq Scan on groups_message" not in plan


def test_a_repeat_is_looked_for_by_room_author_and_name(ana, room):
    wish = Append(room=room.pk, person=ana.pk, cid=uuid4(), body="Good evening.")

    with CaptureQueriesContext(connection) as asked:
        append([wish])

    said = "\n".join(query["sql"] for query in asked.captured_queries)
    if connection.vendor == "postgresql":  # known to the connection by name
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, statement FROM pg_prepared_statements")
            said = "\n".join(text for name, text in cursor.fetchall() if f"EXECUTE {name}(" in said)
    assert "m.room_id = s.room_id AND m.author_id = s.id AND m.cid " in said


def test_the_read_of_a_room_is_one_statement_that_is_planned_once(room):
    events_after(room.pk, 0)

    with CaptureQueriesContext(connection) as asked:
        events_after(room.pk, 0)

    (query,) = asked.captured_queries
    if connection.vendor == "postgresql":
        assert query["sql"].startswith("EXECUTE events_after(")
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT generic_plans > 1, custom_plans FROM pg_prepared_statements"
                " WHERE name = 'events_after'"
            )
            assert cursor.fetchall() == [(True, 0)]


def test_every_message_and_event_is_written_into_no_index_that_no_read_needs(db):
    with connection.cursor() as cursor:
        found = {
            table: {
                name
                for name, made in connection.introspection.get_constraints(cursor, table).items()
                if (made["index"] or made["unique"]) and not made["primary_key"]
                if made["columns"] != ["actor_id"]  # whose words they are, when somebody leaves
            }
            for table in ("groups_message", "groups_roomevent")
        }

    assert found == {
        "groups_message": {
            "a_message_has_a_number_of_its_own",
            "an_author_sends_a_message_once",
            "answers_to_a_message",
            "what_somebody_said_last",
            "words_nobody_has_read_yet",
            "words_that_ask_for_something",
            "words_under_an_earlier_name",
            "words_that_wait_in_a_room",
            "words_with_a_yes",
        },
        "groups_roomevent": {"a_number_is_given_once_in_a_room"},
    }
