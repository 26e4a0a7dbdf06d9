"""What was made while the program started is left alone from then on."""

import gc
import importlib

import pytest

from community import starting


def test_what_was_there_at_the_start_is_not_looked_over_again():
    assert gc.get_freeze_count() > 100_000
    assert gc.isenabled()


@pytest.mark.parametrize("entry", ["community.asgi", "community.wsgi"])
def test_a_server_looks_over_what_comes_after_its_start(entry):
    importlib.reload(importlib.import_module(entry))

    assert gc.isenabled()


def test_nothing_is_looked_over_while_it_starts():
    try:
        starting.begin()

        assert not gc.isenabled()
    finally:
        starting.done()
    assert gc.isenabled()
