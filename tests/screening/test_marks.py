"""A word is looked at for everything only where it may hold anything."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from community.screening import disguises, marks

LETTERS = st.text("abehiklmnorstuwy019'", min_size=1, max_size=14)


def one_by_one(word):
    """The bits as each pattern by itself says them."""
    parts = {word, *word.split("'")}
    found = marks.DISGUISED if disguises.respelt(word) else 0
    for bit, pattern in marks._WORDS:
        found |= bit if any(pattern.match(part) for part in parts) else 0
    return found


@given(LETTERS)
@example("sign")
@example("o'clock")
@example("mail's")
@example("hauptstrasse")
@example("x")
@example("whatsapp")
def test_no_bit_is_lost_by_looking_once_at_all_of_them(word):
    assert marks._marks(word) == one_by_one(word)


@pytest.mark.parametrize("word", ["at", "sign", "b", "corner", "nineteen", "3rd", "don't4"])
def test_a_word_that_holds_something_has_its_bits(word):
    assert marks._marks(word) != 0
