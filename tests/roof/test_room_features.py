"""The table of what rooms can do says what it was tried by. What it names is there."""

import re

from tests.compose import ROOT

TABLE = (ROOT / "docs" / "room-features.md").read_text()
ROWS = [line.strip("| ").split(" | ") for line in TABLE.splitlines() if line.startswith("| ")][1:]
LEGEND = dict(re.findall(r"^- (\w+): `([^`]+)`$", TABLE, re.MULTILINE))
NAMED = re.compile(r"\b([KASPN]\d+|M|H)\b")


def test_every_cell_says_how_it_was_seen():
    empty = [
        (row[0], cell)
        for row in ROWS
        for cell in row[1:]
        if not NAMED.search(cell) and cell != "needs a script, is off without"
    ]

    assert len(ROWS) > 30
    assert {len(row) for row in ROWS} == {6}
    assert empty == []


def test_every_test_it_names_is_there_and_nothing_is_named_for_nothing():
    used = {code for row in ROWS for code in NAMED.findall(" ".join(row[1:]))} - {"M", "H"}
    missing = []
    for path, name in (named.split("::") for named in LEGEND.values()):
        file = ROOT / path
        if not file.exists() or f"\ndef {name}(" not in file.read_text():
            missing.append(f"{path}::{name}")

    assert missing == []
    assert used == LEGEND.keys()
