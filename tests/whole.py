"""`python -m tests.whole` is pytest, with its calls in one piece of memory: half a second less of
each start, and a tenth less of what follows."""

import sys

import pytest

from tests.in_one_piece import in_one_piece

if __name__ == "__main__":
    sys.exit(in_one_piece(pytest.console_main))
