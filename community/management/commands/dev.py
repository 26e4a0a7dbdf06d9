"""`manage.py dev`: the whole of Kindred in one process, ready to be tried."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from channels.routing import get_default_application
from daphne.server import Server
from django.conf import settings
from django.core.management import call_command, get_commands, load_command_class
from django.core.management.base import BaseCommand, CommandError

from community import ticker
from community.accounts.models import Person

HOST = "127.0.0.1"
QUIET = 2.0  # seconds a step may take before it is named
WORDS = """
Kindred is at {url}  (ready in {seconds:.0f} s; Ctrl-C ends it)
{people}
Everything it keeps is in {data}.
"""
TRY = """
Try it: window one: Emil, go on duty. Window two (private): Ana, write something in the same room.
"""


class Command(BaseCommand):
    help = "Migrates, loads the demo community on first run, and serves pages and sockets."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_ALLOWED:
            raise CommandError("manage.py dev is for one's own machine; see docs/running.md.")
        began = time.monotonic()
        self.insist_on_free_port()
        with self.says("Looking the settings over"):
            self.check()
        with self.says("Making the tables (half a minute the first time)"):
            call_command("migrate", interactive=False, verbosity=0)
        people = self.demo()
        with self.says("Warming up"):
            application = get_default_application()
        stop = threading.Event()
        thread = threading.Thread(target=ticker.keep_ticking, args=[stop], name="ticker")
        thread.start()
        try:
            self.serve(application, began, people)
        finally:
            stop.set()
            thread.join(timeout=10)
        self.stdout.write("Kindred has stopped.")

    def insist_on_free_port(self) -> None:
        """Raises CommandError with one plain sentence where somebody else has the port."""
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, settings.PORT))
            except OSError:
                raise CommandError(
                    f"Port {settings.PORT} is taken; "
                    f"start with another one: PORT={settings.PORT + 1} make run"
                ) from None

    def demo(self) -> str:
        """Loads the demo where nobody has joined yet; returns what to say about it."""
        if "demo" not in get_commands():
            return "The demo community is not part of this build: make an account at /accounts/."
        if not Person.objects.exists():
            with self.says("Loading the demo community"):
                call_command("demo", verbosity=0, stdout=self.stdout)
        logins = getattr(load_command_class(get_commands()["demo"], "demo"), "logins", "")
        return f"{logins}{TRY}"

    def serve(self, application: Any, began: float, people: str) -> None:
        """Serves until Ctrl-C or SIGTERM."""
        server = Server(
            application,
            endpoints=[f"tcp:port={settings.PORT}:interface={HOST}"],
            server_name="kindred",
            # Our own limit is lower and answers in words; this one only protects the memory.
            websocket_max_message_size=64 * 1024,
            websocket_max_frame_size=64 * 1024,
            ready_callable=lambda: self.stdout.write(
                WORDS.format(
                    url=f"{settings.SITE_URL}/",
                    seconds=time.monotonic() - began,
                    people=people,
                    data=settings.DATA_DIR,
                )
            ),
        )
        server.run()

    @contextmanager
    def says(self, step: str) -> Iterator[None]:
        """Names a step that takes longer than a person likes to wait without a word."""
        timer = threading.Timer(QUIET, lambda: self.stdout.write(f"{step} …"))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
