"""`manage.py screen_report labelled.csv`: how well screening does on labelled texts."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from community.screening import Level, screen
from community.screening.figures import auroc, recall, with_interval
from community.screening.lines import Malformed, labelled, opened


class Command(BaseCommand):
    help = "Recall at 1 % and 5 % false alarms, AUROC and levels for a table text,label."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="a table; standard input when left out")
        parser.add_argument("--per-day", type=float, help="messages a day, for expected items")

    def handle(
        self, *args: Any, file: str | None = None, per_day: float | None = None, **options: Any
    ) -> None:
        try:
            with opened(file) as stream:
                rows = labelled(stream)
        except Malformed as error:
            raise CommandError(str(error), returncode=2) from error
        findings = [(screen(text), label) for text, label in rows]
        positives = [finding.score for finding, label in findings if label]
        negatives = [finding.score for finding, label in findings if not label]
        self.stdout.write(f"texts      {len(positives)} labelled 1, {len(negatives)} labelled 0")
        for name, measure in (
            ("recall 1%", lambda p, n: recall(p, n, 0.01)),
            ("recall 5%", lambda p, n: recall(p, n, 0.05)),
            ("AUROC", auroc),
        ):
            figure = with_interval(measure, positives, negatives)
            self.stdout.write(f"{name:<10} {figure.value:.3f} ({figure.low:.3f}-{figure.high:.3f})")
        for label in (True, False):
            self._levels([f.level for f, found in findings if found is label], label, per_day)

    def _levels(self, levels: list[Level], label: bool, per_day: float | None) -> None:
        counts = Counter(levels)
        for level in Level:
            share = counts[level] / len(levels)
            line = f"label {int(label)}    {level:<7} {share:7.2%}"
            if per_day and not label and level.rank >= Level.AMBER.rank:
                line += f"   about {share * per_day:.1f} a day at {per_day:g} messages"
            self.stdout.write(line)
