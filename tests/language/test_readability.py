"""How hard a text is, by the published formula."""

import pytest

from community.language.readability import read, syllables

SYLLABLES = [
    ("cat", 1), ("make", 1), ("table", 2), ("walked", 1), ("wanted", 2), ("hopes", 1),
    ("houses", 2), ("people", 2), ("free", 1), ("the", 1), ("I", 1),
    ("medication", 4), ("it's", 1), ("they’re", 1),
]  # fmt: skip


@pytest.mark.parametrize(("word", "count"), SYLLABLES)
def test_syllables_are_counted_as_spoken(word, count):
    assert syllables(word) == count


def test_the_grade_follows_the_formula():
    reading = read("The cat sat on the mat. The dog ran to the cat.")

    # 12 words, 2 sentences, 12 syllables: .39·6 + 11.8·1 − 15.59 = −1.45, never below 0.
    assert (reading.grade, reading.words, reading.sentences) == (0.0, 12, 2)


def test_hard_words_and_long_sentences_raise_the_grade():
    easy = read("You can call us. We are here all day.")
    hard = read(
        "Psychopharmacological interventions necessitate multidisciplinary collaboration "
        "throughout the rehabilitation of individuals experiencing persistent difficulties."
    )

    assert easy.grade < 3 < 18 < hard.grade


def test_long_sentences_are_named():
    long = "We " + "walk and " * 13 + "rest."

    assert read(f"Short one. {long} Short again.").long_sentences == (long.removesuffix("."),)


def test_a_text_without_words_asks_nothing():
    assert (read("…").grade, read("").words) == (0.0, 0)


def test_minutes_are_never_none():
    assert (read("Hello.").minutes, read("word " * 1000).minutes) == (1, 5)
