"""The total at the end is honest."""

import sys
import threading
from pathlib import Path

import pytest

from tests import run, services

pytestmark = pytest.mark.thorough


@pytest.fixture
def out(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "OUT", tmp_path)
    monkeypatch.setattr(run, "ROOT", tmp_path)
    return tmp_path


def python(name, line):
    return run.Step(name, [sys.executable, "-c", line])


def pytest_of(out, text):
    (out / "test_it.py").write_text(text)
    step = run.pytest_step("it", "test_it.py")
    how = [word for word in step.command if word not in ("--create-db", *run.BEGINNING)]
    step.command = [*how, "-p", "no:django", "-c", "/dev/null", "--rootdir", str(out)]
    step.env["PYTHONPATH"] = str(Path(run.__file__).parent.parent)
    return step


def test_all_passed_is_nothing_failed(out, capsys):
    code = run.main([[[python("one", "pass"), python("two", "pass")], [python("three", "pass")]]])

    assert code == 0
    assert capsys.readouterr().out.splitlines()[-1] == "3 passed, 0 failed"


def test_a_failed_step_fails_the_run_and_stops_no_other(out, capsys):
    lanes = [[python("breaks", "raise SystemExit('it broke')"), python("works", "print('fine')")]]

    code = run.main([lanes])

    said = capsys.readouterr().out
    assert code == 1
    assert "[breaks] it broke" in said
    assert "[works] fine" in said
    assert said.splitlines()[-1] == "1 passed, 1 failed"


def test_what_goes_on_beside_the_rounds_is_waited_for_and_counted(out, capsys):
    beside = [
        python("slow", "import time; time.sleep(0.3)"),
        python("breaks", "raise SystemExit(1)"),
    ]

    code = run.main([[[python("one", "pass")]]], beside)

    assert code == 1
    assert [(step.passed, step.failed) for step in beside] == [(1, 0), (0, 1)]
    assert capsys.readouterr().out.splitlines()[-1] == "2 passed, 1 failed"


def test_what_goes_on_beside_takes_only_what_others_leave(out):
    step = run.yielding(python("last", "import os; raise SystemExit(os.nice(0) != 19)"))

    assert run.main([], [step]) == 0


@pytest.mark.parametrize("ending", ["pass", "raise SystemExit(1)"])
def test_what_begins_with_the_tables_waits_until_they_are_made_or_given_up(
    out, capsys, monkeypatch, ending
):
    monkeypatch.setattr(run, "TABLES_MADE", threading.Event())
    reads = python("reads", "print('begun')")
    reads.env["TABLES"] = "the tables"
    tables = python("tables", f"import time; time.sleep(0.3); print('at the end'); {ending}")

    run.main([[[reads], [tables]]])

    said = capsys.readouterr().out.splitlines()
    assert run.TABLES_MADE.is_set()
    assert said.index("[tables] at the end") < said.index("[reads] begun")
    assert (reads.passed, tables.passed + tables.failed) == (1, 1)


def test_each_test_counts_and_a_skip_is_said(out, capsys):
    text = (
        "import pytest\n"
        "def test_a(): pass\n"
        "def test_b(): assert False\n"
        "@pytest.mark.skip(reason='no such machine')\n"
        "def test_c(): pass\n"
    )

    code = run.main([[[pytest_of(out, text)]]])

    said = capsys.readouterr().out
    assert code == 1
    assert said.splitlines()[-1] == "1 passed, 1 failed"
    assert said.splitlines()[-3] == "FAILED [it] test_it.test_b: assert False"
    assert "no such machine" in said


def test_a_pytest_that_collects_nothing_has_failed(out, capsys):
    code = run.main([[[pytest_of(out, "")]]])

    assert code == 1
    assert capsys.readouterr().out.splitlines()[-1] == "0 passed, 1 failed"


def test_nothing_run_is_not_a_success(out):
    assert run.main([]) == 1


def test_a_step_that_hangs_is_ended_and_has_failed(out, capsys, monkeypatch):
    monkeypatch.setattr(run, "LIMIT", 0.5)

    step = python("hangs", "import threading; threading.Event().wait()")

    code = run.main([[[step]]])

    assert (step.passed, step.failed) == (0, 1)
    assert (code, capsys.readouterr().out.splitlines()[-1]) == (1, "0 passed, 1 failed")


@pytest.mark.parametrize(
    ("find", "package"),
    [
        (services.find_postgres, "postgresql"),
        (services.find_redis, "redis-server"),
    ],
)
def test_a_machine_without_a_service_is_told_what_to_install(monkeypatch, find, package):
    monkeypatch.setattr(services, "_find", lambda name, places: None)
    monkeypatch.setattr(services, "_wheels", lambda: None)
    monkeypatch.delenv("CI", raising=False)

    with pytest.raises(SystemExit, match=f"the package {package}"):
        find()


def test_a_machine_without_a_browser_is_told_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.delenv("CI", raising=False)

    with pytest.raises(SystemExit, match="the package chromium"):
        services.chromium()


def test_all_tests_but_those_in_a_browser_run_on_postgresql_and_each_once():
    tests = run.ROOT / "tests"
    every = {path for path in tests.rglob("test_*.py") if path.parent.name != "browser"}

    parts = [run.ROOT / part for half in run.halves() for part in half]

    found = [
        file for part in parts for file in ([part] if part.is_file() else part.rglob("test_*.py"))
    ]
    assert sorted(found) == sorted(every)
