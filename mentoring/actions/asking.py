"""From asking for a mentor to a pair with a room of its own.

Locks are taken in one order: the mentor, the request, its offer.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from community.accounts.models import FormerName, Person
from community.notifications.actions import notify
from community.notifications.actions import withdraw as withdraw_notice
from community.record import write as record
from community.refusal import insist
from community.safety.hearing import hear
from groups.actions.pairs import open_pair_room
from mentoring import rules
from mentoring.actions.telling import HERE, path_of, tell_asked, tell_choice, tell_if_nobody_fits
from mentoring.enums import WAITING, OfferState, RequestState
from mentoring.heard import REQUEST
from mentoring.matching.rank import AT_MOST
from mentoring.matching.words import kept
from mentoring.models import Mentor, Offer, Pair, Request
from mentoring.queries import matching
from mentoring.queries.own import is_stranded
from mentoring.queries.people import answers_for
from mentoring.queries.training import lapsed


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody hopes for, in their words and in ticks."""

    hopes: str
    topics: Collection[str]
    languages: Collection[str]
    times: Collection[str]
    style: str = ""
    values: Collection[str] = ()
    situation: Collection[str] = ()
    goals: Collection[str] = ()
    wants_gender: str = ""
    age_range: tuple[int, int] | None = None
    lived: Mapping[str, str] = field(default_factory=dict)  # when, by topic


@transaction.atomic
def ask_for_mentor(*, by: Person, wishes: Wishes) -> Request:
    """Asks. Raises Refused while another request of theirs is open."""
    by = Person.objects.select_for_update().get(pk=by.pk)
    insist(rules.may_ask(by, has_open_request=matching.open_request(by) is not None))
    request = Request(person=by)
    _write(request, wishes)
    tell_if_nobody_fits(request)
    return request


def ask_anew(pair: Pair) -> Request:
    """What was hoped for before these two stopped, asked once more. Called inside the transaction that
    ends them; the words were looked at when they were written."""
    before = pair.request
    wishes = {name: getattr(before, name) for name in Request.WISHES}
    wishes["prefers"] = [mentor for mentor in before.prefers if mentor != pair.mentor_id]
    waited = before.waited_days(now=pair.began_at)
    request = Request.objects.create(
        person=before.person, after=pair, waited_before=waited, **wishes
    )
    tell_if_nobody_fits(request)
    return request


@transaction.atomic
def change_request(*, request: Request, by: Person, wishes: Wishes) -> Request:
    """Says anew what one hopes for, while nobody is being asked. Raises Refused."""
    request = _locked_request(request.pk)
    insist(rules.may_choose(by, request))
    _write(request, wishes)
    tell_if_nobody_fits(request)
    return request


@transaction.atomic
def choose(*, request: Request, mentor: int, then: Sequence[int] = (), by: Person) -> Offer:
    """The member chooses one of the suggestions; that mentor is asked, nobody else. Where they are
    not free, those of `then` are asked, one after the other.

    Raises Refused where the mentor has no place or does not fit the rules any more, in the same
    words as for a mentor who does not exist.
    """
    asked = _locked_mentor(mentor)
    request = _locked_request(request.pk)
    insist(rules.may_choose(by, request))
    offer = _offer(request, asked)
    insist(rules.NOT_FREE if offer is None else None)
    assert offer is not None
    request.then = [other for other in dict.fromkeys(then) if other != mentor][: AT_MOST - 1]
    request.save(update_fields=["then"])
    return offer


@transaction.atomic
def ask_no_other(*, by: Person) -> None:
    """Nobody is asked after the mentor who was asked: then the member chooses again."""
    found = Request.objects.select_for_update().filter(person=by, state__in=WAITING).first()
    insist(rules.NO_LONGER if found is None else None)
    assert found is not None
    found.then = []
    found.save(update_fields=["then"])


@transaction.atomic
def ask_next(request: int) -> Offer | None:
    """Asks the next mentor the member named, if there is one who fits; else they choose again. Changes
    nothing where they chose, or took it back, meanwhile."""
    named = Request.objects.filter(pk=request).values_list("then", flat=True).first() or []
    mentors = {number: _locked_mentor(number) for number in sorted(named)}
    found = Request.objects.select_for_update(of=("self",)).filter(pk=request)
    waiting = found.select_related("person").first()
    if waiting is None or waiting.state != RequestState.OPEN or waiting.then != named or not named:
        return None
    offer = None
    while waiting.then and offer is None:
        offer = _offer(waiting, mentors[waiting.then.pop(0)])
    waiting.save(update_fields=["then"])
    if offer is None:
        tell_choice(waiting)
    else:
        notify(person=waiting.person, kind="next_asked", path=HERE)
    return offer


def ask_next_of_all(now: datetime) -> None:
    """The ticker's job: whoever named more than one mentor does not wait because a process died."""
    waiting = Request.objects.filter(state=RequestState.OPEN).exclude(then=[])
    for number in waiting.order_by("pk").values_list("pk", flat=True):
        ask_next(number)


@transaction.atomic
def accept(*, offer: Offer, by: Person) -> Pair:
    """The mentor says yes: a pair, its room, two seats, the record, one notice. All or nothing.

    Raises Refused where it was taken back or answered meanwhile, the time for it has passed, what the
    mentor learned has run out, or no place is left.
    """
    now = timezone.now()
    mentor, request, offer = _locked(offer)
    insist(
        rules.may_accept(
            by,
            offer,
            now=now,
            pairs_now=matching.pairs_now(mentor),
            are_blocked=matching.are_blocked(mentor.person_id, request.person_id),
            has_lapsed=lapsed(mentor, today=timezone.localdate(now)),
        )
    )
    _answer(offer, OfferState.ACCEPTED, now)
    two = [mentor.person, request.person]
    named = answers_for(mentor.approved_by, between=[one.pk for one in two])
    room = open_pair_room(people=two, answers_for=named, by=by)
    pair = Pair.objects.create(request=request, mentor=mentor, room=room, began_at=now)
    _stand(request, RequestState.PAIRED, now)
    record.write(act="pair", by=by.pk, about=request.person_id, subject=f"pair:{pair.pk}")
    notify(person=request.person, kind="mentor_said_yes", path=room.get_absolute_url())
    return pair


