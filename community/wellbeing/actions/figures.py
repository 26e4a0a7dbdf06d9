"""Making means known: once a month, of five people or more, each person once.

A sum that follows every answer tells each new one to whoever looks twice. So an answer is in one figure
alone, a figure is only of months that are over, and it never changes.
"""

from datetime import datetime
from statistics import fmean
from typing import Any

from django.db import transaction
from django.db.models import Avg, QuerySet
from django.utils import timezone

from community.wellbeing.enums import About, ForWhom
from community.wellbeing.models import Feedback, Figure, VisitAnswer
from community.wellbeing.models.visits import HOW_IT_WENT

LEAST = 5


def publish_due(now: datetime) -> None:
    """The ticker's job: what was answered until the end of the last month. What too few people
    answered waits for the months to come."""
    until = timezone.localtime(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    for about in About:
        for tap in Feedback.TAPS:
            given = Feedback.objects.filter(about=about, **{f"{tap}__isnull": False})
            _publish(f"{about}.{tap}", given, said=tap, by="person", until=until)
    told = VisitAnswer.objects.filter(for_whom=ForWhom.SERVICE)
    for name in HOW_IT_WENT:
        answers = told.filter(about=name)
        _publish(f"visit.{name}", answers, said="value", by="visit__person", until=until)


@transaction.atomic
def _publish(of: str, answers: QuerySet[Any], *, said: str, by: str, until: datetime) -> None:
    before = Figure.objects.filter(of=of).order_by("-until").values_list("until", flat=True).first()
    given = answers.filter(at__lt=until)
    if before is not None:
        given = given.filter(at__gte=before)
    means = given.order_by().values(by).annotate(mean=Avg(said)).values_list("mean", flat=True)
    people = list(means)
    if len(people) >= LEAST:
        mean = round(fmean(people), 1)
        Figure.objects.get_or_create(of=of, until=until, defaults={"mean": mean})
