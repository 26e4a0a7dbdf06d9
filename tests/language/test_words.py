"""The linter's promises: words about other people are found, everything else is left alone."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest

from community.language.linter import Finding, check
from community.language.terms import Severity, sources, terms

HERE = Path(__file__).parent
VARIANTS = {
    "as it stands": lambda before, term, after: (before, term, after),
    "loud": lambda before, term, after: (before.upper(), term.upper(), after.upper()),
    "in a headline": lambda before, term, after: (before.title(), term.title(), after.title()),
    "between others": lambda before, term, after: (f"It was late. {before}", term, f"{after} Rain."),
    "in a longer one": lambda before, term, after: (
        f"The report says this: {before}", term, f"{after.rstrip('.')}, and that was that."
    ),
    "in a list": lambda before, term, after: (f"Notes\n- {before}", term, after),
    "without hyphens": lambda before, term, after: (before, term.replace("-", " "), after),
    "with wide hyphens and fixed spaces": lambda before, term, after: (
        before, term.replace("-", "\u2011").replace(" ", "\u00a0"), after
    ),
    "with curly marks": lambda before, term, after: (
        f"Tom’s view: {before}", term.replace("'", "’"), after
    ),
}  # fmt: skip


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def is_caught(before, term, after):
    where = (len(before), len(before) + len(term))
    return any(f.start < where[1] and where[0] < f.end for f in check(before + term + after))


def missed(variant):
    """The sentences in which the words in brackets were not found."""
    parts = [line.replace("]", "[").split("[") for line in lines("sentences.txt")]
    return ["".join(part) for part in parts if not is_caught(*VARIANTS[variant](*part))]


def terms_in(text):
    return [finding.term for finding in check(text)]


def test_words_about_others_are_found():
    assert missed("as it stands") == []


def test_they_are_found_however_they_are_written():
    every = len(lines("sentences.txt"))

    share = {name: 1 - len(missed(name)) / every for name in VARIANTS}

    assert {name: value for name, value in share.items() if value < 0.98} == {}


def test_nothing_is_found_where_nothing_is_said_of_others():
    flagged = {line: terms_in(line) for line in lines("controls.txt") if check(line)}

    assert flagged == {}


def test_every_row_of_the_tables_is_found_in_some_sentence():
    found = {term for line in lines("sentences.txt") for term in terms_in(line.replace("[", "").replace("]", ""))}  # fmt: skip

    assert {term.term for term in terms()} - found == set()


def test_every_row_has_better_words_and_a_source():
    bare = [t.term for t in terms() if not (all(t.better) and t.source.name and t.wakes)]

    assert bare == []
    assert {t.evidence for t in terms()} == {"seen", "rule", "recalled"}
    assert {t.source.key for t in terms()} == set(sources())


def test_better_words_have_no_better_words():
    circles = {t.term: t.better for t in terms() if any(check(f"She is {b}.") for b in t.better)}

    assert circles == {}


def test_a_finding_says_where_why_and_what_is_better():
    said = check("Her brother committed suicide in May.")

    assert said == (
        Finding(
            start=12,
            end=29,
            term="committed suicide",
            severity=Severity.MUST,
            reason="crime",
            better=("died by suicide", "took their own life"),
            source=sources()["mindframe"],
        ),
    )
    assert said[0].why == "It sounds like a crime or a sin. It hurts those who grieve."


ABOUT = [
    # Who speaks of whom: (sentence, what is found)
    ("I am a schizophrenic.", []),
    ("I know a schizophrenic.", ["a schizophrenic"]),
    ("I work with addicts.", ["addict"]),
    ("We help the mentally ill.", ["the mentally ill"]),
    ("I was told that she is a junkie.", ["junkie"]),
    ("As an addict I get it.", []),
    ("As an addict she gets it.", ["addict"]),
    ("My nervous breakdown came in May.", []),
    ("My brother's nervous breakdown came in May.", ["nervous breakdown"]),
    ("They called me a psycho.", []),
    ("They called him a psycho.", ["psycho"]),
    ("We relapsed together.", []),
    ("Recovering addict here, nine years.", []),
    # Quotations and names
    ('"He is a psycho," she said.', []),
    ("“He is a psycho,” she said.", []),
    ("'He is a psycho' is what she said.", []),
    ("> He is a psycho\nThank you.", []),
    ("The patients' friend is a psycho, isn't he?", ["psycho"]),
    ("We saw Psycho.", []),
    ("We saw a Psycho.", ["psycho"]),
    ("Substance Abuse Is Common In Town", ["substance abuse"]),
    # Two meanings
    ("He committed to the plan.", []),
    ("She was committed to a psychiatric hospital.", ["committed (to hospital)"]),
    ("It is a crazy day.", []),
    ("A crazy man waved.", ["crazy"]),
    # The longer word wins
    ("A heroin addict slept there.", ["heroin addict"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), ABOUT)
def test_it_matters_who_speaks_of_whom(sentence, found):
    assert terms_in(sentence) == found


def test_nobody_who_wants_to_die_is_talked_to_about_style():
    risk = "I want to commit suicide and they say only lunatics do."

    assert terms_in(risk) == []
    assert terms_in(f"{risk} Her uncle committed suicide.") == ["committed suicide"]
    assert terms_in("He says that he wants to commit suicide.") == ["commit suicide"]


def test_places_point_into_the_text_whatever_letters_it_has():
    text = "İstanbul – 𝒮he said: the “new” man’s a naïve\tjunkie…"

    assert [text[f.start : f.end] for f in check(text)] == ["junkie"]


def test_findings_never_overlap_and_stand_in_order():
    text = " ".join(lines("sentences.txt")).replace("[", "").replace("]", "")

    found = check(text)

    assert len(found) > 300
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize("text", ["", " \n", "'", '"', "…", "a" * 20_000, "I " * 9_000, "\0"])
def test_any_text_is_read(text):
    assert check(text) == ()


def test_two_hundred_words_take_about_a_millisecond():
    words = " ".join(lines("controls.txt")).split()
    texts = [" ".join(words[at : at + 200]) for at in range(0, 800, 200)]
    for text in texts:
        check(text)

    took = []
    for text in texts * 5:
        began = process_time()
        check(text)
        took.append(process_time() - began)

    assert sorted(took)[len(took) // 2] < 0.004  # measured: 0.8 ms; a slow machine gets room
