"""`make bench`: what it says is screened as people's words are, and its table says how it stands."""

from groups import sending
from tests.bench import report, words


def test_nothing_a_measured_crowd_says_is_a_contact_or_a_signal():
    found = [sending.look_again(words.body(n), "", room="", by=0) for n in range(0, 200_000, 9_973)]

    assert set(found) == {((), None)}


def test_a_mark_names_one_message():
    said = f"{words.body(7)} {words.body(70_000)}".encode()

    assert list(words.marks_in(said, 0, len(said))) == [
        words.mark(7).encode(),
        words.mark(70_000).encode(),
    ]


def test_a_budget_that_is_a_part_of_a_peers_figure_follows_it():
    ours = [{"scene": "sat100", "cpu_100k": 0.9}, {"scene": "sat100", "cpu_100k": 0.5}]
    theirs = [{"peer": "socketio-pg1", "scen": "sat100", "all_cpu_100k": 1.2}]

    row = report.rows(ours, [], theirs, {})[0]

    assert (row["must"], row["aim"], row["here"], row["verdict"]) == (0.6, 0.3, 0.5, "kept")


def test_a_figure_nobody_measured_is_not_run_and_a_kept_one_has_a_star():
    kept = {("socketio-pg1", "sat100"): {"all_cpu_100k": 1.2}}

    made = report.rows([], [], [], kept)

    assert {row["verdict"] for row in made} == {"not run"}
    assert "| 1.2* |" in report.table(made)
