"""Who may be suggested to whom. Looking saves nothing."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from community.accounts import own_zone
from community.accounts.enums import Role, Standing
from community.accounts.models import Block, Person
from mentoring import wording
from mentoring.enums import WAITING, MentorState, OfferState, SeenBy
from mentoring.matching import words
from mentoring.matching.people import Candidate, Seeker, Suggestion
from mentoring.matching.rank import may_be_suggested, suggest
from mentoring.models import Fitting, Mentor, NeverTogether, Offer, Pair, Request
from mentoring.models.sealed_list import parted
from mentoring.queries.hats import who_looks_after
from mentoring.queries.training import has_lapsed

MOST = 8  # places, as many as the database lets a mentor have


@dataclass(frozen=True, slots=True)
class Shown:
    """A suggestion as the member reads it: the mentor, and reasons in sentences."""

    mentor: Mentor
    fits: list[str]
    but: list[str]
    places: list[str]  # in which order others may be asked after them


def open_request(person: Person) -> Request | None:
    """The request this person has open, if any."""
    mine = Request.objects.select_related("person")
    return mine.filter(person=person, state__in=WAITING).first()


def fitting() -> Fitting:
    """How matching is set; the plain weights while nobody has set it."""
    return Fitting.objects.first() or Fitting(pk=1)


def suggestions(request: Request) -> list[Suggestion]:
    """The mentors this member may choose from."""
    return _suggest(request, candidates())


def suggestion(request: Request, mentor: Mentor) -> Suggestion | None:
    """The suggestion of one mentor for this request, or None where the rules say no."""
    found = _suggest(request, candidates([mentor.pk]))
    return found[0] if found else None


def those_nobody_fits(requests: Collection[Request]) -> frozenset[int]:
    """The numbers of the requests for which there is nobody to choose now. A fixed number of
    questions, however many they are."""
    mentors, least = candidates(), fitting().min_overlap
    return frozenset(
        number
        for number, seeker in seekers(requests).items()
        if not any(may_be_suggested(seeker, mentor, min_overlap=least) for mentor in mentors)
    )


def shown_suggestions(request: Request) -> list[Shown]:
    """The same as `suggestions`, with the mentors' own words and the reasons in sentences."""
    found = suggestions(request)
    mentors = Mentor.objects.select_related("person__profile").in_bulk([s.mentor for s in found])
    return [
        Shown(
            mentor=mentors[one.mentor],
            fits=words.to_choose(one.fits),
            but=words.to_choose(one.but),
            places=wording.ranks(len(found) - 1),
        )
        for one in found
    ]


