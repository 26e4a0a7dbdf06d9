"""The best for everybody at once: most mentees matched, then the highest sum of scores.

A min-cost flow (OR-tools) over the arcs that may matter, then prices for the mentors' places. Where
no pair outside is worth more than its price, nothing better exists: that is the proof, it is made
over all pairs in whole numbers, and `bound` is what it proves. Pairs that are worth more join, and
it is solved again. Among equally good answers one is taken by rule (see `ties`), so that the answer
depends on nothing but the scores.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from mentoring.matching.score import MOST
from mentoring.matching.ties import settle

Ints = NDArray[np.int64]
ALL_AT_ONCE = 300_000  # up to so many pairs, all of them are arcs
FIRST, MORE = 48, 16  # arcs of each mentee to begin with, and more where some are missing


@dataclass(frozen=True, slots=True)
class Best:
    """Who goes to whom: a column for each row, -1 for nobody. `total` and `bound` are in thousandths
    of a point; nothing with `matched` pairs has a higher sum than `bound`, and nothing more pairs."""

    column: Ints
    matched: int
    total: int
    most: int
    bound: int
    rounds: int

    @property
    def gap(self) -> int:
        """How far it may be from the optimum: 0, or it is a fault."""
        return (self.most - self.matched) * MOST + self.bound - self.total


def best(scores: NDArray[np.int32], places: Sequence[int]) -> Best:
    """The optimum over all pairs whose score is not negative."""
    problem = _Problem(scores, np.array([max(free, 0) for free in places], np.int64))
    arcs = problem.first_arcs()
    rounds = 0
    while True:
        rounds += 1
        column = problem.solve(arcs)
        prices = problem.prices(arcs, column)
        missing = problem.missing(column, prices)
        if not missing.size:
            break
        arcs = np.concatenate([arcs, missing])  # they were not among them: those keep their price
    worth, most, bound = problem.worth(column, prices)
    column = settle(*problem.tight(worth, prices), column=column, places=problem.places)
    chosen = np.flatnonzero(column >= 0)
    total = int(scores[chosen, column[chosen]].sum(dtype=np.int64))
    return Best(column, len(chosen), total, most, bound, rounds)


class _Problem:
    """One table of scores with the mentors' places. An arc is row * width + column. In the prices a
    pair is worth its score and `base`, so much that one more pair outweighs all scores."""

    def __init__(self, scores: NDArray[np.int32], places: Ints) -> None:
        self.scores, self.places = scores, places
        self.rows, self.width = scores.shape
        self.base = (MOST + 1) * (self.rows + 1)

    def first_arcs(self) -> Ints:
        """All of them where they are few; else those with the highest scores of each mentee."""
        if not self.scores.size:
            return np.zeros(0, np.int64)
        if int((self.scores >= 0).sum()) <= ALL_AT_ONCE:
            return np.flatnonzero(self.scores >= 0)
        return self._highest(np.arange(self.rows), self.scores, FIRST)

    def solve(self, arcs: Ints) -> Ints:
        """The column of each row in the optimum over these arcs."""
        column = np.full(self.rows, -1)
        if not arcs.size:
            return column
        row, to = arcs // self.width, arcs % self.width
        source, sink = self.rows + self.width, self.rows + self.width + 1
        flow = SimpleMinCostFlow()
        ones, none = np.ones(self.rows, np.int64), np.zeros(self.rows, np.int64)
        flow.add_arcs_with_capacity_and_unit_cost(
            np.full(self.rows, source), np.arange(self.rows), ones, none
        )
        flow.add_arcs_with_capacity_and_unit_cost(
            np.arange(self.width) + self.rows,
            np.full(self.width, sink),
            self.places,
            none[:1].repeat(self.width),
        )
        pairs = flow.add_arcs_with_capacity_and_unit_cost(
            row,
            to + self.rows,
            np.ones(len(arcs), np.int64),
            -self.scores.ravel()[arcs].astype(np.int64),
        )
        flow.set_node_supply(source, self.rows)
        flow.set_node_supply(sink, -self.rows)
        status = flow.solve_max_flow_with_min_cost()
        assert status == flow.OPTIMAL, f"the flow ended with {status}"
        used = np.flatnonzero(flow.flows(pairs))
        column[row[used]] = to[used]
        return column

    def prices(self, arcs: Ints, column: Ints) -> Ints:
        """The lowest prices of a place with each mentor under which every mentee has what is best
        for them, among these arcs."""
        price = np.zeros(self.width, np.int64)
        if not arcs.size:
            return price
        arcs = arcs[np.argsort(arcs % self.width, kind="stable")]
        row, to = arcs // self.width, arcs % self.width
        value = self._value(row, to)
        heads, starts = np.unique(to, return_index=True)
        has = column >= 0
        own = np.where(has, self._value(np.arange(self.rows), np.maximum(column, 0)), 0)
        while True:
            surplus = np.where(has, own - price[column], 0)
            wanted = np.maximum.reduceat(value - surplus[row], starts)
            raised = np.maximum(price[heads], wanted)
            if (raised == price[heads]).all():
                return price
            price[heads] = raised

    def missing(self, column: Ints, price: Ints) -> Ints:
        """Arcs that are worth more than their price, the most telling of each mentee."""
        worth = self.worth(column, price)[0]
        found = []
        for start in range(0, self.rows, 1024):
            rows = np.arange(start, min(start + 1024, self.rows))
            over = self._reduced(rows, worth, price)
            some = np.flatnonzero((over > 0).any(axis=1))
            found.append(self._highest(rows[some], over[some], MORE, least=1))
        return np.concatenate(found) if found else np.zeros(0, np.int64)

    def worth(self, column: Ints, price: Ints) -> tuple[Ints, int, int]:
        """What each mentee has beyond the price of their place; and what the prices prove: how many
        pairs there can be at most, and their highest sum."""
        rows = np.arange(self.rows)
        if not self.width:
            return np.zeros(self.rows, np.int64), 0, 0
        own = self._value(rows, np.maximum(column, 0)) - price[np.maximum(column, 0)]
        worth = np.where(column >= 0, np.maximum(own, 0), 0)
        proved = int(worth.sum()) + sum(
            int(p) * int(n) for p, n in zip(price, self.places, strict=True)
        )
        return worth, *divmod(proved, self.base)

    def tight(self, worth: Ints, price: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """The arcs an optimum may use, as rows and columns; and what each row and column is worth:
        a row worth something is matched, a column worth something is full, in every optimum."""
        rows, columns = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for start in range(0, self.rows, 1024):
            block = np.arange(start, min(start + 1024, self.rows))
            row, column = np.nonzero(self._reduced(block, worth, price) == 0)
            rows.append(block[row])
            columns.append(column)
        return np.concatenate(rows), np.concatenate(columns), worth, price

    def _value(self, row: Ints, column: Ints) -> Ints:
        return self.scores[row, column].astype(np.int64) + self.base

    def _reduced(self, rows: Ints, worth: Ints, price: Ints) -> Ints:
        """By how much each pair of these rows is worth more than what the two have; -1 or less for
        pairs that may not be."""
        scores = self.scores[rows].astype(np.int64)
        over = scores + self.base - worth[rows, None] - price[None, :]
        return np.where(scores >= 0, over, -1)

    def _highest(self, rows: Ints, values: NDArray[Any], many: int, least: int = 0) -> Ints:
        """The arcs with the highest values of each row, `least` or more."""
        if not rows.size:
            return np.zeros(0, np.int64)
        many = min(many, self.width)
        at = np.argpartition(values, self.width - many, axis=1)[:, self.width - many :]
        arcs = rows[:, None] * self.width + at
        keep = np.take_along_axis(values, at, axis=1) >= least
        return arcs[keep]