@transaction.atomic
def pass_on(*, offer: Offer, by: Person, reason: str = "") -> None:
    """The mentor is not free right now. The member reads that, never a refusal, and chooses again;
    the reason is for the coordinator alone. Raises Refused."""
    _mentor, request, offer = _locked(offer)
    insist(rules.may_answer(by, offer))
    offer.reason = reason
    _give_back(request, offer, OfferState.PASSED, timezone.now())


@transaction.atomic
def withdraw(*, request: Request, by: Person) -> None:
    """Takes a request back; a mentor who was asked is told that nothing is needed any more.
    Raises Refused where there is a pair already."""
    request = _locked_request(request.pk)
    insist(rules.may_withdraw(by, request))
    now = timezone.now()
    for offer in request.offers.filter(state=OfferState.WAITING).select_related("mentor__person"):
        _answer(offer, OfferState.WITHDRAWN, now)
        notify(person=offer.mentor.person, kind="mentor_not_needed", path=HERE)
    _stand(request, RequestState.WITHDRAWN, now)


def take_back_apart(former: FormerName) -> None:
    """They have parted from the name in which they asked: nobody is asked by it any more, and they
    can ask again. Registered with accounts."""
    if (waiting := matching.open_request(former.person)) is not None:
        withdraw(request=waiting, by=former.person)


def expire_offers(now: datetime) -> None:
    """The ticker's job: who was asked and did not answer in time, or cannot any more, is free of
    it, and the member chooses again. Each in a transaction of its own."""
    waiting = Offer.objects.filter(state=OfferState.WAITING)
    for offer in waiting.filter(Q(answer_by__lte=now) | is_stranded()).order_by("pk"):
        let_go(offer, OfferState.EXPIRED, now)


@transaction.atomic
def let_go(offer: Offer, state: OfferState, now: datetime) -> None:
    """Takes a mentor out of what they were asked, unless it was settled meanwhile."""
    _mentor, request, offer = _locked(offer)
    if offer.state == OfferState.WAITING:
        _give_back(request, offer, state, now)


def _write(request: Request, wishes: Wishes) -> None:
    request.hopes = wishes.hopes
    request.topics, request.languages = sorted(wishes.topics), sorted(wishes.languages)
    request.lived = dict(wishes.lived)
    request.times, request.style = sorted(wishes.times), wishes.style
    request.values, request.goals = sorted(wishes.values), sorted(wishes.goals)
    request.situation, request.wants_gender = sorted(wishes.situation), wishes.wants_gender
    request.age_from, request.age_to = wishes.age_range or (None, None)
    request.changed_at = timezone.now()
    request.save()
    hear(
        wishes.hopes, subject_kind=REQUEST, subject_id=request.pk, about=request.person_id
    )  # the desk hears of it with the request, or not at all


def _locked_mentor(mentor: int) -> Mentor | None:
    locked = Mentor.objects.select_for_update(of=("self",))
    return locked.select_related("person", "approved_by").filter(pk=mentor).first()


def _locked_request(request: int) -> Request:
    return Request.objects.select_for_update(of=("self",)).select_related("person").get(pk=request)


def _locked(offer: Offer) -> tuple[Mentor, Request, Offer]:
    """All three, as they are now, in the order in which locks are taken."""
    mentor = _locked_mentor(offer.mentor_id)
    assert mentor is not None
    request = _locked_request(offer.request_id)
    current = Offer.objects.select_for_update().get(pk=offer.pk)
    current.mentor, current.request = mentor, request
    return mentor, request, current


def _offer(request: Request, mentor: Mentor | None) -> Offer | None:
    """Asks this mentor, where the rules let them be asked; both are locked."""
    found = matching.suggestion(request, mentor) if mentor else None
    if found is None or mentor is None:
        return None
    now, set_so = timezone.now(), matching.fitting()
    offer = Offer.objects.create(
        request=request,
        mentor=mentor,
        score=found.score,
        fits=kept(found.fits),
        but=kept(found.but),
        offered_at=now,
        answer_by=mentor.due(now=now, days=set_so.answer_days),
        setting=set_so.setting,
    )
    _stand(request, RequestState.OFFERED, now)
    tell_asked(offer)
    return offer


def _give_back(request: Request, offer: Offer, state: OfferState, now: datetime) -> None:
    """The next mentor is asked in a transaction of its own: mentors are locked before requests."""
    _answer(offer, state, now)
    _stand(request, RequestState.OPEN, now)
    if request.then:
        transaction.on_commit(lambda: ask_next(request.pk))
    else:
        tell_choice(request)


def _answer(offer: Offer, state: OfferState, now: datetime) -> None:
    """Settled: nobody waits for the mentor's answer any more, and no notice says so."""
    offer.state = state
    offer.answered_at = now
    offer.save(update_fields=["state", "answered_at", "reason"])
    withdraw_notice(person=offer.mentor.person_id, path=path_of(offer), also_read=True)


def _stand(request: Request, state: RequestState, now: datetime) -> None:
    request.state = state
    request.changed_at = now
    request.save(update_fields=["state", "changed_at"])
