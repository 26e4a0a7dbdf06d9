"""What was made while the program started is left alone from then on."""

import gc

from community import starting


def test_what_was_there_at_the_start_is_not_looked_over_again():
    assert gc.get_freeze_count() > 100_000
    assert gc.isenabled()


def test_nothing_is_looked_over_while_it_starts():
    try:
        starting.begin()

        assert not gc.isenabled()
    finally:
        starting.done()
    assert gc.isenabled()
