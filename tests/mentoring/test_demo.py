"""The demo's mentoring: three to choose from, one who waits, one who has asked."""

from django.utils import timezone

from community.accounts.models import Person
from community.demo.load import load_people, reset
from community.safety.models import Item
from groups.models import Room
from mentoring.actions import asking
from mentoring.enums import MentorState, OfferState
from mentoring.models import Mentor, Offer, Pair, Request
from mentoring.queries.matching import suggestions
from tests.mentoring.conftest import wishes
from tests.words import history


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
    offer = Offer.objects.get(state=OfferState.WAITING)
    assert (offer.request.person.handle, offer.mentor.person.handle) == ("Pia", "Dora")


def test_two_talk_and_have_agreed(demo):
    pair = Pair.objects.get()
    assert (pair.request.person.handle, pair.mentor.person.handle) == ("Wren", "Theo")
    assert pair.agreement.is_agreed
    assert history(pair.room)[0].startswith("Hello Wren.")
    assert not Item.objects.filter(area=pair.room.area).exists()


def test_ana_finds_three_to_choose_from(demo):
    request = asking.ask_for_mentor(by=named("Ana"), wishes=wishes())

    assert {one.name for one in suggestions(request)} == {"Dora", "Sol", "Theo"}


def test_twice_is_once_and_a_pair_goes_with_the_reset(demo):
    asking.accept(offer=Offer.objects.get(state=OfferState.WAITING), by=named("Dora"))
    load_people(now=timezone.now())
    assert Request.objects.count() == 2

    reset()

    assert not Room.objects.exists()
    assert states() == {}
