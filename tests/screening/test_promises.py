"""What holds for any text at all: no error, spans inside the text, the same answer again."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.screening import (
    Context,
    Level,
    Signal,
    asks_for_help,
    find_contacts,
    find_method,
    screen,
    screen_name,
)
from community.screening.rules import ALL
from tests.screening import sentences

pytestmark = pytest.mark.thorough

SNIPPETS = [case.text for case in sentences.ALL] + [said for rule in ALL for said in rule.says]
ODD = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("kill die @.#*_-0123456789🅰️1️⃣ﬁﷺ\u200d\u0301'\"\n")
    ),
    max_size=300,
)
TEXTS = st.one_of(
    ODD,
    st.lists(st.one_of(st.sampled_from(SNIPPETS), ODD), max_size=5).map(" ".join),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_answered_with_spans_inside_it(text):
    finding = screen(text)
    spans = [(r.start, r.end) for r in finding.reasons]
    spans += [(c.start, c.end) for c in find_contacts(text)]
    spans += [(m.start, m.end) for m in find_method(text)]

    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert 0.0 <= finding.score <= 1.0


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_the_same_text_gets_the_same_answer(text):
    first = (screen(text), find_contacts(text), find_method(text))

    assert (screen(text), find_contacts(text), find_method(text)) == first


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.lists(st.sampled_from(SNIPPETS), max_size=3), st.sampled_from(SNIPPETS))
def test_what_was_said_before_can_only_raise(text, before, handle):
    alone = screen(text)
    along = screen(text, Context(previous=tuple(before), peer_handles=frozenset({handle[:9]})))

    assert along.level.rank >= alone.level.rank
    assert along.score >= alone.score
    assert all(0 <= r.start <= r.end <= len(text) for r in along.reasons)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, max_size=3))
def test_contacts_never_overlap(texts):
    found = find_contacts(" / ".join(texts))

    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_very_long_message_is_read_in_good_time():
    texts = ["a" * 20_000, "a1" * 10_000, "want to " * 3_000, "k " * 10_000, "12 " * 7_000]

    assert [screen(text).level.rank <= Level.CRISIS.rank for text in texts] == [True] * 5
    assert [len(find_contacts(text)) >= 0 for text in texts] == [True] * 5


def test_level_above_low_always_has_a_reason():
    bare = [t for t in SNIPPETS if screen(t).level is not Level.NONE and not screen(t).reasons]

    assert bare == []


def test_reason_points_at_the_words_in_a_disguised_text():
    text = "honestly… I want to k1ll mys3lf"

    spans = [text[r.start : r.end] for r in screen(text).reasons if r.signal is Signal.THOUGHT]

    assert spans == ["k1ll mys3lf"]


def test_cut_up_sentence_is_read_with_what_came_before():
    before = Context(previous=("I really want to",))

    assert (screen("die").level, screen("die", before).level) == (Level.NONE, Level.RED)


def test_named_person_counts_like_a_mention():
    peers = Context(peer_handles=frozenset({"Maple"}))

    finding = screen("maple is a worthless retard", peers)

    assert (finding.level, finding.target_at_risk) == (Level.RED, True)


def test_reported_attack_is_shown_but_not_charged_to_the_author():
    finding = screen("a boy at school told me to kill yourself, he wrote, and I cried")

    assert not finding.target_at_risk


def test_handle_that_names_a_method_is_found():
    handles = ["noose_lover", "N00SE99", "OverdoseQueen", "k1llmyself"]

    assert [handle for handle in handles if not find_method(handle)] == []


def test_ordinary_handle_passes():
    handles = ["maple", "quiet_river", "goose99", "moose", "hangoutking", "sunny-rope-jumper"]

    assert [handle for handle in handles if find_method(handle)] == []


def test_a_name_is_read_as_it_is_meant():
    levels = {
        "crisis": ["kms-tonight"],
        "red": ["want-to-die", "wanttodie", "Want2Die", "KillMePlease", "kys-ben", "gas.the.jews"],
        "amber": ["i_hate_ana_lark", "die ben die"],
        "none": [
            "FuckDepression",
            "kill_bill",
            "schizo-sam",
            "dead-poet",
            "Мария_Сергеевна",
            "moose",
        ],
    }

    found = {
        level: [n for n in names if screen_name(n).level == level]
        for level, names in levels.items()
    }
    assert found == levels
    assert asks_for_help("Want2Die")
    assert not asks_for_help("kys-ben")


def test_method_with_an_amount_is_marked_as_detail():
    (method,) = find_method("I swallowed 30 tablets with vodka")

    assert method.detail
