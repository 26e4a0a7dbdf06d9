"""`manage.py find_contacts`: JSON lines {"id","text"} in, contact details out."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from community.screening import find_contacts
from community.screening.lines import Malformed, json_lines, opened


class Command(BaseCommand):
    help = 'Find contact details in JSON lines {"id","text"}. Needs no database.'
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="JSON lines; standard input when left out")

    def handle(self, *args: Any, file: str | None = None, **options: Any) -> None:
        try:
            with opened(file) as stream:
                for key, text in json_lines(stream):
                    found = [asdict(contact) for contact in find_contacts(text)]
                    self.stdout.write(json.dumps({"id": key, "found": found}))
        except Malformed as error:
            raise CommandError(str(error), returncode=2) from error
