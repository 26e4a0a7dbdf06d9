"""The house keeps its shape: who imports whom, how long things grow, what never stands in a file."""

import ast
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 400, 60
# Versions below these have holes that reach us.
FLOORS = {"Django": (5, 2, 19), "wagtail": (8, 0), "daphne": (4, 2, 2), "django-allauth": (65, 21)}
# Spelt in two pieces so that this file is not its own finding.
HOSTS = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "registry.npm" + "js"]
PLACES = ["/ro" + "ot/", "/ho" + "me/", "/wo" + "rk/", "/tmp/ba" + "sh", "/Us" + "ers/"]


def tracked(*patterns):
    """The repository's files, as git knows them, that are still there."""
    listed = subprocess.run(
        ["git", "ls-files", "--", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def texts(*patterns):
    """Each tracked file with its text; what is not text is left out."""
    for path in tracked(*patterns):
        raw = path.read_bytes()
        if b"\0" not in raw:
            yield path.relative_to(ROOT), raw.decode()


@pytest.fixture(scope="module")
def product_code():
    """Python files of the product, with their trees."""
    return [
        (path, ast.parse(text))
        for path, text in texts("*.py")
        if path.parts[0] != "tests" and "migrations" not in path.parts
    ]


def imported(tree):
    """Every module named by an import in this tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_imports_follow_the_written_directions():
    linter = Path(sys.executable).parent / "lint-imports"

    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


def test_nobody_imports_the_other_admin(product_code):
    found = [
        path
        for path, tree in product_code
        if any(name.startswith("django.contrib.admin") for name in imported(tree))
    ]

    assert found == []


def test_models_never_import_actions(product_code):
    found = [
        path
        for path, tree in product_code
        if "models" in path.stem or "models" in path.parts
        if any(".actions" in name for name in imported(tree))
    ]

    assert found == []


def test_no_file_is_longer_than_a_person_reads():
    found = {
        str(path): text.count("\n")
        for path, text in texts("*.py", "*.js", "*.css", "*.html")
        if path.parts[0] != "tests" and "migrations" not in path.parts
        if text.count("\n") > LONGEST_FILE
    }

    assert found == {}


def test_no_function_is_longer_than_a_screen(product_code):
    found = {
        f"{path}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path, tree in product_code
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }

    assert found == {}


def test_nothing_is_left_for_later():
    later = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")

    found = [path for path, text in texts("*.py", "*.js", "*.html", "*.md") if later.search(text)]

    assert found == []


def test_no_file_names_an_index_or_a_place_on_one_machine():
    found = [
        f"{path}: {words}" for path, text in texts() for words in (*HOSTS, *PLACES) if words in text
    ]

    assert found == []


@pytest.mark.parametrize(("package", "floor"), FLOORS.items())
def test_a_package_is_not_older_than_its_last_known_hole(package, floor):
    numbers = tuple(int(part) for part in re.findall(r"\d+", version(package)))

    assert numbers >= floor


@pytest.mark.parametrize("name", ["base", "dev", "services"])
def test_every_requirement_is_locked_by_hash(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text().replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]

    assert lines
    assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []


@pytest.mark.parametrize("name", ["base", "dev", "services"])
def test_every_wish_stands_in_its_lock(name):
    folder = ROOT / "requirements"
    wishes = re.findall(r"^([A-Za-z][\w.-]*)", (folder / f"{name}.in").read_text(), re.MULTILINE)
    locked = re.findall(r"^([A-Za-z][\w.-]*)==", (folder / f"{name}.txt").read_text(), re.MULTILINE)

    assert {wish.lower() for wish in wishes} <= {name.lower() for name in locked}
