"""`manage.py match_pairs`: the worked instance, the form, and an answer anyone can check."""

import copy
import io
import json
from importlib import resources

import jsonschema
import pytest
from django.core.management import CommandError, call_command

from tests.mentoring.matching.instances import allowed, by_brute_force, instance

pytestmark = pytest.mark.thorough

HERE = resources.files("mentoring.matching")
EXAMPLE = json.loads((HERE / "example.json").read_text())
SCHEMA = json.loads((HERE / "instance.schema.json").read_text())


@pytest.fixture
def match(tmp_path):
    """Runs the command on an instance; no test here may ask the database."""

    def run(given, *options):
        path, out = tmp_path / "instance.json", io.StringIO()
        path.write_text(given if isinstance(given, str) else json.dumps(given))
        call_command("match_pairs", str(path), *options, stdout=out)
        return json.loads(out.getvalue())

    return run


def test_the_worked_instance_gives_the_printed_pairs(match):
    printed = json.loads((HERE / "example.answer.json").read_text())

    assert match(EXAMPLE, "--all") == printed
    assert match(EXAMPLE) == {key: printed[key] for key in ("pairs", "total", "unmatched")}


def test_200_random_instances_agree_with_brute_force(match):
    pairs = ties = 0
    for seed in range(200):
        given = instance(seed)

        said = match(given, "--all")

        scores = {(e, m): round(score * 1000) for e, m, score in said["feasible"]}
        best, total, alike = by_brute_force(given, scores)
        assert scores.keys() == allowed(given), seed
        assert all(0 <= score <= 100_000 for score in scores.values()), seed
        assert [(one["mentee"], one["mentor"]) for one in said["pairs"]] == best, seed
        assert said["total"] == total / 1000, seed
        left = {one["id"] for one in given["mentees"]} - {e for e, _m in best}
        assert {one["mentee"] for one in said["unmatched"]} == left, seed
        assert all(one["why"] for one in (*said["pairs"], *said["unmatched"])), seed
        pairs, ties = pairs + len(best), ties + (alike > 1)
    assert pairs > 200
    assert ties > 10  # the rule for equals was needed


def test_a_score_depends_on_no_other_pair_and_on_no_order(match):
    turned = copy.deepcopy(EXAMPLE)
    turned["mentors"].reverse()
    turned["mentees"].reverse()
    assert match(turned, "--all") == match(EXAMPLE, "--all")

    alone = copy.deepcopy(EXAMPLE)
    alone["mentors"] = [one for one in alone["mentors"] if one["id"] == "m1"]
    alone["mentees"] = [one for one in alone["mentees"] if one["id"] == "e4"]
    assert match(alone, "--all")["feasible"] == [["e4", "m1", 74.896]]


def test_a_diagnosis_counts_only_where_both_ask(match):
    def score(mentee_asks, mentor_offers):
        given = copy.deepcopy(EXAMPLE)
        given["mentees"][0]["match_on_diagnosis"] = mentee_asks
        given["mentors"][0]["diagnosis"] = ["ptsd"] if mentor_offers else []
        said = match(given, "--all")
        assert "ptsd" not in json.dumps(said)
        assert "bipolar" not in json.dumps(said)
        return {(e, m): score for e, m, score in said["feasible"]}["e1", "m1"]

    neither = score(False, False)

    assert score(True, False) == score(False, True) == neither
    assert score(True, True) < neither  # they asked for it, and it is another one


def put(given, where, value):
    """The instance with another value at this place; `...` takes the key away."""
    given = copy.deepcopy(given)
    *path, last = where
    at = given
    for key in path:
        at = at[key]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return given


