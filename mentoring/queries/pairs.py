"""Pairs as their two people see them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.hidden import Moment, names_at, names_known_to
from community.accounts.models import Person
from groups.models import Room
from mentoring import wording
from mentoring.enums import Ending, MentorState, SeenBy
from mentoring.matching import words
from mentoring.models import Mentor, Pair, PairAgreement, SignedAgreement
from mentoring.queries.walk import last_writers

QUIET_STEPS = 4
STOPPED_SHOWN = timedelta(days=30)  # how long one reads that two have stopped


@dataclass(frozen=True, slots=True)
class PairLine:
    """One pair as one of the two sees it. `away` is a true sentence where the mentor is not there;
    `topics` are those the mentor lets this person read."""

    pair: Pair
    other: Person
    is_mentor: bool
    away: str
    topics: str
    quiet: str = ""
    offers_cover: bool = False  # it has been quiet for so long that they may want somebody else


@dataclass(frozen=True, slots=True)
class EndedLine:
    """A pair that has stopped, in a sentence that is the same whoever ended it."""

    pair: Pair
    words: str


def pair_of(person: Person, number: int) -> Pair | None:
    """The pair of this number, for its two people; None for everybody else."""
    return _whole(_of(person)).select_related("agreement").filter(pk=number).first()


def pair_in(person: Person, room: Room) -> Pair | None:
    """The pair whose room this is, for its two people, with what they agreed on."""
    return _whole(_of(person)).select_related("agreement").filter(room=room).first()


def pairs_of(person: Person) -> QuerySet[Pair]:
    """Pairs that go on, in which this person is one of the two."""
    return _whole(_of(person)).filter(ended_at=None).order_by("began_at", "pk")


def ended_pairs(person: Person, *, now: datetime) -> list[EndedLine]:
    """Pairs of this person that have stopped not long ago, the last first."""
    found = _whole(_of(person)).filter(ended_at__gt=now - STOPPED_SHOWN)
    pairs = list(found.order_by("-ended_at"))
    known = names_known_to(person.pk, [pair.other_than(person).pk for pair in pairs])
    then = names_at(_moment(pair, person) for pair in pairs)
    return [EndedLine(pair, _stopped(pair, person, known, then)) for pair in pairs]


def signed_before(agreement: PairAgreement | None) -> list[SignedAgreement]:
    """What the two had said yes to before what stands now, the last first."""
    if agreement is None:
        return []
    kept = agreement.signed.order_by("-version")
    return list(kept.exclude(version=agreement.version) if agreement.is_agreed else kept)


def stopped_words(pair: Pair, person: Person) -> str:
    """What this person reads once the two have stopped."""
    return _words(pair, person, name_of_other(pair, person))


def not_the_fit_words(pair: Pair, person: Person) -> str:
    """What the member reads while they are matched again."""
    return wording.not_the_fit(name_of_other(pair, person))


def _moment(pair: Pair, person: Person) -> Moment:
    """Until when this person knew the other by name."""
    return pair.other_than(person).pk, pair.ended_at or timezone.now()


def name_of_other(pair: Pair, person: Person) -> str:
    """The other's name as this person knew it."""
    known = names_known_to(person.pk, {pair.other_than(person).pk})
    return _name_among(pair, person, known, names_at([_moment(pair, person)]))


def _name_among(
    pair: Pair, person: Person, known: Mapping[int, str], then: Mapping[Moment, str]
) -> str:
    other = pair.other_than(person)
    return known.get(other.pk) or then.get(_moment(pair, person)) or other.handle


def _stopped(
    pair: Pair, person: Person, known: Mapping[int, str], then: Mapping[Moment, str]
) -> str:
    return _words(pair, person, _name_among(pair, person, known, then))


def _words(pair: Pair, person: Person, name: str) -> str:
    if pair.ending == Ending.GOOD:
        return wording.ended_well(name)
    return wording.stopped(name, to_member=pair.request.person_id == person.pk)


def away_words(mentor: Mentor) -> str:
    """What the people a mentor talks with are told while they are not there; "" while they are."""
    name = mentor.person.handle
    if mentor.person.standing != Standing.ACTIVE or mentor.state == MentorState.STOPPED:
        return wording.away(name)
    return wording.on_break(name) if mentor.state == MentorState.BREAK else ""


def is_away() -> Q:
    """The pairs whose mentor is not there."""
    return Q(mentor__state__in=[MentorState.BREAK, MentorState.STOPPED]) | ~Q(
        mentor__person__standing=Standing.ACTIVE
    )


def pair_lines(person: Person) -> list[PairLine]:
    """The pairs of this person that go on, as they see them."""
    pairs = list(pairs_of(person))
    wrote = last_writers(pairs)
    return [pair_line(pair, person, wrote_last=wrote.get(pair.pk)) for pair in pairs]


def pair_line(pair: Pair, person: Person, *, wrote_last: int | None) -> PairLine:
    """The pair as this person, one of the two, sees it; `wrote_last` is one of the two, by number."""
    is_mentor = pair.mentor.person_id == person.pk
    mentor = pair.mentor
    shown = mentor.topics_seen != SeenBy.MATCHING and not is_mentor
    return PairLine(
        pair=pair,
        other=pair.other_than(person),
        is_mentor=is_mentor,
        away="" if is_mentor else away_words(mentor),
        topics=words.topics(mentor.topics, mentor.lived) if shown else "",
        quiet=_quiet(pair, person, wrote_last),
        offers_cover=not is_mentor and pair.quiet_step == QUIET_STEPS,
    )


def _quiet(pair: Pair, person: Person, wrote_last: int | None) -> str:
    if not pair.quiet_step:
        return ""
    team = pair.room.answers_for
    return wording.quiet(
        pair.other_than(person).handle,
        step=pair.quiet_step,
        answers_for=team.handle if team else "",
        waits=None if wrote_last is None else wrote_last == person.pk,
    )


def _of(person: Person) -> QuerySet[Pair]:
    return Pair.objects.filter(Q(mentor__person=person) | Q(request__person=person))


def _whole(pairs: QuerySet[Pair]) -> QuerySet[Pair]:
    return pairs.select_related("mentor__person", "request__person", "room__answers_for")


def pair_between(one: Person, other: Person) -> Pair | None:
    """The pair these two are now, whoever of them is the mentor."""
    return pairs_of(one).filter(Q(mentor__person=other) | Q(request__person=other)).first()


def goes_on_with_one_of(person: Person, people: Collection[int]) -> bool:
    """Whether this person and one of these are a pair now."""
    theirs = Q(mentor__person__in=people) | Q(request__person__in=people)
    return pairs_of(person).filter(theirs).exists()
