"""Among equally good answers, one by rule: the first mentee in the order of ids has a mentor where
that can be, the first mentor that can be; then the next mentee, and so on.

Every optimum uses only arcs that are worth exactly their price ("tight"), keeps every mentee matched
who is worth something, and fills every mentor whose places cost something. Within that, people are
moved round in rings, one mentee at a time, until none can have an earlier mentor.
"""

from collections import defaultdict, deque

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def settle(
    rows: Ints, columns: Ints, worth: Ints, price: Ints, *, column: Ints, places: Ints
) -> Ints:
    """The first of all optimal answers. `column` is any of them; `rows` and `columns` are the tight
    arcs, by row and then column."""
    ring = _Rings(rows, columns, worth, price, column, places)
    for row in ring.those_with_a_choice():
        ring.move(row)
    place = np.array(ring.place, np.int64).reshape(len(column))
    return np.where(place == ring.outside, -1, place)


class _Rings:
    """Everybody is somewhere: with a mentor, or "outside", which is one more place. A mentor whose
    places cost nothing may have some empty: an empty place may change with outside."""

    def __init__(
        self, rows: Ints, columns: Ints, worth: Ints, price: Ints, column: Ints, places: Ints
    ) -> None:
        self.outside = len(places)
        self.place = [int(one) for one in column]
        self.may: dict[int, list[int]] = defaultdict(list)
        for row, to in zip(rows.tolist(), columns.tolist(), strict=True):
            self.may[row].append(to)
        for row in np.flatnonzero(worth == 0).tolist():
            if row in self.may:
                self.may[row].append(self.outside)
        for row, at in enumerate(self.place):
            if at < 0:
                self.place[row] = self.outside
        self.free = (price == 0).tolist()
        self.empty = (places - np.bincount(column[column >= 0], minlength=len(places))).tolist()
        self.fixed: set[int] = set()
        self.at: dict[int, set[int]] = defaultdict(set)
        for row in self.may:
            self.at[self.place[row]].add(row)

    def those_with_a_choice(self) -> list[int]:
        """Rows that might stand elsewhere in another optimum, in order. All others never move."""
        group = _strong(self._ways())
        movable = [
            row
            for row, ways in self.may.items()
            if any(
                to != self.place[row] and group.get(to) == group.get(self.place[row]) for to in ways
            )
        ]
        for row in self.may.keys() - set(movable):
            self._fix(row)
        return sorted(movable)

    def move(self, row: int) -> None:
        """Gives this row the first place it can have beside those that are fixed already."""
        here = self.place[row]
        self._fix(row)
        for to in self.may[row]:
            if to == here:
                break
            if (path := self._path(to, here)) is not None:
                self._turn(path)
                self.place[row] = to
                break

    def _fix(self, row: int) -> None:
        self.fixed.add(row)
        self.at[self.place[row]].discard(row)

    def _ways(self) -> dict[int, set[int]]:
        """From which place somebody, or an empty place, can go to which."""
        ways: dict[int, set[int]] = defaultdict(set)
        for row, all_to in self.may.items():
            ways[self.place[row]].update(all_to)
        for to, free in enumerate(self.free):
            if free:
                ways[self.outside].add(to)
                if self.empty[to]:
                    ways[to].add(self.outside)
        return ways

    def _path(self, start: int, goal: int) -> list[tuple[int | None, int, int]] | None:
        """Steps (who or None for an empty place, from, to) by which somebody leaves `start` and
        somebody comes to `goal`; None where there are none."""
        came: dict[int, tuple[int | None, int]] = {}
        seen, queue = {start}, deque([start])
        while queue and goal not in seen:
            here = queue.popleft()
            for who, to in self._steps(here):
                if to not in seen:
                    seen.add(to)
                    came[to] = (who, here)
                    queue.append(to)
        if goal not in seen:
            return None
        path, here = [], goal
        while here != start:
            who, before = came[here]
            path.append((who, before, here))
            here = before
        return path

    def _steps(self, here: int) -> list[tuple[int | None, int]]:
        steps: list[tuple[int | None, int]] = [
            (row, to) for row in self.at[here] for to in self.may[row] if to != here
        ]
        if here == self.outside:
            steps += [(None, to) for to, free in enumerate(self.free) if free]
        elif self.empty[here]:
            steps.append((None, self.outside))
        return steps

    def _turn(self, path: list[tuple[int | None, int, int]]) -> None:
        for who, before, to in path:
            if who is None:
                if before != self.outside:
                    self.empty[before] -= 1
                if to != self.outside:
                    self.empty[to] += 1
            else:
                self.at[before].discard(who)
                self.at[to].add(who)
                self.place[who] = to


def _strong(ways: dict[int, set[int]]) -> dict[int, int]:
    """For each place, the number of the ring of places it belongs to: from each of them one can
    come to each other (Kosaraju's two passes)."""
    back: dict[int, set[int]] = defaultdict(set)
    for here, all_to in ways.items():
        for to in all_to:
            back[to].add(here)
    order: list[int] = []
    seen: set[int] = set()
    for start in [*ways, *back]:
        if start in seen:
            continue
        seen.add(start)
        stack = [(start, iter(ways.get(start, ())))]
        while stack:
            here, rest = stack[-1]
            for to in rest:
                if to not in seen:
                    seen.add(to)
                    stack.append((to, iter(ways.get(to, ()))))
                    break
            else:
                order.append(here)
                stack.pop()
    group: dict[int, int] = {}
    for start in reversed(order):
        if start in group:
            continue
        group[start], queue = start, [start]
        while queue:
            for to in back.get(queue.pop(), ()):
                if to not in group:
                    group[to] = start
                    queue.append(to)
    return group
