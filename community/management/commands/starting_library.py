"""`manage.py starting_library HANDLE`: drafts to begin a library with."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from community.accounts import rules
from community.accounts.queries import by_handle
from community.accounts.roles import Act
from community.demo import library


class Command(BaseCommand):
    help = (
        "Loads the starting library as drafts that wait for their two checks, handed on by an "
        "editor of this house. Doing it again changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("handle", help="the editor in whose name the pages wait")

    def handle(self, *args: Any, **options: Any) -> None:
        editor = by_handle(options["handle"])
        if editor is None or rules.may(editor, Act.WRITE_PAGES) is not None:
            raise CommandError("That is nobody who writes pages here.")
        made = library.start(by=editor)
        self.stdout.write(f"{len(made)} pages wait for their checks. Nothing is public yet.")
