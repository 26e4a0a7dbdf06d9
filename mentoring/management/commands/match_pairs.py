"""`manage.py match_pairs`: an instance of mentors and mentees in, the best pairs and why out."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from community.screening.lines import Malformed as Unreadable
from community.screening.lines import opened
from mentoring.matching.form import Malformed, read
from mentoring.matching.plain import answer


class Command(BaseCommand):
    help = (
        "Match mentees with mentors as well as can be done: most people first, then the highest sum "
        "of scores. Reads an instance (mentoring/matching/instance.schema.json; a worked one lies "
        "beside it) from a file or standard input. Needs no database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="JSON; standard input when left out")
        parser.add_argument(
            "--all", action="store_true", dest="show_all", help="also every pair that may be"
        )

    def handle(
        self, *args: Any, file: str | None = None, show_all: bool = False, **options: Any
    ) -> None:
        try:
            with opened(file) as stream:
                said = answer(read(stream.read()), show_all=show_all)
        except UnicodeDecodeError as error:
            raise CommandError("the input is not UTF-8 text", returncode=2) from error
        except (Malformed, Unreadable) as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(json.dumps(said, ensure_ascii=False, indent=2))
