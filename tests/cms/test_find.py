"""Finding a page with a slip of the finger, or in other words."""

from collections import Counter

import pytest

from cms import queries
from cms.near import is_one_edit, nearest
from tests.cms.library import public, topic


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("sleep", "slep", True),
        ("sleep", "sleeep", True),
        ("sleep", "slepe", True),
        ("sleep", "slaep", True),
        ("sleep", "bleep", True),
        ("sleep", "sleep", False),
        ("sleep", "slpee", False),
        ("sleep", "steeps", False),
        ("sleep", "slp", False),
    ],
)
def test_one_edit(one, other, near):
    assert is_one_edit(one, other) == near
    assert is_one_edit(other, one) == near


def test_every_single_edit_of_a_long_word_is_forgiven():
    word, letters = "worried", "abcdefghijklmnopqrstuvwxyz"
    known = Counter({word: 3, "weather": 9, "morning": 9})
    cut = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    edits = {a + b[1:] for a, b in cut if b} | {a + c + b for a, b in cut for c in letters}
    edits |= {a + c + b[1:] for a, b in cut if b for c in letters}
    edits |= {a + b[1] + b[0] + b[2:] for a, b in cut if len(b) > 1}

    missed = {typed for typed in edits if nearest(typed, known) not in (word, typed)}

    assert missed == set()
    assert {typed for typed in edits - {word} if nearest(typed, known) == typed} <= {"worries"}


@pytest.mark.django_db
def test_plain_words_and_hard_ones_lead_to_the_same_page(fay, gil):
    shelf = topic()
    page = public(shelf, by=fay, approved_by=gil, text="<p>When worry goes round at night.</p>")
    public(shelf, by=fay, approved_by=gil, title="Bread", text="<p>Bread and butter.</p>")

    found = [
        [one.pk for one in queries.search(typed).pages]
        for typed in ("anxiety", "anxious nights", "anxeity")
    ]

    assert found == [[page.pk]] * 3
