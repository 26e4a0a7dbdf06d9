"""Graphs as SVG, made here, each with its twin as a table. Pure.

No colour of its own and no script: classes alone (`css/chart.css`), so that light, dark, strong
contrast, forced colours and print follow. Only what was answered is drawn; over a longer gap no line
is drawn, since nobody knows what was there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, HEIGHT = 340, 165
LEFT, RIGHT, TOP, BOTTOM = 8, 8, 18, 45  # its words stand outside of it, never under a line
NAMES = 134  # beside the graph, for the names of published ranges


@dataclass(frozen=True, slots=True)
class Point:
    """One answer. `like` names what it can be compared with: only the same are joined. `is_partly`:
    made from some of the answers alone; its ring is broken."""

    day: date
    value: float
    words: str
    like: str = ""
    is_partly: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across, where a published range begins, and its name."""

    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: answers in the order of their days, from `first` to `last`."""

    title: str
    sentence: str
    points: Sequence[Point]
    low: float
    high: float
    low_words: str
    high_words: str
    first: date
    last: date
    joins: timedelta = timedelta(days=3)
    marks: Sequence[Mark] = ()

    @property
    def svg(self) -> SafeString:
        """The graph; its sentence is what a screen reader says."""
        return format_html(
            '<svg class="chart" role="img" aria-label="{}" viewBox="0 0 {} {}">{}{}{}{}</svg>',
            f"{self.title}. {self.sentence}",
            WIDTH,
            HEIGHT,
            self._frame(),
            self._marks(),
            self._lines(),
            self._dots(),
        )

    @property
    def _right(self) -> int:
        return WIDTH - (NAMES if self.marks else RIGHT)

    @property
    def _last_words(self) -> str:
        """The last day; said once where it is the first as well."""
        return date_format(self.last, self._days_as) if self.last > self.first else ""

    @property
    def _days_as(self) -> str:
        return "j M" if self.first.year == self.last.year else "j M Y"

    @property
    def days_as(self) -> str:
        """How the table names a day: days of two years are told apart."""
        return "D j M" if self.first.year == self.last.year else "j M Y"

    def _x(self, day: date) -> float:
        days = max((self.last - self.first).days, 1)
        return round(LEFT + (self._right - LEFT) * (day - self.first).days / days, 1)

    def _y(self, value: float) -> float:
        share = (value - self.low) / max(self.high - self.low, 1)
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share, 1)

    def _frame(self) -> SafeString:
        low, high = self._y(self.low), self._y(self.high)
        return format_html(
            '<path class="chart-edge" d="M{} {}H{}M{} {}H{}"/>'
            '<text class="chart-words" x="{}" y="{}">{}</text>'
            '<text class="chart-words" x="{}" y="{}">{}</text>'
            '<text class="chart-words" x="{}" y="{}">{}</text>'
            '<text class="chart-words chart-end" x="{}" y="{}">{}</text>',
            *(LEFT, low, self._right, LEFT, high, self._right),
            *(LEFT, high - 3, self.high_words),
            *(LEFT, low + 15, self.low_words),
            *(LEFT, HEIGHT - 8, date_format(self.first, self._days_as)),
            *(self._right, HEIGHT - 8, self._last_words),
        )

    def _marks(self) -> SafeString:
        right = self._right
        return format_html_join(
            "",
            '<path class="chart-mark" d="M{} {}H{}"/><text class="chart-words" x="{}" y="{}">{}</text>',
            (
                (LEFT, self._y(m.value), right, right + 8, self._y(m.value) + 4, m.words)
                for m in self.marks
            ),
        )

    def _lines(self) -> SafeString:
        pairs = zip(self.points, self.points[1:], strict=False)
        return format_html_join(
            "",
            '<path class="chart-line" d="M{} {}L{} {}"/>',
            (
                (self._x(a.day), self._y(a.value), self._x(b.day), self._y(b.value))
                for a, b in pairs
                if b.day - a.day <= self.joins and a.like == b.like
            ),
        )

    def _dots(self) -> SafeString:
        return format_html_join(
            "",
            '<circle class="chart-dot{}" cx="{}" cy="{}" r="3.5"/>',
            (
                (" chart-partly" if p.is_partly else "", self._x(p.day), self._y(p.value))
                for p in self.points
            ),
        )
