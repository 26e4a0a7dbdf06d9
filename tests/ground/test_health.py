"""What whoever watches the servers is told."""

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from community import env, health, ticker


def test_healthz_answers_without_a_database(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert "no-store" in answer["Cache-Control"]


def test_readyz_is_ready_with_an_up_to_date_database(client, db, settings):
    settings.REDIS_URL = ""

    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ready",
        "database": "ok",
        "redis": "not used",
        "worker": "late",
    }


def test_readyz_stays_200_and_says_that_redis_is_away(client, db, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    ticker.tick(ticker.now())

    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ready",
        "database": "ok",
        "redis": "away",
        "worker": "ok",
    }


def test_readyz_is_503_while_the_database_is_away(client, db, settings, monkeypatch):
    nowhere = ConnectionHandler({"default": env.database("sqlite:////nowhere/kindred.sqlite3")})
    settings.REDIS_URL = ""
    monkeypatch.setattr(health, "connection", nowhere["default"])

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {
        "status": "not ready",
        "database": "away",
        "redis": "not used",
        "worker": "not known",
    }


def test_readyz_is_503_while_a_migration_is_missing(client, db, settings, monkeypatch):
    settings.REDIS_URL = ""
    monkeypatch.setattr(health, "_complete", False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'groups'")

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()["database"]) == (503, "migrations missing")


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_is_only_read(client, db, path):
    assert client.post(path).status_code == 405
