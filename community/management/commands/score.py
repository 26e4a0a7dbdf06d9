"""`manage.py score KEY`: JSON lines {"id","answers"} in, totals, bands and flags out."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from community.screening.lines import Malformed, opened
from community.wellbeing import instruments
from community.wellbeing.scoring import NoScore, Score, score


class Command(BaseCommand):
    help = (
        'Score JSON lines {"id","answers":[…]} (null: missing) by the published rule of an '
        "instrument. Needs no database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key", help="phq-9, gad-7, … (see community/wellbeing/instruments)")
        parser.add_argument("file", nargs="?", help="JSON lines; standard input when left out")

    def handle(self, *args: Any, key: str, file: str | None = None, **options: Any) -> None:
        instrument = instruments.get(key.lower())
        if instrument is None:
            known = ", ".join(instruments.keys())
            raise CommandError(f"no instrument is called {key}; known are {known}", returncode=2)
        try:
            with opened(file) as stream:
                for id, answers in answer_lines(stream):
                    answer = {"id": id, **as_plain(score(instrument, answers))}
                    self.stdout.write(json.dumps(answer, ensure_ascii=False))
        except Malformed as error:
            raise CommandError(str(error), returncode=2) from error


def answer_lines(stream: Iterable[str]) -> Iterator[tuple[object, list[object]]]:
    """Each line as (id, answers). Empty lines are skipped."""
    try:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                yield _read(number, line.lstrip("\ufeff"))
    except UnicodeDecodeError as error:
        raise Malformed("the input is not UTF-8 text") from error


def _read(number: int, line: str) -> tuple[object, list[object]]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise Malformed(f"line {number} is not JSON") from error
    if not isinstance(value, dict) or "id" not in value:
        raise Malformed(f'line {number} needs an object with "id" and "answers"')
    if not isinstance(value.get("answers"), list):
        raise Malformed(f'line {number}: "answers" must be a list')
    return value["id"], value["answers"]


def as_plain(found: Score | NoScore) -> dict[str, Any]:
    """A score as plain values. Where there is none, a risk item is told all the same."""
    if isinstance(found, Score):
        return {"total": found.total, "band": found.band, "flags": list(found.flags)}
    plain: dict[str, Any] = {"error": str(found.why)}
    return {**plain, "flags": list(found.flags)} if found.flags else plain
