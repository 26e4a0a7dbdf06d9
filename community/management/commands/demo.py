"""`manage.py demo`: the invented community, for one's own machine."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from community.demo import load
from community.demo.cast import LOGINS


class Command(BaseCommand):
    help = "Loads the fictional demo community. Doing it again changes nothing."
    logins = LOGINS

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--reset",
            action="store_true",
            help="take the demo people and groups out first, with all that was written",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_ALLOWED:
            raise CommandError("The demo is for one's own machine, never for a place with people.")
        if options["reset"]:
            load.reset()
        load.load()
        if options["verbosity"]:
            self.stdout.write(self.logins)
