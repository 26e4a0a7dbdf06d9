"""The servers that sockets talk to, as plain processes on the database of the tests."""

import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from tests import compose, processes


def database_url():
    """The database of the tests, as a server process is told of it."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    host = quote(str(given["HOST"]), safe="")  # a folder, where it listens on a socket there
    where = f"{host}:{given['PORT']}" if given["PORT"] else host
    return f"postgres://{given['USER']}:{given['PASSWORD']}@{where}/{given['NAME']}"


class Server:
    """One server process: daphne where all is one process, what production runs beside Redis.

    `kill` is -9; `start` again keeps port and database.
    """

    patience = processes.PATIENCE

    def __init__(self, *, origin="", port=None, **environment):
        self.port = port or processes.free_port()
        self.url = origin or f"http://127.0.0.1:{self.port}"
        self.ws_url = f"ws://127.0.0.1:{self.port}/ws/"
        self._environment = environment
        self._process = None

    def start(self):
        self._process = processes.Server(
            self._command(),
            port=self.port,
            log=Path(settings.DATA_DIR) / f"server-{self.port}.log",
            DJANGO_SETTINGS_MODULE="community.settings.testing",
            DATABASE_URL=database_url(),
            SITE_URL=self.url,
            ALLOWED_ORIGINS=self.url,
            HOUSE_KEPT_SECONDS="0",  # what a test has set is so at once
            **self._environment,
        )
        self._process.patience = self.patience
        self._process.answers("/healthz")
        return self

    def kill(self):
        """kill -9: no word to anyone."""
        self._process.__exit__()

    def stop(self):
        """Asks it to end, as whoever runs it does; what it has covered is counted then."""
        try:
            self._process.end()
        except subprocess.TimeoutExpired:
            self.kill()

    @property
    def runs(self):
        return self._process.process.poll() is None

    @property
    def pid(self):
        return self._process.process.pid

    @property
    def said(self):
        return self._process.said

    def get(self, path, **headers):
        return self._process.get(path, **headers)

    def _command(self):
        if settings.REDIS_URL:
            return compose.command("sockets", port=self.port)
        daphne = Path(sys.executable).parent / "daphne"
        words = ["-b", "127.0.0.1", "-p", str(self.port), "--access-log", "/dev/null"]
        return [daphne, *words, "community.asgi:application"]
