"""Read JSON lines and labelled tables for the commands; complain in one plain line."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

csv.field_size_limit(10_000_000)
_YES = frozenset({"1", "true", "yes", "y", "positive", "pos"})
_NO = frozenset({"0", "false", "no", "n", "negative", "neg"})


class Malformed(Exception):
    """The input is not what the command reads; the message is one plain line."""


def opened(path: str | None) -> TextIO:
    """The file at `path`, or standard input for None and "-"."""
    if path in (None, "-"):
        return sys.stdin
    try:
        return open(str(path), encoding="utf-8", newline="")
    except OSError as error:
        raise Malformed(f"cannot read {path}: {error.strerror}") from error


def json_lines(stream: Iterable[str]) -> Iterator[tuple[object, str]]:
    """Each line as (id, text). Empty lines are skipped."""
    for number, line in enumerate(_readable(stream), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise Malformed(f"line {number} is not JSON") from error
        if not isinstance(value, dict) or "id" not in value:
            raise Malformed(f'line {number} needs an object with "id" and "text"')
        if not isinstance(value.get("text"), str):
            raise Malformed(f'line {number}: "text" must be a string')
        yield value["id"], value["text"]


def labelled(stream: Iterable[str]) -> list[tuple[str, bool]]:
    """Rows of a table with the columns text and label (1/0, yes/no, true/false)."""
    rows: list[tuple[str, bool]] = []
    for number, row in _table(stream, ("text", "label")):
        label = row["label"].strip().lower()
        if label not in _YES | _NO:
            raise Malformed(f"line {number}: label must be 1 or 0")
        rows.append((row["text"], label in _YES))
    if len({label for _, label in rows}) < 2:
        raise Malformed("the table needs rows of both labels")
    return rows


def graded(stream: Iterable[str]) -> list[tuple[str, int]]:
    """Rows of a table with the columns text and severity (-1 everyday, 0 to 6 by people)."""
    rows: list[tuple[str, int]] = []
    for number, row in _table(stream, ("text", "severity")):
        try:
            rows.append((row["text"], int(row["severity"])))
        except ValueError as error:
            raise Malformed(f"line {number}: severity must be a whole number") from error
    if not any(s > 0 for _, s in rows) or not any(s <= 0 for _, s in rows):
        raise Malformed("the table needs rows with and without severity")
    return rows


def _table(stream: Iterable[str], columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(_readable(stream))
    try:
        names = reader.fieldnames or []
        if any(column not in names for column in columns):
            raise Malformed(f"the table needs the columns {', '.join(columns)}")
        for number, row in enumerate(reader, start=2):
            if any(row[column] is None for column in columns):
                raise Malformed(f"line {number} is too short")
            yield number, row
    except csv.Error as error:
        raise Malformed(f"not a readable table: {error}") from error


def _readable(stream: Iterable[str]) -> Iterator[str]:
    try:
        for line in stream:
            yield line.lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise Malformed("the input is not UTF-8 text") from error
