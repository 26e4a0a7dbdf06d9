"""`manage.py screen`: JSON lines {"id","text"} in, levels, scores and reasons out."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from community.screening import Finding, screen
from community.screening.lines import Malformed, json_lines, opened


class Command(BaseCommand):
    help = 'Screen JSON lines {"id","text"} from a file or standard input. Needs no database.'
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="JSON lines; standard input when left out")

    def handle(self, *args: Any, file: str | None = None, **options: Any) -> None:
        try:
            with opened(file) as stream:
                for key, text in json_lines(stream):
                    answer = {"id": key, **as_plain(screen(text))}
                    self.stdout.write(json.dumps(answer, ensure_ascii=False))
        except Malformed as error:
            raise CommandError(str(error), returncode=2) from error


def as_plain(finding: Finding) -> dict[str, Any]:
    """A finding as plain values, with the reasons in words."""
    return {
        "level": str(finding.level),
        "score": finding.score,
        "language": finding.language,
        "target_at_risk": finding.target_at_risk,
        "reasons": [
            {
                "signal": str(reason.signal),
                "start": reason.start,
                "end": reason.end,
                "rule": reason.rule,
                "turned": [str(turn) for turn in reason.turned],
                "words": str(reason.words),
            }
            for reason in finding.reasons
        ],
    }
