"""`manage.py tick`: the worker process. Ends cleanly on SIGTERM and Ctrl-C."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from community import ticker


class Command(BaseCommand):
    help = "Runs what is due, until it is told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Run what is due now, then end.")
        parser.add_argument(
            "--check", action="store_true", help="Run nothing: end with 0 where somebody ticks."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            if not ticker.is_ticking(ticker.now()):
                raise CommandError("Nothing was run lately: the worker hangs, or there is none.")
            self.stdout.write("The ticker runs.")
            return
        if options["once"]:
            self.stdout.write(" ".join(ticker.tick(ticker.now())) or "Nothing was due.")
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write("The ticker runs.")
        ticker.keep_ticking(stop)
        self.stdout.write("The ticker has stopped.")
