"""The demo's mentoring: three to choose from, one who waits, one who has asked."""

from community.accounts.models import Person
from community.demo.load import load, reset
from groups.models import Room
from mentoring.actions import asking
from mentoring.enums import MentorState
from mentoring.models import Mentor, Offer, Request
from mentoring.queries.matching import suggestions
from tests.mentoring.conftest import wishes


def named(handle):
    return Person.objects.get(handle=handle)


def states():
    return {mentor.person.handle: mentor.state for mentor in Mentor.objects.all()}


def test_everybody_has_their_place(demo):
    assert states() == {
        "Dora": MentorState.APPROVED,
        "Sol": MentorState.APPROVED,
        "Theo": MentorState.APPROVED,
        "Karim": MentorState.APPLIED,
    }
    offer = Offer.objects.get()
    assert (offer.request.person.handle, offer.mentor.person.handle) == ("Pia", "Dora")


def test_ana_finds_three_to_choose_from(demo):
    request = asking.ask_for_mentor(by=named("Ana"), wishes=wishes())

    assert {one.name for one in suggestions(request)} == {"Dora", "Sol", "Theo"}


def test_twice_is_once_and_a_pair_goes_with_the_reset(demo):
    asking.accept(offer=Offer.objects.get(), by=named("Dora"))
    load()
    assert Request.objects.count() == 1

    reset()

    assert not Room.objects.exists()
    assert states() == {}
