"""What one's own space says on one's page: the plan that somebody wants at hand, how an appointment
went, the next small act of the week, a goal to look at again. All are read in one question."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.me_lines import Line
from community.wellbeing.enums import GoalState
from community.wellbeing.models import Goal, SafetyPlan, SmallAct, Visit

ASKED_FOR = timedelta(days=2)  # after an appointment; then it is not asked on one's page any more


@dataclass(frozen=True, slots=True)
class _Now:
    plan_is_near: bool
    act: str
    goal_is_due: bool
    went: int | None


def plan_line(person: Person, now: datetime) -> Line | None:
    """The way to the plan, for who wants it at hand."""
    if not _now_of(person, now).plan_is_near:
        return None
    return Line(reverse("wellbeing:plan"), _("My plan for a hard night"))


def went_line(person: Person, now: datetime) -> Line | None:
    """After an appointment, for two days and until something was said of it."""
    went = _now_of(person, now).went
    if went is None:
        return None
    page = reverse("wellbeing:went", args=[went])
    return Line(page, _("How did it go?"), about=_("Only if you like."))


def act_line(person: Person, now: datetime) -> Line | None:
    """The next small act of this week of which nothing was said yet; quiet where there is none."""
    act = _now_of(person, now).act
    if not act:
        return None
    return Line(reverse("wellbeing:week"), _("My next small act"), about=act)


def goal_line(person: Person, now: datetime) -> Line | None:
    """That a goal is to be looked at again, on the day one chose; nobody is sent there."""
    if not _now_of(person, now).goal_is_due:
        return None
    return Line(reverse("wellbeing:own-plan"), _("A goal to look at again"))


def _now_of(person: Person, now: datetime) -> _Now:
    """Read once for each loaded person: the lines ask one after the other."""
    known: _Now | None = getattr(person, "_space_now", None)
    if known is None:
        today = timezone.localtime(now).date()
        week = today - timedelta(days=today.weekday())
        near = SafetyPlan.objects.filter(person=OuterRef("pk"), is_near=True)
        acts = SmallAct.objects.filter(person=OuterRef("pk"), week=week, done="")
        due = Goal.objects.filter(
            person=OuterRef("pk"), state=GoalState.GOING, review_on__lte=today
        )
        over = Visit.objects.filter(person=OuterRef("pk"), at__lte=now, at__gt=now - ASKED_FOR)
        row = Person.objects.filter(pk=person.pk).values_list(
            Exists(near),
            Subquery(acts.order_by("place").values("words")[:1]),
            Exists(due),
            Subquery(over.filter(answers=None).order_by("-at").values("pk")[:1]),
        )
        is_near, act, is_due, went = row.first() or (False, "", False, None)
        known = _Now(bool(is_near), act or "", bool(is_due), went)
        person._space_now = known  # type: ignore[attr-defined]
    return known
