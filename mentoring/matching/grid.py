"""Every mentee with every mentor at once: `hard` and `score` in numpy, a block of mentees at a time.

Ten thousand people and two thousand mentors are twenty million pairs. Whole numbers all the way,
so that a pair has the same score here as alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentoring.matching import score as one
from mentoring.matching.cast import PARTS, Instance, Mentee, Mentor
from mentoring.matching.hard import Obstacle
from mentoring.matching.week import WEEK, minutes

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Counts = NDArray[np.int16]
_WORD = (1 << 64) - 1
BLOCK = 512  # mentees looked at together: what is held meanwhile stays small


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows are mentees and columns mentors, each in the order of their ids. `scores` is -1 where a
    rule keeps two apart; `why` counts, for each mentee, how often which rule did."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    scores: NDArray[np.int32]
    why: NDArray[np.int32]

    def obstacles(self, row: int) -> Counter[Obstacle]:
        """How many mentors are kept from this mentee by what."""
        return Counter({kind: int(self.why[row, kind]) for kind in Obstacle if self.why[row, kind]})


def grid(instance: Instance) -> Grid:
    """All pairs of an instance."""
    mentees = tuple(sorted(instance.mentees, key=lambda mentee: mentee.id))
    mentors = tuple(sorted(instance.mentors, key=lambda mentor: mentor.id))
    scores = np.full((len(mentees), len(mentors)), -1, np.int32)
    why = np.zeros((len(mentees), len(Obstacle)), np.int32)
    if not mentees or not mentors:
        return Grid(mentees, mentors, scores, why)
    columns = _Columns(instance, mentors, mentees)
    for start in range(0, len(mentees), BLOCK):
        rows = slice(start, min(start + BLOCK, len(mentees)))
        together = columns.free.together(rows)
        stands = columns.obstacles(rows, together)
        row, column = np.nonzero(stands == Obstacle.NONE)
        scores[start + row, column] = columns.scores(rows, together, row, column)
        for kind in Obstacle:
            why[rows, kind] = (stands == kind).sum(axis=1)
    return Grid(mentees, mentors, scores, why)


class _Columns:
    """What is counted once for all mentors and mentees, and one block of pairs at a time."""

    def __init__(
        self, instance: Instance, mentors: Sequence[Mentor], mentees: Sequence[Mentee]
    ) -> None:
        self.instance, self.mentors, self.mentees = instance, mentors, mentees
        self.at_mentor = {mentor.id: column for column, mentor in enumerate(mentors)}
        self.at_mentee = {mentee.id: row for row, mentee in enumerate(mentees)}
        self.languages = _Lists(_each(mentees, "languages"), _each(mentors, "languages"))
        self.limits = _Lists(_each(mentees, "experience"), _each(mentors, "limits"))
        self.lists = {
            name: _Lists(_each(mentees, name), _each(mentors, name)) for name in one.SHARED
        }
        self.diagnosis = _Lists(
            [m.diagnosis if m.match_on_diagnosis else frozenset() for m in mentees],
            _each(mentors, "diagnosis"),
        )
        self.free = _Week(instance, mentees, mentors)
        self.gender = _codes([m.gender for m in mentors], [m.wants_gender for m in mentees])
        self.age = np.array([-1 if m.age is None else m.age for m in mentors])
        self.places = np.array([m.places for m in mentors])
        self.never: dict[int, list[int]] = {}
        for mentor, mentee in instance.never:
            if mentor in self.at_mentor and mentee in self.at_mentee:
                self.never.setdefault(self.at_mentee[mentee], []).append(self.at_mentor[mentor])
        self.wanted_by = self._wanted_by()
        self.waiting = np.array([m.waiting_days for m in mentees])
        capacity = np.array([max(m.capacity, 1) for m in mentors])
        self.fair_load = np.maximum(self.places, 0) * one.WHOLE // capacity

    def obstacles(self, rows: slice, together: Floats) -> NDArray[np.int8]:
        """The first thing that keeps each pair of these rows apart."""
        mentors, mentees = self.mentors, self.mentees[rows]
        offered, wanted = self.gender
        low = np.array([m.age_range[0] if m.age_range else -1 for m in mentees])[:, None]
        high = np.array([m.age_range[1] if m.age_range else 10**6 for m in mentees])[:, None]
        never = np.zeros(together.shape, bool)
        for row, mentee in enumerate(range(rows.start, rows.stop)):
            never[row, self.never.get(mentee, [])] = True
        wish = wanted[rows, None]
        checks = {
            Obstacle.TIME: together < self.instance.min_overlap,
            Obstacle.LIMITS: self.limits.shared(rows) > 0,
            Obstacle.AGE: (self.age < low) | (self.age > high),
            Obstacle.GENDER: (wish >= 0) & (wish != offered),
            Obstacle.LANGUAGE: self.languages.shared(rows) == 0,
            Obstacle.NEVER: never,
            Obstacle.NO_PLACE: self.places <= 0,
            Obstacle.ON_BREAK: np.array([m.on_break for m in mentors]),
            Obstacle.NOT_APPROVED: np.array([not m.approved for m in mentors]),
        }
        stands = np.full(together.shape, int(Obstacle.NONE), np.int8)
        for kind, holds in checks.items():  # what is looked for first has the last word
            stands[np.broadcast_to(holds, stands.shape)] = kind
        return stands

    def scores(self, rows: slice, together: Floats, row: Ints, column: Ints) -> Ints:
        """The scores of these pairs, in thousandths of a point; `row` counts from these rows' first."""
        weights = one.whole(self.instance.weights)
        total = sum(weights.values())
        if not total:
            return np.zeros(len(row), np.int64)
        parts = {
            "times": _of(together[row, column], one.ENOUGH_TIME),
            "waiting": _of(self.waiting[rows][row], one.LONG_WAIT),
            "fair_load": self.fair_load[column],
            "preference": self._preference(rows)[row, column],
        }
        for name, both in self.lists.items():
            shared, asked = both.shared(rows)[row, column], both.asked[rows][row]
            if name == "experience":
                named = self.diagnosis
                counts = (named.asked[rows][row] > 0) & (named.brought[column] > 0)
                shared = shared + np.where(counts, named.shared(rows)[row, column], 0)
                asked = asked + np.where(counts, named.asked[rows][row], 0)
            parts[name] = _share(shared, asked)
        weighted = sum(weights[name] * parts[name] for name in PARTS)
        per = one.WHOLE // one.MOST
        return (2 * weighted + per * total) // (2 * per * total)

    def _preference(self, rows: slice) -> Ints:
        """Half from each of the two: how high the other stands among their choices."""
        mentees = self.mentees[rows]
        named = np.array([bool(m.prefers) for m in mentees])[:, None]
        liked = np.where(named, 0, one.HALF) + np.zeros(len(self.mentors), np.int64)
        for row, mentee in enumerate(mentees):
            for other in mentee.prefers:
                if (column := self.at_mentor.get(other)) is not None:
                    liked[row, column] = one.choice(mentee.prefers, other)
        back = np.array([0 if m.prefers else one.HALF for m in self.mentors])
        wished = np.tile(back, (len(mentees), 1))
        for row, column, much in self.wanted_by:
            if rows.start <= row < rows.stop:
                wished[row - rows.start, column] = much
        return (liked + wished) // 2

    def _wanted_by(self) -> list[tuple[int, int, int]]:
        return [
            (self.at_mentee[other], column, one.choice(mentor.prefers, other))
            for column, mentor in enumerate(self.mentors)
            for other in mentor.prefers
            if other in self.at_mentee
        ]


