"""What somebody wrote stays what they wrote; only what is unseen and does harm is taken out."""

import uuid

import pytest

from community import pace
from groups import sending, word_rules
from groups.append import Append, Found
from groups.enums import HeldFor
from groups.forms import clean_note, clean_words, refuse_words


@pytest.mark.parametrize(
    "text",
    [
        "Good evening, everyone.",
        "Two lines\n\nand a third",
        "👩‍👩‍👧‍👦 👍🏽 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️ 🇳🇴",
        "شکرًا می‌خواهم",
        "שלום \u200fabc",
        "नमस्ते क्‍ष",
        "café naïve Zoë",
        "<b>bold</b> & \"quotes\" 'here' {{ braces }} %s",
    ],
)
def test_words_stay_as_they_were_written(text):
    assert clean_words(text) == text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  spaces around \n", "spaces around"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a b"),
        ("null\x00 bell\x07 delete\x7f c1\x9f", "null bell delete c1"),
        ("abc \u202edcba\u202c \u2066x\u2069", "abc dcba x"),
        ("half \ud83d of a pair", "half  of a pair"),
        ("e\u0301", "é"),
        ("\ufeffmark", "mark"),
    ],
)
def test_what_does_harm_is_taken_out(written, kept):
    assert clean_words(written) == kept


@pytest.mark.parametrize("text", ["", "\u200b", "\u200d\u200d", "\u3164", "\u2800\u2800", "\u0301"])
def test_nothing_to_see_is_empty(text):
    assert refuse_words(clean_words(text), "").code == "empty"


@pytest.mark.parametrize(
    ("body", "note", "expected"),
    [
        ("a", "", None),
        ("a" * 4000, "n" * 60, None),
        ("🌊" * 4000, "", None),
        ("a" * 4001, "", "too_long"),
        ("a", "n" * 61, "too_long"),
    ],
)
def test_length_is_counted_in_characters(body, note, expected):
    refusal = refuse_words(body, note)

    assert (refusal.code if refusal else None) == expected


def test_too_long_says_by_how_much():
    assert "12 more" in refuse_words("a" * 4012, "").words


def test_a_note_is_one_line():
    assert clean_note(" about\n work \u202e") == "about work"


def prepare(body, **more):
    return sending.prepare(by=1, room="0123456789", cid=uuid.uuid4(), body=body, **more)


@pytest.fixture(autouse=True)
def nobody_has_sent_anything(settings, monkeypatch):
    """And the house has no rule about words: nothing here asks a database."""
    settings.REDIS_URL = ""
    pace.forget()
    monkeypatch.setattr(word_rules, "standing", lambda: ())


def test_prepared_words_are_clean_and_unsignalled():
    wish = prepare("  Good evening \x00")

    assert isinstance(wish, Append)
    assert (wish.body, wish.signal) == ("Good evening", None)


def test_contact_details_are_asked_about_unless_sure_or_not_for_the_group():
    body = "My number is 07700 900123"
    asked = prepare(body)

    assert (asked.refusal.code, asked.found) == ("check", (Found("phone", 13, 25),))
    assert isinstance(prepare(body, sure=True), Append)
    assert isinstance(prepare(body, held_for=HeldFor.TEAM), Append)


def test_what_sounds_like_danger_goes_out_with_a_signal():
    wish = prepare("I am going to end my life tonight, the pills are here")

    assert isinstance(wish, Append)
    assert wish.signal.level in ("now", "soon")
    assert wish.signal.codes


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("bye.", "I am going to kill myself tonight"),
        ("kill myself tonight", "I am going to"),
        ("I am going to kill myself tonight", "a scene from my novel"),
    ],
    ids=["in the note", "cut in two", "in the words"],
)
def test_the_note_is_read_with_the_words_below_it(body, note):
    wish = prepare(body, note=note)

    assert wish.signal.level in ("now", "soon")


def test_contact_details_in_the_note_are_asked_about_too():
    asked = prepare("Good evening", note="call me 07700 900123")

    assert (asked.refusal.code, asked.found) == ("check", (Found("phone", 0, 0),))
    assert isinstance(prepare("Good evening", note="call me 07700 900123", sure=True), Append)


def test_a_quiet_note_signals_nothing():
    assert prepare("It was her birthday.", note="about loss").signal is None


def test_the_eleventh_in_half_a_minute_is_asked_to_wait():
    answers = [prepare(f"Number {n}") for n in range(11)]

    assert all(isinstance(answer, Append) for answer in answers[:10])
    assert (answers[10].refusal.code, 0 < answers[10].wait <= 30) == ("rate", True)


def test_words_that_cannot_be_sent_cost_no_pace():
    for _ in range(20):
        prepare("")

    assert isinstance(prepare("Now"), Append)
