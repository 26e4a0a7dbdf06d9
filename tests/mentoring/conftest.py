"""Mentoring's own cast: Dora can be asked, Ana asks, Hana runs it. And short ways to act."""

from django.utils import timezone

from community.accounts.enums import Role
from mentoring.actions import asking
from mentoring.actions.asking import Wishes
from mentoring.enums import MentorState
from mentoring.models import Mentor
from tests.people import laid, person

HOPES = "Somebody who knows long nights."


def wishes(**changed):
    """What somebody hopes for."""
    given = {
        "hopes": HOPES,
        "topics": ["sleep"],
        "languages": ["en"],
        "times": ["evening"],
        "style": "",
    }
    return Wishes(**{**given, **changed})


def mentor_of(somebody, **changed):
    """Somebody who was approved and has said what they bring."""
    given = {
        "state": MentorState.APPROVED,
        "approved_at": timezone.now(),
        "brings": "Seven years of shift work.",
        "topics": ["sleep", "work"],
        "languages": ["en"],
        "times": ["evening", "weekend"],
        "styles": ["listen"],
        "reads_when": "Tuesday after eight",
    }
    return Mentor.objects.create(person=somebody, **{**given, **changed})


def one_more(handle, **changed):
    """One more mentor of this name."""
    return mentor_of(person(handle, Role.MENTOR), **changed)


def asked(somebody, mentor, **changed):
    """The offer that came of this person choosing this mentor."""
    request = asking.ask_for_mentor(by=somebody, wishes=wishes(**changed))
    return asking.choose(request=request, mentor=mentor.pk, by=somebody)


def paired(somebody, mentor):
    """The pair that came of it."""
    return asking.accept(offer=asked(somebody, mentor), by=mentor.person)


@laid
def mentor(dora, hana):
    """Dora, approved by Hana, with two places."""
    return mentor_of(dora, approved_by=hana, places=2)


@laid
def pair(ana, mentor):
    """Ana and Dora."""
    return paired(ana, mentor)
