"""Whoever shows pages loads neither numpy nor OR-tools: what needs them is asked for where a cohort is
matched. Read from the sources, so that it costs nothing."""

import ast
from pathlib import Path

import mentoring

HOME = Path(mentoring.__file__).parent
HEAVY = {"matching/grid.py", "matching/optimum.py", "matching/plain.py", "matching/ties.py"}


def loaded_at_once(path):
    """What a module imports when it is loaded itself."""
    for line in ast.parse(path.read_text()).body:
        if isinstance(line, ast.ImportFrom) and line.module:
            yield line.module
        elif isinstance(line, ast.Import):
            yield from (name.name for name in line.names)


def is_heavy(name):
    file = name.removeprefix("mentoring.").replace(".", "/") + ".py"
    return name.split(".")[0] in ("numpy", "ortools") or file in HEAVY


def test_only_matching_at_once_and_its_command_load_what_is_heavy():
    found = {
        str(path.relative_to(HOME))
        for path in HOME.rglob("*.py")
        if any(is_heavy(name) for name in loaded_at_once(path))
    }

    assert found == HEAVY | {"management/commands/match_pairs.py"}
