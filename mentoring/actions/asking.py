"""From asking for a mentor to a pair with a room of its own."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from groups.actions.pairs import open_pair_room
from mentoring import queries, rules
from mentoring.enums import OfferState, RequestState
from mentoring.models import Mentor, Offer, Pair, Request

PATH = "/mentoring/"
ANSWER_WITHIN = timedelta(days=3)  # the default; in the mentor's own hours it is rarely used up


@transaction.atomic
def ask_for_mentor(
    *,
    by: Person,
    hopes: str,
    topics: Collection[str],
    languages: Collection[str],
    times: Collection[str],
    style: str = "",
) -> Request:
    """Asks. Raises Refused while another request of theirs is open."""
    by = Person.objects.select_for_update().get(pk=by.pk)
    insist(rules.may_ask(by, has_open_request=queries.open_request(by) is not None))
    return Request.objects.create(
        person=by,
        hopes=hopes,
        topics=sorted(topics),
        languages=sorted(languages),
        times=sorted(times),
        style=style,
    )


@transaction.atomic
def choose(*, request: Request, mentor: Mentor, by: Person) -> Offer:
    """The member chooses one of the suggestions; that mentor is asked, nobody else.

    Raises Refused where the mentor has no place or does not fit the rules any more.
    """
    request = _locked(request)
    insist(rules.may_choose(by, request))
    mentor = Mentor.objects.select_for_update().select_related("person").get(pk=mentor.pk)
    found = queries.suggestion(request, mentor)
    insist(rules.NOT_FREE if found is None else None)
    assert found is not None
    now = timezone.now()
    offer = Offer.objects.create(
        request=request,
        mentor=mentor,
        score=found.score,
        fits=list(found.fits),
        but=list(found.but),
        offered_at=now,
        answer_by=now + ANSWER_WITHIN,
    )
    _stand(request, RequestState.OFFERED, now)
    notify(person=mentor.person, kind="mentor_asked", path=PATH)
    return offer


@transaction.atomic
def accept(*, offer: Offer, by: Person) -> Pair:
    """The mentor says yes: a pair, its room, two seats, the record, one notice. All or nothing."""
    request, offer = _request_and_offer(offer)
    insist(rules.may_answer(by, offer))
    mentor = offer.mentor
    now = timezone.now()
    _answer(offer, OfferState.ACCEPTED, now)
    room = open_pair_room(
        people=[mentor.person, request.person], answers_for=mentor.approved_by, by=by
    )
    pair = Pair.objects.create(request=request, mentor=mentor, room=room, began_at=now)
    _stand(request, RequestState.PAIRED, now)
    record.write(act="pair", by=by.pk, about=request.person_id, subject=f"pair:{pair.pk}")
    notify(person=request.person, kind="mentor_said_yes", path=room.get_absolute_url())
    return pair


@transaction.atomic
def pass_on(*, offer: Offer, by: Person, reason: str = "") -> None:
    """The mentor is not free right now. The member reads that, never a refusal, and chooses again;
    the reason is for the coordinator alone."""
    request, offer = _request_and_offer(offer)
    insist(rules.may_answer(by, offer))
    offer.reason = reason
    _answer(offer, OfferState.PASSED, timezone.now())
    _choose_again(request)


@transaction.atomic
def withdraw(*, request: Request, by: Person) -> None:
    """Takes a request back; a mentor who was asked is told that nothing is needed any more."""
    request = _locked(request)
    insist(rules.may_withdraw(by, request))
    now = timezone.now()
    for offer in request.offers.filter(state=OfferState.WAITING).select_related("mentor__person"):
        _answer(offer, OfferState.WITHDRAWN, now)
        notify(person=offer.mentor.person, kind="mentor_not_needed", path=PATH)
    _stand(request, RequestState.WITHDRAWN, now)


def expire_offers(now: datetime) -> None:
    """The ticker's job: who was asked and did not answer in time is free of it, and the member
    chooses again."""
    due = Offer.objects.filter(state=OfferState.WAITING, answer_by__lte=now).order_by("pk")
    for offer in due:
        with transaction.atomic():
            request, current = _request_and_offer(offer)
            if current.state == OfferState.WAITING:
                _answer(current, OfferState.EXPIRED, now)
                _choose_again(request)


def _locked(request: Request) -> Request:
    return Request.objects.select_for_update().get(pk=request.pk)


def _request_and_offer(offer: Offer) -> tuple[Request, Offer]:
    """Both, locked in one order: the request, then its offer."""
    request = Request.objects.select_for_update().get(pk=offer.request_id)
    current = (
        Offer.objects.select_for_update(of=("self",))
        .select_related("mentor__person", "mentor__approved_by")
        .get(pk=offer.pk)
    )
    return request, current


def _answer(offer: Offer, state: OfferState, now: datetime) -> None:
    offer.state = state
    offer.answered_at = now
    offer.save(update_fields=["state", "answered_at", "reason"])


def _stand(request: Request, state: RequestState, now: datetime) -> None:
    request.state = state
    request.changed_at = now
    request.save(update_fields=["state", "changed_at"])


def _choose_again(request: Request) -> None:
    _stand(request, RequestState.OPEN, timezone.now())
    notify(person=request.person, kind="choose_again", path=PATH)
