"""The command outsiders use: JSON lines in and out, or one plain text for people and for hooks."""

import io
import json

import pytest
from django.core.management import CommandError, call_command


def run(*arguments):
    out = io.StringIO()
    call_command("check_language", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def written(tmp_path):
    def write(text):
        (tmp_path / "in").write_text(text, encoding="utf-8")
        return str(tmp_path / "in")

    return write


def test_each_line_is_answered(written):
    path = written('{"id": "a", "text": "He is a junkie."}\n\n{"id": 2, "text": "We met."}\n')

    answers = [json.loads(line) for line in run(path).splitlines()]

    assert answers == [
        {
            "id": "a",
            "findings": [
                {
                    "start": 8,
                    "end": 14,
                    "term": "junkie",
                    "better": [
                        "person who uses drugs",
                        "person with a substance use disorder",
                    ],
                    "why": "It is used to hurt people.",
                    "severity": "must",
                }
            ],
            "grade": 0.7,
        },
        {"id": 2, "findings": [], "grade": 0.0},
    ]


def test_a_word_that_must_go_fails_a_plain_text(written):
    path = written("We met.\nHe committed\nsuicide in May.\n")

    with pytest.raises(SystemExit) as left:
        run(path, "--text")

    assert left.value.code == 1


def test_a_plain_text_is_answered_for_people(written):
    said = run(written("We met.\nHer son relapsed.\n"), "--text")

    assert said.splitlines() == [
        "2:9  consider  “relapsed”  better: returned to use / the symptoms came back",
        "    It puts the blame on the person. (White House ONDCP, Changing the Language of "
        "Addiction, 2017)",
        "Grade 0.0 (Flesch-Kincaid), 3.1 (SMOG)",
    ]


def test_malformed_input_is_said_plainly(written):
    with pytest.raises(CommandError) as said:
        run(written("nonsense"))

    assert (str(said.value), said.value.returncode) == ("line 1 is not JSON", 2)
