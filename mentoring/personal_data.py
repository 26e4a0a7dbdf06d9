"""Mentoring's share of a person's data."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts import personal_data
from community.accounts.models import Person
from community.notifications.actions import notify, withdraw
from groups.actions.pairs import close_pair_room
from mentoring.actions.asking import let_go
from mentoring.actions.telling import HERE, path_of, tell_who_answers
from mentoring.enums import OfferState, RequestState
from mentoring.matching.hours import to_keep
from mentoring.models import (
    Mentor,
    NeverTogether,
    Offer,
    Pair,
    PairAgreement,
    Parting,
    Pulse,
    Request,
    Training,
    Wish,
)
from mentoring.models.sealed_list import joined, parted
from mentoring.queries.known import known_to
from mentoring.queries.pairs import signed_before


def join() -> None:
    """Registers this share."""
    personal_data.register(
        "mentoring",
        models=[
            "mentoring.Mentor",
            "mentoring.Request",
            "mentoring.Offer",
            "mentoring.Pair",
            "mentoring.PairAgreement",
            "mentoring.Fitting",
            "mentoring.Meeting",
            "mentoring.Pulse",
            "mentoring.Training",
            "mentoring.SupervisionNote",
            "mentoring.Supervision",
            "mentoring.Wish",
            "mentoring.SignedAgreement",
            "mentoring.PlannedMeeting",
            "mentoring.Parting",
            "mentoring.NeverTogether",
        ],
        export=export,
        erase=erase,
        stays=[
            personal_data.Stays(
                _(
                    "What you decided for others around pairs: whom you let in as a mentor, what they "
                    "learned, how pairs are found. Without your name."
                ),
                of=frozenset(
                    {
                        "mentoring.Fitting",
                        "mentoring.Mentor",
                        "mentoring.NeverTogether",
                        "mentoring.Supervision",
                        "mentoring.Training",
                    }
                ),
                of_helpers=True,
            )
        ],
    )


def export(person: Person) -> dict[str, Any]:
    """Their own words and ticks. Nothing that the other of a pair wrote."""
    mentor = Mentor.objects.filter(person=person).first()
    return {
        "as_mentor": _as_mentor(mentor) if mentor else None,
        "requests": [
            {
                "state": request.state,
                "hopes": request.hopes,
                "topics": request.topics,
                "lived": request.lived,
                "languages": request.languages,
                "times": to_keep(request.times),
                "style": request.style,
                "values": request.values,
                "situation": request.situation,
                "goals": request.goals,
                "wants_gender": request.wants_gender,
                "age_range": request.age_range,
                "named": request.diagnosis,
                "prefers": _names(request.prefers),
                "asked_at": request.asked_at.isoformat(),
            }
            for request in Request.objects.filter(person=person).order_by("pk")
        ],
        "pairs": [
            {
                "began_at": pair.began_at.isoformat(),
                "ended_at": pair.ended_at and pair.ended_at.isoformat(),
                "you_said_why": pair.ending if pair.ended_by_id == person.pk else "",
                "your_card_shown": dict(pair.card) if pair.request.person_id == person.pk else {},
                "ends_on": pair.ends_on and pair.ends_on.isoformat(),
                "agreed": _agreed(pair, person),
                "agreed_before": _agreed_before(pair),
            }
            for pair in _pairs(person)
            .select_related("agreement", "mentor", "request")
            .order_by("pk")
        ],
        "to_take_along": [
            {"notes": one.notes, "letter": one.letter, "handed_over": one.handed_at is not None}
            for one in Parting.objects.filter(person=person).order_by("pk")
        ],
        "would_like_to": [
            {"step": wish.step, "said_at": wish.said_at.isoformat()}
            for wish in Wish.objects.filter(person=person).order_by("pk")
        ],
        "known_from_elsewhere": [
            {"who": one.name, "said_at": one.said_at.isoformat()} for one in known_to(person)
        ],
        "how_it_was": [
            {**{name: getattr(one, name) for name in Pulse.ASKED}, "unsafe": one.unsafe}
            for one in Pulse.objects.filter(person=person).order_by("pk")
        ],
    }


def _names(mentors: list[int]) -> list[str]:
    """Whom they named, as these are called now."""
    found = dict(Mentor.objects.filter(pk__in=mentors).values_list("pk", "person__handle"))
    return [found[number] for number in mentors if number in found]


def _agreed(pair: Pair, person: Person) -> dict[str, str]:
    """What two people agreed on is both's, once this one has said yes to it."""
    agreement: PairAgreement | None = getattr(pair, "agreement", None)
    is_mentor = pair.mentor.person_id == person.pk
    if agreement is None or not agreement.yes_of(is_mentor=is_mentor):
        return {}
    return agreement.lines


