"""Mentoring's share of a person's data."""

from typing import Any

from community.accounts import personal_data
from community.accounts.models import Person
from mentoring.models import Mentor, Offer, Pair, Request


def join() -> None:
    """Registers this share."""
    personal_data.register(
        "mentoring",
        models=["mentoring.Mentor", "mentoring.Request", "mentoring.Offer", "mentoring.Pair"],
        export=_export,
        erase=_erase,
    )


def _export(person: Person) -> dict[str, Any]:
    mentor = Mentor.objects.filter(person=person).first()
    return {
        "as_mentor": mentor
        and {
            "state": mentor.state,
            "brings": mentor.brings,
            "why": mentor.why,
            "topics": mentor.topics,
            "limits": mentor.limits,
            "languages": mentor.languages,
            "times": mentor.times,
            "styles": mentor.styles,
            "places": mentor.places,
            "reads_when": mentor.reads_when,
            "passed_because": [
                offer.reason for offer in Offer.objects.filter(mentor=mentor) if offer.reason
            ],
        },
        "requests": [
            {
                "state": request.state,
                "hopes": request.hopes,
                "topics": request.topics,
                "languages": request.languages,
                "times": request.times,
                "asked_at": request.asked_at.isoformat(),
            }
            for request in Request.objects.filter(person=person).order_by("pk")
        ],
        "pairs": [
            {
                "began_at": pair.began_at.isoformat(),
                "ended_at": pair.ended_at and pair.ended_at.isoformat(),
            }
            for pair in Pair.objects.filter(request__person=person).order_by("pk")
        ],
    }


def _erase(person: Person, keeps_words: bool) -> None:
    """Requests, offers and pairs go with either person; the pair's room stays for the other."""
    Pair.objects.filter(request__person=person).delete()
    Pair.objects.filter(mentor__person=person).delete()
