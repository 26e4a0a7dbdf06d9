"""`manage.py check_language`: JSON lines {"id","text"} in, findings and reading grade out."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from community.language.linter import Finding, check
from community.language.readability import read
from community.language.terms import Severity
from community.screening.lines import Malformed, json_lines, opened


class Command(BaseCommand):
    help = (
        'Check the words of JSON lines {"id","text"} from a file or standard input. With --text, '
        "check one plain text, and exit 1 where a word must go. Needs no database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", nargs="?", help="what to read; standard input when left out, or for -"
        )
        parser.add_argument("--text", action="store_true", help="the input is one plain text")
        parser.add_argument("--json", action="store_true", help="with --text: answer as JSON")

    def handle(self, *args: Any, file: str | None = None, **options: Any) -> None:
        try:
            with opened(file) as stream:
                if options["text"]:
                    self._check_text(file or "-", _all_of(stream), as_json=options["json"])
                    return
                for key, text in json_lines(stream):
                    self._answer(key, text)
        except Malformed as error:
            raise CommandError(str(error), returncode=2) from error

    def _answer(self, key: object, text: str) -> None:
        findings = [as_plain(finding) for finding in check(text)]
        line = {"id": key, "findings": findings, "grade": read(text).grade}
        self.stdout.write(json.dumps(line, ensure_ascii=False))

    def _check_text(self, name: str, text: str, *, as_json: bool) -> None:
        findings = check(text)
        if as_json:
            self._answer(name, text)
        else:
            reading = read(text)
            for finding in findings:
                self.stdout.write(in_words(finding, text))
            self.stdout.write(f"Grade {reading.grade} (Flesch-Kincaid), {reading.smog} (SMOG)")
        if any(finding.severity is Severity.MUST for finding in findings):
            raise SystemExit(1)


def as_plain(finding: Finding) -> dict[str, Any]:
    """A finding as other programs read it."""
    return {
        "start": finding.start,
        "end": finding.end,
        "term": finding.term,
        "better": list(finding.better),
        "why": finding.why,
        "severity": str(finding.severity),
    }


def in_words(finding: Finding, text: str) -> str:
    """A finding as people read it: line and column first, as an editor jumps to them."""
    line = text.count("\n", 0, finding.start) + 1
    column = finding.start - (text.rfind("\n", 0, finding.start) + 1) + 1
    said = " ".join(text[finding.start : finding.end].split())
    better = " / ".join(finding.better)
    return (
        f"{line}:{column}  {finding.severity}  “{said}”  better: {better}\n"
        f"    {finding.why} ({finding.source.name})"
    )


def _all_of(stream: Any) -> str:
    try:
        return str(stream.read())
    except UnicodeDecodeError as error:
        raise Malformed("the input is not UTF-8 text") from error