def _agreed_before(pair: Pair) -> list[dict[str, Any]]:
    """Both said yes to each of these."""
    agreement: PairAgreement | None = getattr(pair, "agreement", None)
    return [
        {"on": old.signed_at.isoformat(), "lines": dict(old.said)}
        for old in signed_before(agreement)
    ]


def _as_mentor(mentor: Mentor) -> dict[str, Any]:
    said = Offer.objects.filter(mentor=mentor).order_by("pk").values_list("reason", flat=True)
    return {
        "state": mentor.state,
        "brings": mentor.brings,
        "why": mentor.why,
        "was_told_not_now": bool(mentor.answer),
        "references": mentor.references,
        "topics": mentor.topics,
        "lived": mentor.lived,
        "topics_seen": mentor.topics_seen,
        "limits": mentor.limits,
        "languages": mentor.languages,
        "times": to_keep(mentor.times),
        "styles": mentor.styles,
        "values": mentor.values,
        "situation": mentor.situation,
        "goals": mentor.goals,
        "gender": mentor.gender,
        "age": mentor.age,
        "named": mentor.diagnosis,
        "gladly": parted(mentor.gladly),
        "places": mentor.places,
        "reads_when": mentor.reads_when,
        "learned": [
            {"group": one.group, "verified_on": one.verified_on.isoformat()}
            for one in Training.objects.filter(mentor=mentor).order_by("pk")
        ],
        "log": [
            {"words": note.words, "to_bring": note.to_bring} for note in mentor.notes.order_by("pk")
        ],
        "passed_because": [reason for reason in said if reason],
    }


@transaction.atomic
def erase(person: Person, keeps_words: bool) -> None:
    """Requests, offers and pairs go with either person. Whoever stays is told, can read the room
    as before, and whoever waited for an answer chooses again."""
    now = timezone.now()
    for offer in Offer.objects.filter(mentor__person=person, state=OfferState.WAITING):
        let_go(offer, OfferState.EXPIRED, now)
    asked = Offer.objects.filter(request__person=person, state=OfferState.WAITING)
    for offer in asked.select_related("mentor__person"):
        withdraw(person=offer.mentor.person_id, path=path_of(offer), also_read=True)
        notify(person=offer.mentor.person, kind="mentor_not_needed", path=HERE)
    pairs = _pairs(person).filter(ended_at=None)
    whole = pairs.select_related("mentor__person", "request__person", "room__answers_for")
    for pair in whole.order_by("room"):
        stays = pair.other_than(person)
        close_pair_room(room=pair.room, by=None)
        notify(person=stays, kind="mentor_away", path=HERE)
        if pair.request.person == stays:
            tell_who_answers(pair, kind="member_alone")
            Request.objects.filter(pk=pair.request_id).update(changed_at=now)
    # What ended before this is no loss today; with the pair goes what would say so.
    ended = Request.objects.filter(pair__mentor__person=person, pair__ended_at__isnull=False)
    ended.update(state=RequestState.WITHDRAWN)
    _pairs(person).delete()
    Request.objects.filter(person=person).delete()
    Wish.objects.filter(person=person).delete()
    Parting.objects.filter(person=person).delete()
    NeverTogether.objects.filter(Q(one=person) | Q(other=person)).delete()
    Mentor.objects.filter(person=person).delete()
    _forget_the_name(person.handle)


def _forget_the_name(handle: str) -> None:
    """Where a mentor named them, the name goes too."""
    for mentor in Mentor.objects.exclude(gladly="").select_for_update().order_by("pk"):
        names = parted(mentor.gladly)
        left = [name for name in names if name.lower() != handle.lower()]
        if left != names:
            mentor.gladly = joined(left)
            mentor.save(update_fields=["gladly"])


def _pairs(person: Person) -> Any:
    return Pair.objects.filter(Q(request__person=person) | Q(mentor__person=person))
