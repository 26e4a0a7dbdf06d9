"""What mentoring shows one person: where their request stands, who asks them, whom they talk with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from mentoring import wording
from mentoring.enums import AT_WORK, WAITING, MentorState, OfferState, RequestState
from mentoring.matching import words
from mentoring.models import Mentor, Offer, Pair, Request
from mentoring.queries.matching import suggestions
from mentoring.queries.pairs import (
    EndedLine,
    PairLine,
    ended_pairs,
    not_the_fit_words,
    pair_lines,
)
from mentoring.queries.people import coordinators
from mentoring.queries.training import lapsed
from mentoring.queries.walk import pulse_is_due

LOOK_WITHIN = timedelta(days=3)  # how soon a coordinator looks where nobody fits


@dataclass(frozen=True, slots=True)
class RequestLine:
    """Where a request stands. `next` is who acts: "you", "mentor" or "team"; `by` is when, and None
    where nothing hurries. `passed` is said once somebody who was asked is not free."""

    request: Request
    next: str
    who: str
    since: datetime
    by: datetime | None
    passed: str
    after: tuple[str, ...] = ()  # who is asked then, in this order, where the one asked is not free
    asked: Offer | None = None  # to whom it went

    @property
    def is_late(self) -> bool:
        """Whether the team said by when, and that time has come and gone."""
        return self.next == "team" and self.by is not None and self.by <= timezone.now()

    @property
    def mentor(self) -> Mentor | None:
        """Who has been asked."""
        return self.asked.mentor if self.asked else None

    @property
    def by_team(self) -> bool:
        """Whether the team asked them."""
        return self.asked is not None and self.asked.by_team

    @property
    def fits(self) -> list[str]:
        """Why they may fit, in sentences."""
        return words.to_choose(words.read(self.asked.fits if self.asked else []))

    @property
    def but(self) -> list[str]:
        """What does not."""
        return words.to_choose(words.read(self.asked.but if self.asked else []))


@dataclass(frozen=True, slots=True)
class Own:
    """Everything that is true of one person here."""

    request: RequestLine | None
    pairs: list[PairLine]
    ended: list[EndedLine]  # not long ago
    gives: bool  # somebody talks with them as with a mentor
    mentor: Mentor | None
    asks: list[Offer]
    lost: bool  # they had a mentor, who has left for good
    free: int | None  # places left, for who is a mentor
    answers: str  # who answers them, while they offer to be a mentor
    answer_by: datetime | None
    asked_how: frozenset[int]  # the pairs about which this person is asked how it is
    may_say_more: bool  # from the second day on, once: what may be left out
    mentor_may_say_more: bool
    has_lapsed: bool  # what this mentor learned has run out: nobody new is led to them


def own(person: Person) -> Own:
    """What the first page of mentoring shows this person, in a fixed number of queries."""
    mentor = Mentor.objects.filter(person=person).first()
    pairs = pair_lines(person)
    asks = list(offers_for(person)) if mentor else []
    latest = Request.objects.filter(person=person).order_by("-pk").first()
    is_open = latest is not None and latest.state in WAITING
    with_me = sum(line.is_mentor for line in pairs)
    offers = mentor is not None and mentor.state == MentorState.APPLIED
    return Own(
        request=request_line(latest) if latest is not None and is_open else None,
        pairs=pairs,
        gives=with_me > 0,
        ended=_ended(person, latest),
        mentor=mentor,
        asks=asks,
        lost=_is_lost(latest),
        free=max(0, mentor.places - with_me - len(asks)) if mentor else None,
        answers=_who_answers() if offers else "",
        asked_how=pulse_is_due(person, [line.pair for line in pairs], now=timezone.now()),
        answer_by=mentor.answer_by if mentor is not None and offers else None,
        may_say_more=latest is not None
        and latest.state == RequestState.OPEN
        and _is_day_two(latest, latest.asked_at),
        mentor_may_say_more=mentor is not None
        and mentor.state in AT_WORK
        and _is_day_two(mentor, mentor.approved_at),
        has_lapsed=mentor is not None and lapsed(mentor, today=timezone.localdate()),
    )


def request_line(request: Request) -> RequestLine:
    """State, since when, who acts next, by when. Never a refusal."""
    offers = list(request.offers.select_related("mentor__person").order_by("pk"))
    last = offers[-1] if offers else None
    gone = [offer for offer in offers if offer.state in (OfferState.PASSED, OfferState.EXPIRED)]
    passed = wording.not_free(gone[-1].mentor.person.handle) if gone else _after(request)
    if request.state == RequestState.OFFERED and last is not None:
        name, since = last.mentor.person.handle, last.offered_at
        passed = passed if gone else ""
        after = _names_of(request.then)
        return RequestLine(request, "mentor", name, since, last.answer_by, passed, after, last)
    if suggestions(request):
        return RequestLine(request, "you", "", request.changed_at, None, passed)
    team = next(iter(coordinators()), None)
    by = request.changed_at + LOOK_WITHIN
    return RequestLine(request, "team", team.handle if team else "", request.changed_at, by, passed)


def _is_day_two(said: Request | Mentor, since: datetime | None) -> bool:
    """Whether more is asked for: not on the first day, not of who has said it or put it away."""
    if said.says_more or said.more_not_now_at is not None or since is None:
        return False
    return timezone.localdate(since) < timezone.localdate()


def mentors_to_prefer(request: Request) -> list[tuple[int, str]]:
    """Those who may be suggested, and those named before, by number and name; the named first."""
    wanted = [*request.prefers, *(one.mentor for one in suggestions(request))]
    rows = Mentor.objects.filter(pk__in=wanted, state__in=AT_WORK)
    names = dict(rows.values_list("pk", "person__handle"))
    return [(number, names[number]) for number in dict.fromkeys(wanted) if number in names]


def _after(request: Request) -> str:
    """That one is matched again, until somebody was asked; "" for who asked themself."""
    pairs = Pair.objects.select_related("mentor__person", "request__person")
    before = pairs.filter(pk=request.after_id).first() if request.after_id else None
    return not_the_fit_words(before, request.person) if before is not None else ""


def _names_of(mentors: Sequence[int]) -> tuple[str, ...]:
    rows = Mentor.objects.filter(pk__in=mentors) if mentors else Mentor.objects.none()
    names = dict(rows.values_list("pk", "person__handle"))
    return tuple(names[number] for number in mentors if number in names)


def offers_for(person: Person) -> QuerySet[Offer]:
    """What a mentor has been asked and has not answered, soonest due first."""
    return (
        Offer.objects.filter(mentor__person=person, state=OfferState.WAITING)
        .select_related("request__person")
        .order_by("answer_by", "pk")
    )


def offer_to(person: Person, offer: int) -> Offer | None:
    """One offer this mentor got; None for everybody else."""
    mine = Offer.objects.filter(mentor__person=person, pk=offer)
    return mine.select_related("request__person", "mentor").first()


def is_stranded() -> Q:
    """The offers nobody can answer any more."""
    return (
        ~Q(mentor__state=MentorState.APPROVED)
        | ~Q(mentor__person__standing=Standing.ACTIVE)
        | ~Q(request__person__standing=Standing.ACTIVE)
    )


def _who_answers() -> str:
    """The name of somebody who runs mentoring, "" while there is nobody."""
    team = next(iter(coordinators()), None)
    return team.handle if team else ""


def _ended(person: Person, latest: Request | None) -> list[EndedLine]:
    """Those that are news: who asked for somebody else since needs no reminder."""
    return [
        line
        for line in ended_pairs(person, now=timezone.now())
        if line.pair.request.person_id != person.pk or line.pair.request == latest
    ]


def _is_lost(latest: Request | None) -> bool:
    if latest is None or latest.state != RequestState.PAIRED:
        return False
    return not Pair.objects.filter(request=latest).exists()
