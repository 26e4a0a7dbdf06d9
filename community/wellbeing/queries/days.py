"""One's own days and journal, for nobody but oneself."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from django.db.models import QuerySet
from django.utils.translation import gettext as _now

from community.accounts.models import Person
from community.wellbeing.charts import Chart, Point
from community.wellbeing.enums import ENDS, MEASURE_WORDS, Measure
from community.wellbeing.models import CheckIn, JournalEntry
from community.wellbeing.models.days import oldest_day

SHOWN = timedelta(days=55)  # eight weeks with today
SOME_DAYS = 3  # answers before a line says what came most often


@dataclass(frozen=True, slots=True)
class Days:
    """What the page shows of the last eight weeks: the days, newest first, and a graph for each
    measure that was answered."""

    rows: list[CheckIn]
    charts: list[Chart]


def check_in_of(person: Person, day: date) -> CheckIn | None:
    """What was kept of this day."""
    return CheckIn.objects.filter(person=person, day=day).first()


def days_of(person: Person, *, last: date, first: date | None = None) -> Days:
    """The days up to `last`. One query."""
    first = first or last - SHOWN
    rows = list(CheckIn.objects.filter(person=person, day__range=(first, last)))
    charts = [_chart(measure, rows, first=first, last=last) for measure in Measure]
    return Days(rows, [chart for chart in charts if chart.points])


def year_of(person: Person, *, last: date) -> Days:
    """Every day that is kept, of a year at most, and a graph of its weeks: one dot is the middle of
    what was said in a week, so that single days do not hide it. They begin where one began. One
    query."""
    first = oldest_day(last)
    rows = list(CheckIn.objects.filter(person=person, day__range=(first, last)))
    charts = [_year_chart(measure, rows, first=first, last=last) for measure in Measure]
    return Days(rows, [chart for chart in charts if chart.points])


def _year_chart(measure: Measure, rows: Sequence[CheckIn], *, first: date, last: date) -> Chart:
    words, weeks = MEASURE_WORDS[measure], defaultdict[date, list[int]](list)
    for row in reversed(rows):
        if value := row.answers[measure]:
            weeks[row.day - timedelta(days=row.day.weekday())].append(value)
    low, high = ENDS[measure]
    middles = {max(week, first): median_low(values) for week, values in weeks.items()}
    begins = min([*middles, last - SHOWN])
    return Chart(
        title=str(measure.label),
        sentence=_now("Each dot is the middle of what you said in one week."),
        points=[Point(week, value, str(words[value - 1])) for week, value in middles.items()],
        low=1,
        high=5,
        low_words=str(low),
        high_words=str(high),
        first=begins,
        last=last,
        joins=timedelta(days=7),
    )


def _chart(measure: Measure, rows: Sequence[CheckIn], *, first: date, last: date) -> Chart:
    words = MEASURE_WORDS[measure]
    answered = [(row.day, row.answers[measure]) for row in reversed(rows)]
    points = [Point(day, value, str(words[value - 1])) for day, value in answered if value]
    low, high = ENDS[measure]
    return Chart(
        title=str(measure.label),
        sentence=_sentence([point.words for point in points]),
        points=points,
        low=1,
        high=5,
        low_words=str(low),
        high_words=str(high),
        first=first,
        last=last,
    )


def _sentence(answers: list[str]) -> str:
    """What was said most often, of what was said at all; nothing is made of it, and one or two days
    are no "often"."""
    if len(answers) < SOME_DAYS:
        return ""
    (most, times), *others = Counter(answers).most_common()
    if others and others[0][1] == times:
        return _now("It went up and down: no answer came more often than another.")
    return _now("Most often you said: %(words)s.") % {"words": most}


def journal_of(person: Person) -> QuerySet[JournalEntry]:
    """The pages of one's own journal, newest first."""
    return JournalEntry.objects.filter(person=person)


def entry_of(person: Person, entry: int) -> JournalEntry | None:
    """One page of one's own."""
    return journal_of(person).filter(pk=entry).first()