def candidates(only: Iterable[int] | None = None, *, most: int = MOST) -> list[Candidate]:
    """Every mentor who can be asked now, is not on a break and whose training has not run out, with the
    places that are left, `most` at most."""
    mentors = Mentor.objects.filter(
        state=MentorState.APPROVED,
        person__standing=Standing.ACTIVE,
        person__grants__role=Role.MENTOR,
        person__grants__ended_at=None,
    ).select_related("person")
    today = timezone.localdate()
    mentors = mentors.exclude(person__notice_preference__rests_until__gte=today)
    mentors = mentors.exclude(has_lapsed(today))
    if only is not None:
        mentors = mentors.filter(pk__in=list(only))
    found = list(mentors)
    taken = taken_places(mentor.pk for mentor in found)
    wished = _asked_by_name([name for mentor in found for name in parted(mentor.gladly)])
    return [
        _candidate(mentor, free=min(mentor.places, most) - taken[mentor.pk], wished=wished)
        for mentor in found
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


def pairs_now(mentor: Mentor) -> int:
    """How many people a mentor talks with now."""
    return Pair.objects.filter(mentor=mentor, ended_at=None).count()


def are_blocked(one: int, other: int) -> bool:
    """Whether either of two people does not want to hear the other, or the team keeps them apart."""
    if Block.objects.filter(Q(by=one, of=other) | Q(by=other, of=one)).exists():
        return True
    return NeverTogether.objects.filter(one=min(one, other), other=max(one, other)).exists()


def _asked_by_name(names: Collection[str]) -> dict[str, int]:
    """The open requests of people whom mentors named, by those names. One question, where any did."""
    if not names:
        return {}
    said = Request.objects.filter(state__in=WAITING).annotate(name=Lower("person__handle"))
    return dict(said.filter(name__in={n.lower() for n in names}).values_list("name", "pk"))


def _candidate(mentor: Mentor, *, free: int, wished: Mapping[str, int]) -> Candidate:
    names = [name.lower() for name in parted(mentor.gladly)]
    return Candidate(
        mentor=mentor.pk,
        person=mentor.person_id,
        name=mentor.person.handle,
        topics=frozenset(mentor.topics),
        limits=frozenset(mentor.limits),
        languages=frozenset(mentor.languages),
        times=frozenset(mentor.times),
        styles=frozenset(mentor.styles),
        free=free,
        places=mentor.places,
        shows_topics=mentor.topics_seen == SeenBy.EVERYONE,
        values=frozenset(mentor.values),
        situation=frozenset(mentor.situation),
        goals=frozenset(mentor.goals),
        gender=mentor.gender,
        age=mentor.age,
        diagnosis=frozenset(mentor.diagnosis),
        prefers=tuple(wished[name] for name in names if name in wished),
        zone=own_zone.zone_of(mentor.person).key,
        lived=tuple(mentor.lived.items()),
    )


def seekers(requests: Collection[Request]) -> dict[int, Seeker]:
    """What matching knows of each of these requests, by its number; five questions for all.

    Never suggested: whom either has blocked or the team keeps apart, whom this request asked before,
    and whom the person talks with or has stopped talking with.
    """
    people = {request.person_id for request in requests}
    now = timezone.now()
    day = this_week(now)
    never: dict[int, set[int]] = defaultdict(set)
    blocks = Block.objects.filter(Q(by__in=people) | Q(of__in=people))
    for by, of in blocks.values_list("by_id", "of_id"):
        never[by].add(of)
        never[of].add(by)
    apart = NeverTogether.objects.filter(Q(one__in=people) | Q(other__in=people))
    for one, other in apart.values_list("one_id", "other_id"):
        never[one].add(other)
        never[other].add(one)
    pairs = Pair.objects.filter(request__person__in=people)
    for person, mentor in pairs.values_list("request__person", "mentor__person"):
        never[person].add(mentor)
    asked: dict[int, set[int]] = defaultdict(set)
    offers = Offer.objects.filter(request__in=[request.pk for request in requests])
    for number, mentor in offers.values_list("request", "mentor__person"):
        asked[number].add(mentor)
    meets = who_looks_after(people)
    return {
        request.pk: Seeker(
            person=request.person_id,
            topics=frozenset(request.topics),
            languages=frozenset(request.languages),
            times=frozenset(request.times),
            style=request.style,
            never=frozenset(never[request.person_id] | asked[request.pk]),
            values=frozenset(request.values),
            situation=frozenset(request.situation),
            goals=frozenset(request.goals),
            wants_gender=request.wants_gender,
            age_range=request.age_range,
            waiting_days=request.waited_days(now=now),
            request=request.pk,
            diagnosis=frozenset(request.diagnosis),
            prefers=tuple(request.prefers),
            zone=own_zone.zone_of(request.person).key,
            day=day,
            rooms_of=frozenset(meets[request.person_id]),
            lived=tuple(request.lived.items()),
        )
        for request in requests
    }


def this_week(now: datetime) -> date:
    """The day whose week matching looks at: the same for everybody, wherever they live."""
    return timezone.localdate(now, timezone.get_default_timezone())


def _suggest(request: Request, among: Iterable[Candidate]) -> list[Suggestion]:
    seeker, set_so = seekers([request])[request.pk], fitting()
    return suggest(seeker, among, set_so.as_weights, min_overlap=set_so.min_overlap)
