"""Scales are scored exactly as published, or not at all."""

import io
import json
from importlib import import_module

import pytest
from django.core.management import CommandError, call_command

from community.wellbeing import instruments
from community.wellbeing.instruments import Kind, Wording
from community.wellbeing.scoring import NoScore, Score, Why, band_of, change, score

# As published, both ends of every range: Kroenke 2001, 2003, 2007, 2009; Spitzer 2006; Topp 2015.
PUBLISHED = {
    "phq-9": {"minimal": (0, 4), "mild": (5, 9), "moderate": (10, 14)}
    | {"moderately severe": (15, 19), "severe": (20, 27)},
    "phq-8": {"minimal": (0, 4), "mild": (5, 9), "moderate": (10, 14)}
    | {"moderately severe": (15, 19), "severe": (20, 24)},
    "gad-7": {"minimal": (0, 4), "mild": (5, 9), "moderate": (10, 14), "severe": (15, 21)},
    "phq-2": {"negative": (0, 2), "positive": (3, 6)},
    "gad-2": {"negative": (0, 2), "positive": (3, 6)},
    "who-5": {"poor wellbeing": (0, 50), None: (51, 100)},
    "ucla-3": {"not lonely": (3, 5), "lonely": (6, 9)},
    "de-jong-gierveld-6": {"not lonely": (0, 1), "moderately lonely": (2, 4)}
    | {"severely lonely": (5, 6)},
}


def of(key, *answers):
    return score(instruments.get(key), list(answers))


def total(key, *answers):
    found = of(key, *answers)
    return found.total if isinstance(found, Score) else found.why


def test_no_line_of_a_page_ends_within_the_name_of_a_scale():
    gad, phq = instruments.get("gad-7"), instruments.get("phq-9")

    assert (gad.name, gad.full_name) == ("GAD\u20117", "Worry, seven questions (GAD\u20117)")
    for one in instruments.ALL:
        short = str(one.short)
        written = (one.name, one.full_name, *one.cited)
        assert not any(short in words for words in written if "-" in short)
    assert phq.cited[0].startswith("Kroenke K, Spitzer RL, Williams JBW. The PHQ\u20119.")


def test_every_total_falls_in_its_published_range():
    for key, bands in PUBLISHED.items():
        for name, (low, high) in bands.items():
            found = {band_of(instruments.get(key), n) for n in range(low, high + 1)}
            assert found == {name}, key


def test_a_range_is_named_in_words_and_never_by_its_own_numbers():
    named = {str(band.words) for instrument in instruments.ALL for band in instrument.bands}

    assert {"fewer troubles", "more troubles", "moderate"} <= named
    assert not [words for words in named if any(letter.isdigit() for letter in words)]


def test_totals_reach_from_end_to_end_as_published():
    ends = {"phq-9": (0, 27), "phq-8": (0, 24), "phq-2": (0, 6), "gad-7": (0, 21), "gad-2": (0, 6)}
    ends |= {"who-5": (0, 100), "ucla-3": (3, 9), "mspss": (1, 7), "ismi-10": (1, 4)}

    for key, (low, high) in ends.items():
        instrument = instruments.get(key)
        values, many = sorted(instrument.values), len(instrument.items)
        if key != "ismi-10":  # two of its statements are turned round
            assert total(key, *[values[0]] * many) == low
            assert total(key, *[values[-1]] * many) == high
        assert instrument.range == (low, high)


def test_sums_means_counts_and_per_cent():
    assert total("phq-9", 0, 1, 2, 3, 0, 1, 2, 3, 0) == 12
    assert total("who-5", 3, 2, 2, 3, 2) == 48  # raw 12: the last of the published range
    assert total("who-5", 3, 3, 2, 3, 2) == 52
    assert total("mspss", *[1] * 6, *[2] * 6) == 1.5
    assert total("ismi-10", 4, 1, 4, 4, 4, 4, 4, 4, 1, 4) == 4.0
    assert total("de-jong-gierveld-6", 1, 2, 3, 1, 2, 3) == 4
    assert total("here", 5, None, 3, 4, 4) is None


def test_a_missing_answer_counts_as_the_mean_only_where_that_was_published():
    assert total("phq-9", 3, 3, 3, 3, 2, 2, 2, None, None) == 23  # 18/7 × 9 = 23.14
    assert total("phq-9", 1, 0, 1, 0, 1, 0, 1, 0, None) == 5  # 4.5, half up
    assert total("gad-7", 1, 2, 1, 2, 1, 2, None) == 11  # 10.5, half up
    assert of("phq-9", 1, 1, 1, 1, 1, 1, 1, 1, None).is_prorated
    for key, answers in [
        ("phq-9", [1] * 6 + [None] * 3),
        ("gad-7", [1] * 5 + [None] * 2),
        ("phq-8", [1] * 7 + [None]),
        ("phq-2", [3, None]),
        ("gad-2", [None, 3]),
        ("who-5", [5, 5, 5, 5, None]),
        ("mspss", [7] * 11 + [None]),
        ("here", [None] * 5),
    ]:
        assert total(key, *answers) == Why.MISSING


