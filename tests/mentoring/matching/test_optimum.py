"""The best for everybody at once, checked by other ways to find it."""

import json

import numpy as np
import pytest
from ortools.linear_solver import pywraplp

from mentoring.matching import optimum
from mentoring.matching.form import read
from mentoring.matching.grid import grid
from mentoring.matching.hard import obstacle
from mentoring.matching.score import parts, score
from mentoring.matching.week import common, minutes
from tests.mentoring.matching.instances import instance


def a_table(seed, *, mentees, mentors, share=0.3, kinds=100_001):
    draw = np.random.default_rng(seed)
    scores = draw.integers(0, kinds, (mentees, mentors)).astype(np.int32)
    scores[draw.random((mentees, mentors)) > share] = -1
    return scores, draw.integers(0, 4, mentors)


def by_linear_programme(scores, places):
    """(most pairs, highest sum) by a solver that knows nothing of flows."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    arcs = {(i, j): solver.NumVar(0, 1, "") for i, j in zip(*np.nonzero(scores >= 0), strict=True)}
    for row in range(scores.shape[0]):
        solver.Add(sum(one for (i, _j), one in arcs.items() if i == row) <= 1)
    for column, place in enumerate(places):
        solver.Add(sum(one for (_i, j), one in arcs.items() if j == column) <= int(place))
    pairs = sum(arcs.values())
    solver.Maximize(pairs)
    solver.Solve()
    most = round(solver.Objective().Value())
    solver.Add(pairs >= most)
    solver.Maximize(sum(int(scores[arc]) * one for arc, one in arcs.items()))
    solver.Solve()
    return most, round(solver.Objective().Value())


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("in_rounds", [False, True])
def test_large_tables_meet_the_bound_of_a_linear_programme(monkeypatch, seed, in_rounds):
    if in_rounds:  # as with millions of pairs: few arcs first, more where the prices ask for them
        monkeypatch.setattr(optimum, "ALL_AT_ONCE", 0)
        monkeypatch.setattr(optimum, "FIRST", 2)
        monkeypatch.setattr(optimum, "MORE", 2)
    scores, places = a_table(seed, mentees=90, mentors=40)

    found = optimum.best(scores, places)

    assert (found.matched, found.total) == by_linear_programme(scores, places)
    assert (found.most, found.bound, found.gap) == (found.matched, found.total, 0)
    assert (found.rounds > 1) is in_rounds


def test_few_arcs_and_all_arcs_lead_to_the_same_people(monkeypatch):
    for seed in range(30):
        scores, places = a_table(seed, mentees=40, mentors=15, kinds=4)
        monkeypatch.setattr(optimum, "ALL_AT_ONCE", 300_000)
        whole = optimum.best(scores, places)
        monkeypatch.setattr(optimum, "ALL_AT_ONCE", 0)
        monkeypatch.setattr(optimum, "FIRST", 1)
        monkeypatch.setattr(optimum, "MORE", 1)

        in_rounds = optimum.best(scores, places)

        assert in_rounds.column.tolist() == whole.column.tolist()
        assert whole.gap == in_rounds.gap == 0


def test_among_equals_the_first_mentee_has_the_first_mentor():
    scores = np.zeros((4, 3), np.int32)

    assert optimum.best(scores, np.array([1, 2, 0])).column.tolist() == [0, 1, 1, -1]
    assert optimum.best(scores[:, :0], np.array([], int)).column.tolist() == [-1] * 4
    assert optimum.best(scores[:0], np.array([1, 1, 1])).column.tolist() == []


def test_one_more_person_outweighs_every_score():
    scores = np.array([[100_000, 0], [0, -1]], np.int32)

    found = optimum.best(scores, np.array([1, 1]))

    assert (found.column.tolist(), found.total) == ([1, 0], 0)


def test_all_pairs_at_once_are_scored_as_one_by_one():
    told = 0
    for seed in range(60):
        given = read(json.dumps(instance(1000 + seed)))
        table = grid(given)
        for row, mentee in enumerate(table.mentees):
            apart = []
            for column, mentor in enumerate(table.mentors):
                together = common(
                    minutes(mentee.free, mentee.timezone, given.day),
                    minutes(mentor.free, mentor.timezone, given.day),
                )
                stands = obstacle(mentee, mentor, given, together=together)
                alone = score(parts(mentee, mentor, together=together), given.weights)
                assert table.scores[row, column] == (-1 if stands else alone)
                apart.append(stands)
                told += 1
            assert sorted(table.obstacles(row).elements()) == sorted(apart)
    assert told > 400


def test_more_things_than_one_word_holds_are_all_counted():
    said = instance(1000, mentees=6, mentors=4)
    said["weights"] = {"values": 1}
    for number, one in enumerate((*said["mentors"], *said["mentees"])):
        one["values"] = [f"v{n}" for n in range(number, 150, number + 1)]
    given = read(json.dumps(said))

    table = grid(given)

    alone = {
        (row, column): score(parts(mentee, mentor, together=0), given.weights)
        for row, mentee in enumerate(table.mentees)
        for column, mentor in enumerate(table.mentors)
        if table.scores[row, column] >= 0
    }
    assert {at: table.scores[at] for at in alone} == alone
    assert len(set(alone.values())) > 2
