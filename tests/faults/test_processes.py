"""The commands of the compose file, run as plain processes beside real PostgreSQL and Redis."""

import json
import signal
import subprocess

import pytest

from tests import compose
from tests.processes import PATIENCE, Server, free_port, manage
from tests.services import Services

FIRST_START = 180  # seconds, on a machine that does two other things as well


@pytest.fixture(scope="module")
def services():
    """A PostgreSQL and a Redis that these tests may kill."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        patch.delenv("REDIS_URL", raising=False)
        started = Services("tables")
    yield started
    started.stop()


@pytest.fixture(scope="module")
def environment(services, tmp_path_factory):
    """What every process is told. The tables are there: this PostgreSQL began with those of another
    step of the same run, where it copied them, and then they are looked over all the same."""
    told = {
        **compose.environment(),
        **services.environment,
        "DATA_DIR": str(tmp_path_factory.mktemp("data")),
        "ALLOWED_HOSTS": "kindred.example,127.0.0.1",
    }
    if services.has_tables:
        told["DATABASE_URL"] = services.postgres.url_of("tables")
    for words in (["migrate", "--noinput"], ["collectstatic", "--noinput"]):
        done = subprocess.run(
            manage(*words, "-v", "0"),
            cwd=compose.ROOT,
            env={**told, "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
    return told


def start(service, environment, tmp_path):
    """The service, listening on a port of its own where it listens at all."""
    port = None if service == "worker" else free_port()
    command = compose.command(service, port=port)
    return Server(command, port=port, log=tmp_path / service, **environment)


READY = (200, {"status": "ready", "database": "ok", "redis": "ok"})


def is_ready(server):
    """What it says of itself, once it answers; whether a worker was there lately is another's."""
    status, body = server.answers("/healthz").answers("/readyz").get("/readyz")
    said = json.loads(body)
    assert said.pop("worker") in ("ok", "late")
    return status, said


def test_sockets_are_ready_and_end_when_told(environment, tmp_path):
    with start("sockets", environment, tmp_path) as server:
        ready = is_ready(server)

        assert ready == READY
        assert server.end() in (0, -signal.SIGTERM)


def test_the_worker_ticks_and_ends_when_told(environment, tmp_path):
    with start("worker", environment, tmp_path) as worker:
        worker.says("The ticker runs.")

        assert worker.end() == 0
        assert "The ticker has stopped." in worker.said


def test_pages_are_ready_say_what_is_away_come_back_and_end_when_told(
    services, environment, tmp_path
):
    with start("pages", environment, tmp_path) as server:
        ready = is_ready(server)

        services.redis.stop()
        without_redis = server.get("/readyz")
        services.postgres.stop(signal.SIGQUIT)
        without_either = server.get("/readyz")
        services.postgres.start()
        services.redis.start()
        server.answers("/readyz")
        healed = server.get("/readyz")
        ended = server.end()

    assert ready == READY
    assert (without_redis[0], json.loads(without_redis[1])["redis"]) == (200, "away")
    assert (without_either[0], json.loads(without_either[1])["database"]) == (503, "away")
    assert (healed[0], json.loads(healed[1])["redis"]) == (200, "ok")
    assert ended in (0, -signal.SIGTERM)


def test_one_command_starts_all_of_it_on_a_machine_with_nothing(tmp_path):
    port = free_port()
    told = {
        "DATA_DIR": str(tmp_path / "data"),
        "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "community.settings.local",
        "DATABASE_URL": "",
        "REDIS_URL": "",
    }
    with Server(manage("dev"), port=port, log=tmp_path / "dev", **told) as dev:
        dev.patience = FIRST_START
        dev.says(f"Kindred is at http://127.0.0.1:{port}/").answers("/readyz")

        second = subprocess.run(
            manage("dev"),
            cwd=compose.ROOT,
            env={**told, "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        page, style = dev.get("/"), dev.get("/static/css/tokens.css")

        assert (page[0], style[0]) == (200, 200)
        assert second.returncode == 1
        assert second.stderr.strip() == (
            f"CommandError: Port {port} is taken; start with another one: PORT={port + 1} make run"
        )
        assert dev.end(signal.SIGINT) == 0
        assert "Kindred has stopped." in dev.said