class _Lists:
    """What mentees ask for and mentors bring of one kind: a bit for each thing, 64 to a word."""

    def __init__(self, asked: Sequence[frozenset[str]], brought: Sequence[frozenset[str]]) -> None:
        known = sorted(frozenset().union(*asked) & frozenset().union(*brought))
        self._asked, self._brought = _bits(asked, known), _bits(brought, known)
        self.asked = np.array([len(keys) for keys in asked])
        self.brought = np.array([len(keys) for keys in brought])

    def shared(self, rows: slice) -> Counts:
        """How many things each pair has in common."""
        found = np.zeros((len(self._asked[0][rows]), len(self._brought[0])), np.int16)
        for theirs, ours in zip(self._asked, self._brought, strict=True):
            found += np.bitwise_count(theirs[rows, None] & ours)
        return found


class _Week:
    """Everybody's free time, cut where anybody's begins or ends: few pieces, exact minutes."""

    def __init__(
        self, instance: Instance, mentees: Sequence[Mentee], mentors: Sequence[Mentor]
    ) -> None:
        day = instance.day
        theirs = [minutes(m.free, m.timezone, day) for m in mentees]
        ours = [minutes(m.free, m.timezone, day) for m in mentors]
        edges = 1
        for free in {*theirs, *ours}:
            edges |= free ^ (free << 1)
        cuts = [minute for minute in range(WEEK) if edges >> minute & 1]
        lengths = np.diff([*cuts, WEEK]).astype(np.float32)
        self._cuts = np.array(cuts)
        self._theirs = theirs
        self._ours = (self._pieces(ours) * lengths).T

    def together(self, rows: slice) -> Floats:
        """How many minutes each pair shares: sums of whole numbers below 2**24 are exact."""
        return self._pieces(self._theirs[rows]) @ self._ours

    def _pieces(self, people: Sequence[int]) -> Floats:
        packed = b"".join(free.to_bytes(WEEK // 8, "little") for free in people)
        bits = np.frombuffer(packed, np.uint8).reshape(len(people), -1)
        each = np.unpackbits(bits, axis=1, bitorder="little")
        return each[:, self._cuts].astype(np.float32)


def _each(people: Iterable[Mentee] | Iterable[Mentor], name: str) -> list[frozenset[str]]:
    return [getattr(person, name) for person in people]


def _share(shared: Ints | Counts, asked: Ints) -> Ints:
    part = shared.astype(np.int64) * one.WHOLE // np.maximum(asked, 1)
    return np.where(asked > 0, part, one.HALF)


def _of(much: Floats | Ints, full: int) -> Ints:
    """How much of what is enough, more being no better."""
    return np.minimum(much.astype(np.int64), full) * one.WHOLE // full


def _bits(rows: Sequence[frozenset[str]], known: Sequence[str]) -> list[NDArray[np.uint64]]:
    """A word for every 64 things that are known, at least one, each with a number for every row."""
    at = {key: 1 << number for number, key in enumerate(known)}
    said = [sum(at.get(key, 0) for key in keys) for keys in rows]
    words = range(max(1, -(-len(known) // 64)))
    return [np.array([one >> 64 * n & _WORD for one in said], np.uint64) for n in words]


def _codes(offered: Sequence[str], wanted: Sequence[str]) -> tuple[Ints, Ints]:
    """Words as numbers; "" is -1 where it is wished for and -2 where it is offered."""
    at: dict[str, int] = {word: number for number, word in enumerate({*offered, *wanted} - {""})}
    return (
        np.array([at.get(word, -2) for word in offered]),
        np.array([at.get(word, -1) for word in wanted]),
    )
