"""The totals of a scale over time, drawn with a line where each published range begins. Pure."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _now

from community.wellbeing.charts import Chart, Mark, Point
from community.wellbeing.instruments import Direction, Instrument, Kind

JOINS = timedelta(days=200)


def totals(instrument: Instrument, points: Sequence[Point], *, sentence: str) -> Chart | None:
    """The totals, oldest first; None for a scale that has none."""
    if instrument.scoring.kind == Kind.NONE:
        return None
    low, high = instrument.range
    return Chart(
        title=instrument.full_name,
        sentence=sentence,
        points=points,
        low=low,
        high=high,
        low_words=f"{low:g}",
        high_words=f"{high:g}",
        first=points[0].day,
        last=points[-1].day,
        joins=JOINS,
        marks=[Mark(b.low, str(b.words)) for b in instrument.bands if b.low > low],
    )


def way_of(instrument: Instrument) -> str:
    """Which way the numbers go."""
    if instrument.direction == Direction.HIGHER_IS_WORSE:
        return _now("A lower number means fewer troubles.")
    return _now("A higher number means that it is better.")
