"""Ways into the library by what is going on, and past what stands in the way."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Sum
from django.utils import timezone

from cms.enums import Barrier
from cms.models import ArticlePage, BarrierSum, ReaderQuestion, Service, Situation
from cms.models.situation import first_of
from cms.queries.reading import whole

LEAST = 5  # a smaller sum is not shown: it could be somebody
A_YEAR = timedelta(days=365)


def situations() -> list[Situation]:
    """What editors named, where there is something to read. One query."""
    tagged = whole().values("situations")
    return list(Situation.objects.filter(barrier="", pk__in=tagged))


def situations_of(page: ArticlePage) -> list[Situation]:
    """What is going on for those a page speaks to. One query."""
    return [one for one in page.situations.all() if not one.barrier]


def situation(number: int) -> Situation | None:
    """One of them."""
    return Situation.objects.filter(pk=number, barrier="").first()


def pages_for(situation: Situation) -> list[ArticlePage]:
    """Public pages that speak to it, by title."""
    return list(whole().filter(situations=situation).order_by("title"))


def services_for(situation: Situation) -> list[Service]:
    """Services that help with it, in the order of the directory."""
    kinds = list(Service.Kind)
    found = Service.objects.filter(situations=situation)
    return sorted(found, key=lambda one: (kinds.index(Service.Kind(one.kind)), one.name))


@dataclass(frozen=True, slots=True)
class Helps:
    """What editors chose against something that stands in the way."""

    pages: list[ArticlePage]
    services: list[Service]


def helps_against(barrier: Barrier) -> Helps:
    """Three queries."""
    row = Situation.objects.filter(barrier=barrier).first()
    return Helps([], []) if row is None else Helps(pages_for(row), services_for(row))


@dataclass(frozen=True, slots=True)
class YearSum:
    """How often somebody said so within a year; None where it was fewer than five times."""

    barrier: Barrier
    times: int | None


def sums() -> list[YearSum]:
    """Every barrier, the most frequent first; those too rare to be shown in the order they have."""
    since = first_of(timezone.localdate() - A_YEAR)
    rows = BarrierSum.objects.filter(month__gte=since).values("barrier").annotate(all=Sum("times"))
    times = {row["barrier"]: row["all"] for row in rows.order_by()}
    shown = {b: times[b] for b in Barrier if times.get(b, 0) >= LEAST}
    return sorted((YearSum(b, shown.get(b)) for b in Barrier), key=lambda one: -(one.times or 0))


def asked_about_barriers() -> list[ReaderQuestion]:
    """What people asked a person here about what stands in their way, the earliest promise first."""
    waiting = ReaderQuestion.objects.filter(answered_at=None).exclude(barrier="")
    return list(waiting.order_by("due", "pk"))
