"""The totals of a scale over time, drawn with a line where each published range begins. Pure."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _now

from community.wellbeing.charts import Chart, Mark, Point
from community.wellbeing.instruments import Direction, Instrument, Kind

JOINS = timedelta(days=200)


def totals(
    instrument: Instrument, points: Sequence[Point], *, sentence: str, is_of_now: bool = True
) -> Chart | None:
    """The totals, oldest first; None for a scale that has none. Published ranges hold for the rule of
    now alone."""
    if instrument.scoring.kind == Kind.NONE:
        return None
    low, high = instrument.range
    if not is_of_now:
        values = [point.value for point in points]
        low, high = min(low, *values), max(high, *values)
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
        marks=[Mark(b.low, str(b.words)) for b in instrument.bands if is_of_now and b.low > low],
    )


def way_of(instrument: Instrument) -> str:
    """Which way the numbers go."""
    if instrument.direction == Direction.HIGHER_IS_WORSE:
        return _now("A lower number means fewer troubles.")
    return _now("A higher number means that it is better.")
