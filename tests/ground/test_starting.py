"""What was made while the program started is left alone from then on."""

import gc
import importlib
import os
import runpy
import sys

import django
import pytest
from django.conf import settings

from community import starting


def test_what_was_there_at_the_start_is_not_looked_over_again():
    assert gc.get_freeze_count() > 100_000
    assert gc.isenabled()


@pytest.mark.parametrize("entry", ["community.asgi", "community.wsgi"])
def test_a_server_looks_over_what_comes_after_its_start(entry):
    importlib.reload(importlib.import_module(entry))

    assert gc.isenabled()


def test_a_command_looks_over_what_comes_after_its_whole_start(monkeypatch, capsys):
    looks_over = []
    monkeypatch.setattr(django, "setup", lambda: looks_over.append(gc.isenabled()))
    monkeypatch.setattr(sys, "argv", ["manage.py", "version"])

    runpy.run_path(str(settings.BASE_DIR / "manage.py"), run_name="__main__")

    assert capsys.readouterr().out.strip() == django.get_version()
    assert looks_over == [
        False,
        True,
    ]  # the command line asks for a start of its own, which is over


@pytest.mark.parametrize(
    ("named", "begins_with"),
    [
        ("--settings=nowhere", ("nowhere", False)),
        ("--pythonpath=/nowhere", ("community.settings.testing", True)),
    ],
)
def test_settings_named_on_the_command_line_are_taken(monkeypatch, capsys, named, begins_with):
    begun = []
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "community.settings.testing")
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "argv", ["manage.py", "version", named])
    monkeypatch.setattr(
        django,
        "setup",
        lambda: begun.append((os.environ["DJANGO_SETTINGS_MODULE"], "/nowhere" in sys.path)),
    )

    runpy.run_path(str(settings.BASE_DIR / "manage.py"), run_name="__main__")

    assert capsys.readouterr().out.strip() == django.get_version()
    assert begun == [begins_with]


def test_nothing_is_looked_over_while_it_starts():
    try:
        starting.begin()

        assert not gc.isenabled()
    finally:
        starting.done()
    assert gc.isenabled()
