"""Two people in the same moment, in real threads: one place is one place, one yes is one pair."""

import pytest

from community.refusal import Refused
from groups.models import Room
from mentoring.actions import agreeing, apart, asking, breaks, ending
from mentoring.enums import OfferState, RequestState
from mentoring.models import Mentor, NeverTogether, Offer, Pair, PairAgreement, Request
from tests.mentoring.conftest import asked, wishes
from tests.safety.together import together

pytestmark = pytest.mark.django_db(transaction=True)


def outcomes(answers):
    """What each got: the name of a thing, or the code of a refusal."""
    return sorted(
        answer.refusal.code if isinstance(answer, Refused) else type(answer).__name__
        for answer in answers
    )


def test_two_members_and_one_place_make_one_offer(ana, ben, mentor):
    Mentor.objects.update(places=1)
    requests = {who: asking.ask_for_mentor(by=who, wishes=wishes()) for who in (ana, ben)}

    answers = together(
        *[
            lambda who=who, request=request: asking.choose(
                request=request, mentor=mentor.pk, by=who
            )
            for who, request in requests.items()
        ]
    )

    assert outcomes(answers) == ["Offer", "not_free"]
    assert Offer.objects.count() == 1


def test_asking_twice_at_once_is_one_request(ana, mentor):
    answers = together(*[lambda: asking.ask_for_mentor(by=ana, wishes=wishes())] * 3)

    assert outcomes(answers) == ["Request", "already_asked", "already_asked"]
    assert Request.objects.count() == 1


def test_choosing_twice_at_once_asks_once(ana, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    answers = together(*[lambda: asking.choose(request=request, mentor=mentor.pk, by=ana)] * 2)

    assert outcomes(answers) == ["Offer", "no_longer"]


def test_two_who_are_kept_apart_in_the_moment_of_a_yes_are_no_pair_beside_it(
    ana, mentor, dora, hana
):
    offer = asked(ana, mentor)

    together(
        lambda: asking.accept(offer=offer, by=dora),
        lambda: apart.keep_apart(one=ana, other=dora, by=hana),
    )

    assert Pair.objects.filter(ended_at=None).count() + NeverTogether.objects.count() == 1


def test_a_yes_from_two_tabs_is_one_pair(ana, mentor, dora):
    offer = asked(ana, mentor)

    answers = together(*[lambda: asking.accept(offer=offer, by=dora)] * 2)

    assert outcomes(answers) == ["Pair", "no_longer"]
    assert (Pair.objects.count(), Room.objects.count()) == (1, 1)


def test_two_yeses_and_one_place_left_make_one_pair(ana, ben, mentor, dora):
    offers = [asked(ana, mentor), asked(ben, mentor)]
    Mentor.objects.update(places=1)

    answers = together(
        *[lambda offer=offer: asking.accept(offer=offer, by=dora) for offer in offers]
    )

    assert outcomes(answers) == ["Pair", "no_place"]
    assert Room.objects.count() == 1


def test_taking_back_against_a_yes_has_one_winner(ana, mentor, dora):
    for _ in range(6):
        offer = asked(ana, mentor)

        taken_back, _said_yes = together(
            lambda offer=offer: asking.withdraw(request=offer.request, by=ana),
            lambda offer=offer: asking.accept(offer=offer, by=dora),
        )

        offer.refresh_from_db()
        ended = (offer.state, Request.objects.get(pk=offer.request_id).state)
        if taken_back is None:
            assert ended == (OfferState.WITHDRAWN, RequestState.WITHDRAWN)
        else:
            assert ended == (OfferState.ACCEPTED, RequestState.PAIRED)
        assert Pair.objects.count() == Room.objects.count() == int(taken_back is not None)
        Pair.objects.all().delete()
        Room.objects.all().delete()


def test_a_break_against_a_choice_leaves_nobody_waiting(ana, mentor, dora):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    together(
        lambda: asking.choose(request=request, mentor=mentor.pk, by=ana),
        lambda: breaks.take_a_break(by=dora),
    )

    assert not Offer.objects.filter(state=OfferState.WAITING).exists()
    request.refresh_from_db()
    assert request.state == RequestState.OPEN


def test_two_who_stop_at_once_stop_once(ana, pair, dora):
    answers = together(*[lambda who=who: ending.end_pair(pair=pair, by=who) for who in (ana, dora)])

    assert outcomes(answers) == ["NoneType", "ended"]
    assert Pair.objects.get().ended_at is not None


def test_two_who_begin_to_agree_at_once_write_over_nobody(ana, pair, dora):
    answers = together(
        *[
            lambda who=who: agreeing.write_agreement(
                pair=pair, lines={"about": who.handle}, read=0, by=who
            )
            for who in (ana, dora)
        ]
    )

    assert outcomes(answers) == ["NoneType", "changed_meanwhile"]
    assert PairAgreement.objects.get().version == 1
