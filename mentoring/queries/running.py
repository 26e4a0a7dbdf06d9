"""What a coordinator sees: who offers to mentor, who waits and for whom, which pairs there are.
Never a word of a pair, and of a request only its state."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from mentoring.enums import AT_WORK, WAITING, MentorState, OfferState, RequestState
from mentoring.models import Mentor, Offer, Pair, Request
from mentoring.queries.matching import taken_places, those_nobody_fits
from mentoring.queries.own import LOOK_WITHIN
from mentoring.queries.pairs import away_words
from mentoring.queries.training import renewals, to_renew
from mentoring.queries.walk import last_writers


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One request that waits: who acts next, by when, and what mentors said who passed."""

    request: Request
    next: str
    who: str
    by: datetime | None
    is_late: bool
    reasons: list[str]
    days: int  # for how many they have waited


@dataclass(frozen=True, slots=True)
class MentorLine:
    """One mentor: how many people they have, and how many places."""

    mentor: Mentor
    taken: int
    renew_by: date | None  # something they learned is to be renewed by then, soon
    is_over: bool  # that day has passed, so nobody new is led to them
    learned: int  # of the twelve


@dataclass(frozen=True, slots=True)
class RunPair:
    """One pair; `away` where the mentor is not there and the member may need somebody, `asks` once they
    have asked for somebody else; `silent` is the name of who has not answered, "" where neither wrote."""

    pair: Pair
    silent: str
    away: bool
    asks: bool
    is_over: bool  # the day they planned to end has passed


@dataclass(frozen=True, slots=True)
class AloneLine:
    """Somebody whose mentor stopped or left, and who has not asked for another."""

    request: int
    person: Person
    since: datetime


@dataclass(frozen=True, slots=True)
class HowItStands:
    """How it stands: who waits and for how long, how many places are free, whose training is to be
    renewed soon."""

    waiting: int
    longest: int  # days
    places: int
    free: int
    on_break: int
    renew: list[MentorLine]


def applications() -> QuerySet[Mentor]:
    """Who offered to be a mentor and waits for a coordinator, longest first."""
    return (
        Mentor.objects.filter(state=MentorState.APPLIED, person__standing=Standing.ACTIVE)
        .select_related("person", "references_heard_by")
        .order_by("applied_at", "pk")
    )


def application(mentor: int) -> Mentor | None:
    """One application that waits."""
    return applications().filter(pk=mentor).first()


def waiting_requests(*, now: datetime) -> list[WaitingLine]:
    """Requests nobody has said yes to, longest first."""
    offers = Offer.objects.select_related("mentor__person").order_by("pk")
    waiting = (
        Request.objects.filter(state__in=WAITING, person__standing=Standing.ACTIVE)
        .select_related("person")
        .prefetch_related(Prefetch("offers", queryset=offers))
        .order_by("asked_at", "pk")
    )
    found = list(waiting)
    stuck = those_nobody_fits(found)
    return [_waiting_line(one, now=now, is_stuck=one.pk in stuck) for one in found]


def mentors() -> list[MentorLine]:
    """Everybody who is a mentor now."""
    found = list(
        Mentor.objects.filter(state__in=AT_WORK).select_related("person").order_by("person__handle")
    )
    taken: Counter[int] = taken_places(mentor.pk for mentor in found)
    today = timezone.localdate()
    learned = renewals(found)
    return [
        MentorLine(
            mentor=mentor,
            taken=taken[mentor.pk],
            renew_by=(by := to_renew(learned[mentor.pk], today=today)),
            is_over=by is not None and by < today,
            learned=len(learned[mentor.pk]),
        )
        for mentor in found
    ]


def pairs(waiting: Sequence[WaitingLine]) -> list[RunPair]:
    """Every pair that goes on, those whose mentor is away first, then the quiet ones; `waiting` are
    those who wait."""
    going = Pair.objects.filter(ended_at=None).order_by("began_at")
    found = list(going.select_related("mentor__person", "request__person", "room__answers_for"))
    wrote = last_writers(found)
    today = timezone.localdate()
    ask = {line.request.person_id for line in waiting}
    lines = [
        RunPair(
            pair=pair,
            silent=_silent(pair, wrote.get(pair.pk)),
            away=bool(away_words(pair.mentor)),
            asks=pair.request.person_id in ask,
            is_over=bool(pair.ends_on and pair.ends_on < today),
        )
        for pair in found
    ]
    return sorted(lines, key=lambda line: (not line.away, -line.pair.quiet_step, not line.is_over))


def left_alone(pairs: Sequence[RunPair], waiting: Sequence[WaitingLine]) -> list[AloneLine]:
    """Whose mentor stopped or left, or from whom the team parted them, and who neither waits nor talks with
    another, until somebody has asked them; the longest first. Who stopped themself, or has asked since, is
    left in peace."""
    has = {line.request.person_id for line in waiting}
    has |= {line.pair.request.person_id for line in pairs if not line.away}
    later = Request.objects.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"))
    paired = Request.objects.filter(~Q(person__in=has), ~Exists(later), asked_how_at=None)
    paired = paired.filter(state=RequestState.PAIRED, person__standing=Standing.ACTIVE)
    parted = Q(pair__ended_at__isnull=False, pair__ending="")
    parted &= Q(pair__ended_by=None) | ~Q(pair__ended_by=F("person"))
    found = paired.filter(Q(pair=None) | parted).select_related("person", "pair")
    lines = [AloneLine(one.pk, one.person, _left_at(one)) for one in found]
    return sorted(lines, key=lambda line: line.since)


def _left_at(request: Request) -> datetime:
    pair: Pair | None = getattr(request, "pair", None)
    return request.changed_at if pair is None or pair.ended_at is None else pair.ended_at


def how_it_stands(waiting: Sequence[WaitingLine], mentors: Sequence[MentorLine]) -> HowItStands:
    """How it stands, from what the page shows anyway."""
    there = [line for line in mentors if line.mentor.state == MentorState.APPROVED]
    open_now = [line for line in there if not line.is_over]
    return HowItStands(
        waiting=len(waiting),
        longest=max((line.days for line in waiting), default=0),
        places=sum(line.mentor.places for line in there),
        free=sum(max(line.mentor.places - line.taken, 0) for line in open_now),
        on_break=len(mentors) - len(there),
        renew=sorted(
            (line for line in mentors if line.renew_by is not None),
            key=lambda line: (line.renew_by, line.mentor.pk),
        ),
    )


def _silent(pair: Pair, wrote_last: int | None) -> str:
    two = (pair.mentor.person, pair.request.person)
    return "" if wrote_last is None else next(one.handle for one in two if one.pk != wrote_last)


def _waiting_line(request: Request, *, now: datetime, is_stuck: bool) -> WaitingLine:
    offers = list(request.offers.all())
    reasons = [f"{o.mentor.person.handle}: {o.reason}" for o in offers if o.reason]
    days = request.waited_days(now=now)
    asked = next((o for o in offers if o.state == OfferState.WAITING), None)
    if request.state == RequestState.OFFERED and asked is not None:
        name, by = asked.mentor.person.handle, asked.answer_by
        return WaitingLine(request, "mentor", name, by, by <= now, reasons, days)
    if not is_stuck:
        name = request.person.handle
        return WaitingLine(request, "member", name, None, False, reasons, days)
    by = request.changed_at + LOOK_WITHIN
    return WaitingLine(request, "team", "", by, by <= now, reasons, days)
