"""The commands outsiders use: lines in, lines out, one plain line for what cannot be read."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

from community.screening.figures import auroc, recall, threshold
from community.screening.fitting import Example, fit, packed
from community.screening.model import BUCKETS, HEADER, load
from tests.screening import sentences


def written(path, lines):
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def run(name, *arguments):
    out = io.StringIO()
    call_command(name, *arguments, stdout=out)
    return out.getvalue()


def test_screen_answers_each_line(tmp_path):
    lines = [json.dumps({"id": n, "text": t}) for n, t in enumerate(["hello", "I want to die"])]

    answers = [
        json.loads(line)
        for line in run("screen", written(tmp_path / "in.jsonl", lines)).splitlines()
    ]

    assert [(answer["id"], answer["level"]) for answer in answers] == [(0, "none"), (1, "red")]
    assert answers[1]["reasons"][0]["words"] == "A wish to be dead or not to wake up"


def test_find_contacts_answers_each_line(tmp_path):
    path = written(tmp_path / "in.jsonl", [json.dumps({"id": "a", "text": "ring 07700 900123"})])

    answer = json.loads(run("find_contacts", path))

    assert answer == {"id": "a", "found": [{"kind": "phone", "start": 5, "end": 17}]}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("nonsense", "line 1 is not JSON"),
        ("[1]", 'line 1 needs an object with "id" and "text"'),
        ('{"id": 1}', 'line 1: "text" must be a string'),
    ],
)
@pytest.mark.parametrize("command", ["screen", "find_contacts"])
def test_malformed_line_is_said_plainly(tmp_path, command, line, complaint):
    with pytest.raises(CommandError) as said:
        run(command, written(tmp_path / "in.jsonl", [line]))

    assert (str(said.value), said.value.returncode) == (complaint, 2)


@pytest.mark.parametrize("command", ["screen", "find_contacts", "screen_report", "fit_screen"])
def test_missing_file_is_said_plainly(command):
    with pytest.raises(CommandError) as said:
        run(command, "/nowhere/at-all")

    assert said.value.returncode == 2


def labelled_table(tmp_path):
    path = tmp_path / "labelled.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        writer.writerows([case.text, 1] for case in sentences.THOUGHT + sentences.PLAN)
        writer.writerows([case.text, 0] for case in sentences.SUPPORT + sentences.IDIOM)
    return str(path)


def test_report_tells_recall_auroc_and_levels(tmp_path):
    report = run("screen_report", labelled_table(tmp_path), "--per-day", "500")

    assert [line.split()[0] for line in report.splitlines()] == [
        "texts",
        "recall",
        "recall",
        "AUROC",
        *["label"] * 10,
    ]
    assert "a day at 500 messages" in report


def test_report_needs_both_labels(tmp_path):
    with pytest.raises(CommandError) as said:
        run("screen_report", written(tmp_path / "one.csv", ["text,label", "hello,0"]))

    assert (str(said.value), said.value.returncode) == ("the table needs rows of both labels", 2)


def test_figures_of_a_known_ranking():
    positives, negatives = [0.9, 0.8, 0.3], [0.1, 0.2, 0.4, 0.85]

    assert (auroc(positives, negatives), recall(positives, negatives, 0.25)) == (9 / 12, 2 / 3)


def test_tied_negatives_never_exceed_the_false_alarm_rate():
    negatives = [0.5] * 10 + [0.1] * 90

    bar = threshold(negatives, 0.05)

    assert sum(score >= bar for score in negatives) == 0


def test_fit_writes_numbers_only(tmp_path):
    rows = [f"i feel so {word} and want to vanish,3" for word in ("low", "sad", "grey")]
    rows += [f"the {word} is on the table,-1" for word in ("cup", "book", "lamp")]
    target = tmp_path / "model.bin"

    run("fit_screen", written(tmp_path / "t.csv", ["text,severity", *rows]), "--out", str(target))

    assert target.stat().st_size == HEADER.size + BUCKETS
    assert load(target) is not None


def test_same_examples_give_the_same_weights():
    examples = [Example(("i", "am", "lost"), 1), Example(("i", "am", "lost"), 1)]
    examples += [Example(("good", "cake"), 0), Example(("good", "cake"), 0)]

    assert packed(fit(examples)) == packed(fit(examples))


def test_broken_weights_leave_the_rules_alone(tmp_path):
    (tmp_path / "model.bin").write_bytes(b"not ours")

    assert load(tmp_path / "model.bin") is None
