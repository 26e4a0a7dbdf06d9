"""Servers as plain processes of this machine, for tests that need more than one."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120  # seconds for a server to answer or to end, on a busy machine


def free_port():
    """A port nobody has, below those the system hands out by itself."""
    for _ in range(200):
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free")


class Server:
    """One process. Use it as a context: it is ended at the end, however the test ends."""

    patience = PATIENCE

    def __init__(self, command, *, port=None, log=None, **environment):
        self.port = port
        self.log = Path(log) if log else None
        with self.log.open("w") if self.log else open(os.devnull, "w") as out:
            self.process = subprocess.Popen(
                [str(word) for word in command],
                cwd=ROOT,
                env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)

    @property
    def said(self):
        """All it has printed so far."""
        return self.log.read_text()

    def get(self, path, **headers):
        """Asks over HTTP; (status, body) whatever the status is."""
        url = f"http://127.0.0.1:{self.port}{path}"
        try:
            with urllib.request.urlopen(
                urllib.request.Request(url, headers=headers), timeout=PATIENCE
            ) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def answers(self, path="/healthz", status=200):
        """Waits until the path is answered with this status."""

        def asked():
            try:
                return self.get(path)[0] == status
            except OSError:
                return False

        self.wait_for(asked, f"{path} {status}")
        return self

    def says(self, words):
        """Waits until it has printed these words."""
        self.wait_for(lambda: words in self.said, words)
        return self

    def wait_for(self, ready, what):
        """Asks `ready` until it is so. Fails with what the process said where it never is."""
        deadline = time.monotonic() + self.patience
        while not ready():
            ended = self.process.poll() is not None
            if ended or time.monotonic() > deadline:
                said = self.said if self.log else ""
                raise AssertionError(f"{what!r} never came (ended: {ended}): {said}")
            time.sleep(0.05)

    def end(self, how=signal.SIGTERM):
        """Sends the signal and returns the exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


def manage(*words):
    """The command line of `manage.py`."""
    return [sys.executable, "manage.py", *words]
