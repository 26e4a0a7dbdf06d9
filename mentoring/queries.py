"""What mentoring shows: who may be suggested, where a request stands, what waits for whom."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Block, Person
from mentoring.enums import WAITING, MentorState, OfferState
from mentoring.matching.people import Candidate, Seeker, Suggestion, Weights
from mentoring.matching.rank import suggest
from mentoring.models import Mentor, Offer, Pair, Request

WEIGHTS = Weights()


def open_request(person: Person) -> Request | None:
    """The request this person has open, if any."""
    return Request.objects.filter(person=person, state__in=WAITING).first()


def suggestions(request: Request) -> list[Suggestion]:
    """The mentors this member may choose from. Looking saves nothing."""
    return suggest(_seeker(request), candidates(), WEIGHTS)


def suggestion(request: Request, mentor: Mentor) -> Suggestion | None:
    """The suggestion of one mentor for this request, or None where the rules say no."""
    found = suggest(_seeker(request), candidates([mentor.pk]), WEIGHTS)
    return found[0] if found else None


def candidates(only: Iterable[int] | None = None) -> list[Candidate]:
    """Every mentor who can be asked now, with the places that are left."""
    mentors = Mentor.objects.filter(
        state=MentorState.APPROVED, person__standing=Standing.ACTIVE
    ).select_related("person")
    if only is not None:
        mentors = mentors.filter(pk__in=list(only))
    taken = taken_places(mentor.pk for mentor in mentors)
    return [
        Candidate(
            mentor=mentor.pk,
            person=mentor.person_id,
            name=mentor.person.handle,
            topics=frozenset(mentor.topics),
            limits=frozenset(mentor.limits),
            languages=frozenset(mentor.languages),
            times=frozenset(mentor.times),
            styles=frozenset(mentor.styles),
            free=mentor.places - taken[mentor.pk],
            places=mentor.places,
        )
        for mentor in mentors
    ]


def taken_places(mentors: Iterable[int]) -> Counter[int]:
    """How many people each mentor is with: pairs that go on, and offers they have not answered."""
    ids = list(mentors)
    taken = Counter(
        Pair.objects.filter(mentor__in=ids, ended_at=None).values_list("mentor", flat=True)
    )
    taken.update(
        Offer.objects.filter(mentor__in=ids, state=OfferState.WAITING).values_list(
            "mentor", flat=True
        )
    )
    return taken


def offers_for(person: Person) -> QuerySet[Offer]:
    """What a mentor has been asked and has not answered."""
    return (
        Offer.objects.filter(mentor__person=person, state=OfferState.WAITING)
        .select_related("request__person")
        .order_by("answer_by")
    )


def pairs_of(person: Person) -> QuerySet[Pair]:
    """Pairs that go on, in which this person is one of the two."""
    return (
        Pair.objects.filter(Q(mentor__person=person) | Q(request__person=person), ended_at=None)
        .select_related("mentor__person", "request__person", "room__answers_for")
        .order_by("began_at")
    )


def applications() -> QuerySet[Mentor]:
    """Who offered to be a mentor and waits for a coordinator, longest first."""
    return (
        Mentor.objects.filter(state=MentorState.APPLIED)
        .select_related("person")
        .order_by("applied_at")
    )


def waiting_requests() -> QuerySet[Request]:
    """Requests nobody has said yes to, longest first, for the coordinator."""
    return (
        Request.objects.filter(state__in=WAITING)
        .select_related("person")
        .prefetch_related("offers__mentor__person")
        .order_by("asked_at")
    )


def _seeker(request: Request) -> Seeker:
    blocks = Block.objects.filter(Q(by=request.person_id) | Q(of=request.person_id))
    never = {p for pair in blocks.values_list("by_id", "of_id") for p in pair} - {request.person_id}
    asked = request.offers.values_list("mentor__person", flat=True)
    return Seeker(
        person=request.person_id,
        topics=frozenset(request.topics),
        languages=frozenset(request.languages),
        times=frozenset(request.times),
        style=request.style,
        never=frozenset(never | set(asked)),
        waited_days=(timezone.now() - request.asked_at).total_seconds() / 86_400,
    )