@pytest.mark.parametrize("wrong", [4, -1, True, 1.0, "1", [1], 10**30])
def test_what_is_out_of_range_gives_no_total(wrong):
    assert of("phq-9", wrong, *[0] * 8) == NoScore(Why.RANGE, (), "phq-9/1")


def test_another_number_of_answers_gives_no_total():
    assert total("gad-7", *[0] * 6) == total("gad-7", *[0] * 8) == Why.COUNT


def test_question_9_is_seen_in_whole_in_partial_and_in_broken_forms():
    assert of("phq-9", *[0] * 8, 1).flags == ("item_9",)
    assert of("phq-9", *[None] * 8, 3) == NoScore(Why.MISSING, ("item_9",), "phq-9/1")
    assert of("phq-9", 7, *[0] * 7, 2) == NoScore(Why.RANGE, ("item_9",), "phq-9/1")
    assert of("phq-9", *[3] * 8, 0).flags == of("phq-9", *[3] * 8, None).flags == ()
    assert of("phq-9", *[3] * 8, 9).flags == of("phq-8", *[3] * 8).flags == ()


def test_only_a_reliable_change_is_one():
    def said(key, before, after):
        return change(instruments.get(key), before=before, after=after)

    assert [said("phq-9", 12, n) for n in (6, 7, 17, 18)] == [1, 0, 0, -1]
    assert [said("gad-7", 8, n) for n in (4, 5, 11, 12)] == [1, 0, 0, -1]
    assert [said("who-5", 48, n) for n in (36, 40, 56, 60)] == [-1, 0, 0, 1]
    assert said("phq-8", 0, 24) == 0  # none was published


def test_each_has_a_file_with_its_sources_and_what_is_not_ours_to_give_out_is_not_here():
    for instrument in instruments.ALL:
        has_words = all(item.words for item in instrument.items)
        assert has_words == (instrument.wording != Wording.MISSING), instrument.key
        assert all((instrument.licence, instrument.sources, instrument.codes)), instrument.key
        assert import_module(f"{instruments.__name__}.{instrument.key.replace('-', '_')}")
        assert bool(instrument.notice) == (instrument.wording != Wording.OURS)
        assert instrument.scoring.version.startswith(instrument.key)


def test_our_own_measures_have_no_total_no_range_and_say_what_they_are():
    for instrument in instruments.ALL:
        if instrument.wording == Wording.OURS:
            assert (instrument.bands, instrument.reliable_change) == ((), None)
            assert instrument.scoring.kind == Kind.NONE
            assert "not a validated scale" in str(instrument.about)


def run(key, *lines, tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    out = io.StringIO()
    call_command("score", key, str(path), stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_command_answers_each_line(tmp_path):
    lines = [
        {"id": "a", "answers": [1, 1, 1, 1, 1, 1, 1, 1, 1]},
        {"id": 2, "answers": [0, 0, 0, 0, 0, 0, 0, 0, 0]},
        {"id": 3, "answers": [None] * 9},
        {"id": 4, "answers": [None] * 8 + [2]},
    ]

    answers = run("phq-9", *map(json.dumps, lines), "", tmp_path=tmp_path)

    assert answers == [
        {"id": "a", "total": 9, "band": "mild", "flags": ["item_9"]},
        {"id": 2, "total": 0, "band": "minimal", "flags": []},
        {"id": 3, "error": "too many answers are missing"},
        {"id": 4, "error": "too many answers are missing", "flags": ["item_9"]},
    ]


@pytest.mark.parametrize(
    ("key", "line", "complaint"),
    [
        ("gad-7", "nonsense", "line 1 is not JSON"),
        ("gad-7", '{"answers": []}', 'line 1 needs an object with "id" and "answers"'),
        ("gad-7", '{"id": 1}', 'line 1: "answers" must be a list'),
        ("phq", "{}", "no instrument is called phq; known are phq-9, phq-8,"),
    ],
)
def test_malformed_input_is_said_plainly(tmp_path, key, line, complaint):
    with pytest.raises(CommandError) as said:
        run(key, line, tmp_path=tmp_path)

    assert str(said.value).startswith(complaint)
    assert said.value.returncode == 2
