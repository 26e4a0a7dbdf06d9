"""The table of what rooms can do says what it was tried by. What it names is there."""

import ast
import re

from tests.compose import ROOT

TABLE = (ROOT / "docs" / "room-features.md").read_text()
ROWS = [line.strip("| ").split(" | ") for line in TABLE.splitlines() if line.startswith("| ")][1:]
LEGEND = dict(re.findall(r"^- (\w+): `([^`]+)`$", TABLE, re.MULTILINE))
NAMED = re.compile(r"\b([KASPN]\d+|M|H)\b")
NOTHING_TO_TRY = (
    "needs a script, is off without",
    "nothing to press: reading to the end is enough",
)
KEYS = re.compile(r"keyboard\.|\.press\(|Keys\(")
POINTER = re.compile(r"\.(?:click|fill|check|tap|select_option)\(|\bwrite\(")


def test_every_cell_says_how_it_was_seen():
    empty = [
        (row[0], cell)
        for row in ROWS
        for cell in row[1:]
        if not NAMED.search(cell) and cell not in NOTHING_TO_TRY
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


def test_who_tries_it_by_keyboard_presses_keys_and_nothing_else():
    found = {}
    for code, named in LEGEND.items():
        if code.startswith("K"):
            text = source(*named.split("::"))
            found[code] = (bool(KEYS.search(text)), POINTER.findall(text))

    assert found == dict.fromkeys(found, (True, []))


def source(path, name):
    """The text of a test and of what it calls in its own file."""
    text = (ROOT / path).read_text()
    functions = {one.name: one for one in ast.parse(text).body if isinstance(one, ast.FunctionDef)}
    used = {one.id for one in ast.walk(functions[name]) if isinstance(one, ast.Name)} | {name}
    return "\n".join(
        ast.get_source_segment(text, functions[one]) for one in used & functions.keys()
    )
