"""`manage.py fit_screen FILE`: fit the linear model and write the weights (no text inside)."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from community.screening import levels
from community.screening.distress import listen
from community.screening.figures import auroc, recall, with_interval
from community.screening.fitting import fit, packed
from community.screening.lines import Malformed, graded, opened
from community.screening.model import PATH
from community.screening.normalise import fold
from community.screening.training import examples, out_of_fold, words


class Command(BaseCommand):
    help = "Fit the screening model on a table text,severity and write its weights."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="a table; standard input when left out")
        parser.add_argument("--out", type=Path, default=PATH, help="where to write the weights")
        parser.add_argument("--check", action="store_true", help="also cross-validate (minutes)")

    def handle(
        self,
        *args: Any,
        file: str | None = None,
        out: Path = PATH,
        check: bool = False,
        **options: Any,
    ) -> None:
        try:
            with opened(file) as stream:
                table = graded(stream)
        except Malformed as error:
            raise CommandError(str(error), returncode=2) from error
        rows = [(words(text), severity) for text, severity in table]
        if check:
            self._cross_validate(table, out_of_fold(rows))
        out.write_bytes(packed(fit(examples(rows))))
        self.stdout.write(f"fitted on {len(rows)} rows, {out.stat().st_size} bytes written")

    def _cross_validate(self, table: list[tuple[str, int]], values: list[float]) -> None:
        scores = [
            levels.score(listen(fold(text), set(words(text))), value)
            for (text, _), value in zip(table, values, strict=True)
        ]
        graded_scores = list(zip(scores, (severity for _, severity in table), strict=True))
        negatives = [score for score, severity in graded_scores if severity < 0]
        for least in (2, 4):
            positives = [score for score, severity in graded_scores if severity >= least]
            for name, measure in (
                ("recall 1%", lambda p, n: recall(p, n, 0.01)),
                ("recall 5%", lambda p, n: recall(p, n, 0.05)),
                ("AUROC", auroc),
            ):
                figure = with_interval(measure, positives, negatives)
                self.stdout.write(
                    f"severity >= {least}  {name:<9} {figure.value:.3f} "
                    f"({figure.low:.3f}-{figure.high:.3f})"
                )