BAD = [
    (["colour"], "red", 'the instance has an unknown key: "colour"'),
    (["mentors", 0, "nick"], "x", 'mentors[0] has an unknown key: "nick"'),
    (["mentees", 1, "capacity"], 3, 'mentees[1] has an unknown key: "capacity"'),
    (["weights", "luck"], 3, 'weights has an unknown key: "luck"'),
    (["mentors", 0, "languages"], ..., 'mentors[0] lacks "languages"'),
    (["mentees", 0, "waiting_days"], ..., 'mentees[0] lacks "waiting_days"'),
    (["date"], ..., 'the instance lacks "date"'),
    (["date"], "23.11.2026", "date must be a day like 2026-11-23"),
    (["date"], "20261123", "date must be a day like 2026-11-23"),
    (["date"], "2026-W48-1", "date must be a day like 2026-11-23"),
    (["date"], "0001-01-01", "date must be in the years 1900 to 2999"),
    (["date"], "9999-12-31", "date must be in the years 1900 to 2999"),
    (["mentors", 0, "gender"], False, "mentors[0].gender must be text"),
    (["mentees", 0, "wants_gender"], [], "mentees[0].wants_gender must be text"),
    (["mentees", 0, "gender"], {}, "mentees[0].gender must be text"),
    (["weights", "values"], -1, "weights.values must be a number from 0 to 1000"),
    (["weights", "values"], True, "weights.values must be a number from 0 to 1000"),
    (["mentors", 0, "id"], 7, "mentors[0].id must be text"),
    (
        ["mentors", 0, "capacity"],
        1.5,
        "mentors[0].capacity must be a whole number from 0 to 1000000",
    ),
    (["mentors", 0, "approved"], "yes", "mentors[0].approved must be true or false"),
    (["mentors", 0, "free"], [[60]], "mentors[0].free[0] must be two whole numbers of minutes"),
    (
        ["mentors", 0, "free"],
        [[10080, 10090]],
        "mentors[0].free[0] must begin within the week and be no longer than one",
    ),
    (
        ["mentees", 0, "age_range"],
        [30],
        "mentees[0].age_range must be two whole numbers: the youngest and the oldest",
    ),
    (["mentees", 0, "values"], "faith", "mentees[0].values must be a list"),
    (["never"], [["m1"]], "never[0] must be two ids: a mentor's and a mentee's"),
    (["mentors"], {}, "mentors must be a list"),
]
# What a schema cannot say.
BAD_BEYOND = [
    (["mentors", 1, "id"], "m1", 'mentors: the id "m1" stands there twice'),
    (
        ["mentors", 0, "timezone"],
        "Europe/Dublyn",
        'mentors[0].timezone: there is no time zone "Europe/Dublyn"',
    ),
    (
        ["mentees", 0, "age_range"],
        [60, 30],
        "mentees[0].age_range must begin with the smaller number",
    ),
    (["date"], "2026-02-30", "date must be a day like 2026-11-23"),
    (["mentors", 0, "id"], "\ud800", "mentors[0].id holds half a character"),
    (["mentees", 0, "goals"], ["\udfff"], "mentees[0].goals holds half a character"),
]


def test_bad_input_is_refused_in_one_plain_line(match):
    for where, value, words in (*BAD, *BAD_BEYOND):
        with pytest.raises(CommandError) as no:
            match(put(EXAMPLE, where, value))
        assert (str(no.value), no.value.returncode) == (words, 2)

    for text, words in (
        ("[]", "the instance must be an object"),
        ("{", "the instance is not JSON"),
    ):
        with pytest.raises(CommandError) as no:
            match(text)
        assert (str(no.value), no.value.returncode) == (words, 2)


def test_the_schema_says_the_same_as_the_form():
    schema = jsonschema.Draft202012Validator(SCHEMA)

    assert schema.is_valid(EXAMPLE)
    assert all(schema.is_valid(instance(seed)) for seed in range(20))
    assert [
        words for where, value, words in BAD if schema.is_valid(put(EXAMPLE, where, value))
    ] == []


def test_two_who_are_never_matched_are_a_mentor_and_a_mentee_in_this_order(match):
    given = copy.deepcopy(EXAMPLE)
    mentor, mentee = given["mentors"][0], given["mentees"][0]
    given["mentors"] = [{**mentor, "id": name} for name in ("1", "2")]
    given["mentees"] = [{**mentee, "id": name} for name in ("1", "2")]

    said = match({**given, "never": [["1", "2"]]}, "--all")

    assert [pair[:2] for pair in said["feasible"]] == [["1", "1"], ["1", "2"], ["2", "2"]]


def test_what_may_be_missing_may_be_missing(match):
    for people, keys in (
        (
            "mentors",
            [
                "gender",
                "prefers",
                "load",
                "experience",
                "diagnosis",
                "values",
                "situation",
                "style",
                "goals",
            ],
        ),
        (
            "mentees",
            [
                "gender",
                "wants_gender",
                "age_range",
                "prefers",
                "experience",
                "diagnosis",
                "values",
                "situation",
                "style",
                "goals",
            ],
        ),
    ):
        given = copy.deepcopy(EXAMPLE)
        for person in given[people]:
            for key in keys:
                person.pop(key, None)
        assert match(given)["pairs"]


@pytest.mark.parametrize("gone", ["mentors", "mentees"])
def test_nobody_on_one_side_is_an_answer_too(match, gone):
    said = match({**EXAMPLE, gone: []})

    assert (said["pairs"], said["total"]) == ([], 0)
    assert {one["why"] for one in said["unmatched"]} <= {"There is no mentor."}
