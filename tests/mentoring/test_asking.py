"""Asking for a mentor, choosing, answering: both sides, and what each is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Block, Person
from community.notifications.actions import notify
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from groups.enums import RoomKind
from groups.models import Room
from mentoring.actions import asking, breaks
from mentoring.actions.waiting import look_after_waiting, remind_asked
from mentoring.enums import OfferState, RequestState
from mentoring.models import Offer, Pair, Request
from mentoring.queries.matching import suggestion, suggestions
from mentoring.queries.own import request_line
from tests.mentoring.conftest import asked, one_more, paired, wishes
from tests.mentoring.reading import words
from tests.people import browser_of
from tests.words import history, say


def told(somebody):
    """(kind, path) of everything this person was told."""
    return list(
        Notification.objects.filter(person=somebody).order_by("pk").values_list("kind", "path")
    )


def needs_you(request):
    return "request_needs_you", f"/mentoring/run/#request-{request.pk}"


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def next_noon_of_a_thursday():
    noon = timezone.localtime().replace(hour=12)
    return noon + timedelta(days=1 + (2 - noon.weekday()) % 7)


def code(act):
    with pytest.raises(Refused) as no:
        act()
    return no.value.refusal.code


# Asking -------------------------------------------------------------------------------------------


def test_a_member_asks_and_sees_who_may_fit(ana, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    assert request.state == RequestState.OPEN
    assert [one.name for one in suggestions(request)] == ["dora-wren"]
    assert request_line(request).next == "you"
    assert not Offer.objects.exists()


def test_one_request_after_the_other(ana, mentor):
    asking.ask_for_mentor(by=ana, wishes=wishes())

    assert code(lambda: asking.ask_for_mentor(by=ana, wishes=wishes())) == "already_asked"
    assert Request.objects.count() == 1


def test_the_care_team_finds_no_mentor(ines, mentor):
    assert code(lambda: asking.ask_for_mentor(by=ines, wishes=wishes())) == "treats"


def test_where_nobody_fits_the_team_acts_next(ana, mentor, hana):
    request = asking.ask_for_mentor(by=ana, wishes=wishes(languages=["so"]))

    line = request_line(request)
    assert (line.next, line.who) == ("team", "hana-cove")
    assert line.by == request.changed_at + timedelta(days=3)
    assert told(hana) == [needs_you(request)]


def test_what_is_changed_until_nobody_fits_reaches_the_team(ana, mentor, hana):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    assert told(hana) == []

    asking.change_request(request=request, by=ana, wishes=wishes(languages=["so"]))

    assert told(hana) == [needs_you(request)]


def test_the_team_hears_once_that_the_last_who_fitted_is_gone_and_once_that_it_is_late(
    ana, mentor, dora, hana
):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    look_after_waiting(timezone.now())
    assert told(hana) == []
    breaks.take_a_break(by=dora)

    heard = []
    for hours in (1, 2, 73, 74):
        look_after_waiting(timezone.now() + timedelta(hours=hours))
        heard.append([kind for kind, _path in told(hana)])
        Notification.objects.update(read_at=timezone.now())

    once, late = ["request_needs_you"], ["request_needs_you", "request_late"]
    assert heard == [once, once, late, late]
    assert told(hana)[0] == needs_you(request)


def test_a_time_the_team_named_that_has_passed_is_said(ana, mentor, hana):
    asking.ask_for_mentor(by=ana, wishes=wishes(languages=["so"]))
    browser, pages = browser_of(ana), ("/mentoring/", "/mentoring/choose/")
    assert ["That time has passed" in words(browser, page) for page in pages] == [False, False]

    Request.objects.update(changed_at=timezone.now() - timedelta(days=3))

    assert ["That time has passed" in words(browser, page) for page in pages] == [True, True]


def test_a_yes_after_its_time_is_refused(ana, mentor, dora):
    offer = asked(ana, mentor)
    Offer.objects.update(answer_by=timezone.now())

    assert code(lambda: asking.accept(offer=offer, by=dora)) == "too_late"
    assert fresh(offer.request).state == "offered"


def test_answers_can_be_changed_while_nobody_is_asked(ana, mentor, hana):
    request = asking.ask_for_mentor(by=ana, wishes=wishes(languages=["so"]))

    asking.change_request(request=request, by=ana, wishes=wishes(hopes="Company."))

    assert fresh(request).hopes == "Company."
    assert [one.name for one in suggestions(fresh(request))] == ["dora-wren"]


def test_nobody_else_changes_or_takes_back_a_request(ana, ben, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    for act in (
        lambda: asking.change_request(request=request, by=ben, wishes=wishes(hopes="Mine.")),
        lambda: asking.withdraw(request=request, by=ben),
        lambda: asking.choose(request=request, mentor=mentor.pk, by=ben),
    ):
        assert code(act) == "not_there"
    assert (fresh(request).state, fresh(request).hopes) == ("open", wishes().hopes)


# Choosing -----------------------------------------------------------------------------------------


def test_only_who_was_chosen_is_asked(ana, mentor, dora):
    other = one_more("sol-reed")

    offer = asked(ana, mentor)

    assert fresh(offer.request).state == RequestState.OFFERED
    assert told(dora) == [("mentor_asked", f"/mentoring/asked/{offer.pk}/")]
    assert told(other.person) == []
    line = request_line(fresh(offer.request))
    assert (line.next, line.who, line.by) == ("mentor", "dora-wren", offer.answer_by)


def test_while_one_is_asked_no_second_can_be(ana, mentor):
    other = one_more("sol-reed")
    request = asked(ana, mentor).request

    assert code(lambda: asking.choose(request=request, mentor=other.pk, by=ana)) == "no_longer"
    assert code(lambda: asking.change_request(request=request, by=ana, wishes=wishes())) == (
        "no_longer"
    )
    assert Offer.objects.count() == 1


@pytest.mark.parametrize(
    "why", ["full", "break", "suspended", "blocked", "blocks", "no_role", "lapsed", "gone"]
)
def test_who_cannot_be_asked_answers_all_alike(ana, ben, mentor, dora, why):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())
    number = mentor.pk
    if why == "full":
        asked(ben, mentor)
        type(mentor).objects.update(places=1)
    elif why == "break":
        type(mentor).objects.update(state="break")
    elif why == "suspended":
        Person.objects.filter(pk=dora.pk).update(standing=Standing.SUSPENDED)
    elif why == "blocked":
        Block.objects.create(by=ana, of=dora)
    elif why == "blocks":
        Block.objects.create(by=dora, of=ana)
    elif why == "no_role":
        dora.grants.update(ended_at=timezone.now())
    elif why == "lapsed":
        day = timezone.localdate() - timedelta(days=1)
        mentor.trainings.create(group="crisis", renew_by=day, verified_on=day - timedelta(days=9))
    else:
        number = 999_999

    with pytest.raises(Refused) as no:
        asking.choose(request=request, mentor=number, by=ana)

    assert (no.value.refusal.code, no.value.refusal.hides) == ("not_free", False)
    assert not Offer.objects.filter(request=request).exists()


def test_nobody_is_suggested_to_themself(dora, mentor):
    request = asking.ask_for_mentor(by=dora, wishes=wishes())

    assert suggestions(request) == []


def test_who_talks_with_somebody_is_not_offered_them_again(ana, pair, mentor):
    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    assert suggestion(request, mentor) is None


# Yes ----------------------------------------------------------------------------------------------


def test_a_yes_opens_a_room_for_two(ana, mentor, dora, hana):
    offer = asked(ana, mentor)

    pair = asking.accept(offer=offer, by=dora)

    room = pair.room
    assert (room.kind, room.answers_for) == (RoomKind.PAIR, hana)
    assert set(room.seats.values_list("person", flat=True)) == {ana.pk, dora.pk}
    assert fresh(offer.request).state == RequestState.PAIRED
    assert told(ana) == [("mentor_said_yes", f"/rooms/{room.pk}/")]
    entry = Entry.objects.get(act="pair")
    assert (entry.by, entry.about, entry.subject) == (dora.pk, ana.pk, f"pair:{pair.pk}")


def test_both_write_at_once_and_nobody_has_to_be_there(ana, pair, dora):
    assert not say(dora, pair.room, "Hello.").held
    assert not say(ana, pair.room, "Hello too.").held

    assert history(pair.room) == ["Hello.", "Hello too."]


def test_a_room_is_answered_for_when_the_first_one_has_gone(ana, mentor, hana, ola):
    type(mentor).objects.update(approved_by=None)

    assert paired(ana, mentor).room.answers_for == hana


@pytest.mark.parametrize("who", ["ana", "ben", "karim", "hana"])
def test_only_who_was_asked_answers(request, ana, mentor, who):
    offer = asked(ana, mentor)
    other = request.getfixturevalue(who)

    assert code(lambda: asking.accept(offer=offer, by=other)) == "not_there"
    assert code(lambda: asking.pass_on(offer=offer, by=other)) == "not_there"
    assert fresh(offer).state == OfferState.WAITING


def test_a_yes_twice_is_one_pair_and_a_sentence(ana, mentor, dora):
    offer = asked(ana, mentor)
    asking.accept(offer=offer, by=dora)

    assert code(lambda: asking.accept(offer=offer, by=dora)) == "no_longer"
    assert Pair.objects.count() == 1


def test_a_yes_needs_a_place_of_now(ana, ben, mentor, dora):
    paired(ben, mentor)
    offer = asked(ana, mentor)
    type(mentor).objects.update(places=1)

    assert code(lambda: asking.accept(offer=offer, by=dora)) == "no_place"
    assert fresh(offer).state == OfferState.WAITING
    assert Room.objects.count() == 1


@pytest.mark.parametrize("why", ["blocked", "suspended"])
def test_a_yes_to_who_is_not_there_any_more_opens_nothing(ana, mentor, dora, why):
    offer = asked(ana, mentor)
    if why == "blocked":
        Block.objects.create(by=ana, of=dora)
    else:
        Person.objects.filter(pk=ana.pk).update(standing=Standing.SUSPENDED)

    assert code(lambda: asking.accept(offer=offer, by=dora)) == "no_longer"
    assert not Room.objects.exists()


def test_a_mentor_whose_role_ended_answers_nobody(ana, mentor, dora):
    offer = asked(ana, mentor)
    dora.grants.update(ended_at=timezone.now())

    assert code(lambda: asking.accept(offer=offer, by=dora)) == "not_yours"


# Not free, no answer, taken back ------------------------------------------------------------------


def test_a_pass_lets_the_member_choose_again_without_a_no(ana, mentor, dora):
    one_more("sol-reed")
    offer = asked(ana, mentor)

    asking.pass_on(offer=offer, by=dora, reason="My mother is ill.")

    line = request_line(fresh(offer.request))
    assert line.next == "you"
    assert line.passed == "dora-wren is not free just now."
    assert told(ana) == [("choose_again", "/mentoring/")]
    assert [one.name for one in suggestions(fresh(offer.request))] == ["sol-reed"]
    assert fresh(offer).reason == "My mother is ill."


def test_after_the_last_pass_the_team_is_told(ana, mentor, dora, hana):
    offer = asked(ana, mentor)

    asking.pass_on(offer=offer, by=dora)

    line = request_line(fresh(offer.request))
    assert (line.next, line.passed) == ("team", "dora-wren is not free just now.")
    assert told(hana) == [needs_you(offer.request)]


def test_no_answer_in_time_reads_like_a_pass(ana, mentor):
    one_more("sol-reed")
    offer = asked(ana, mentor)

    asking.expire_offers(offer.answer_by - timedelta(seconds=1))
    assert fresh(offer).state == OfferState.WAITING
    asking.expire_offers(offer.answer_by)

    assert fresh(offer).state == OfferState.EXPIRED
    assert request_line(fresh(offer.request)).passed == "dora-wren is not free just now."
    assert told(ana) == [("choose_again", "/mentoring/")]


def test_a_mentor_with_a_day_left_hears_so_once_in_their_own_hours(ana, mentor, dora):
    type(mentor).objects.update(times=["evening"])
    offer = asked(ana, mentor)
    ends = offer.answer_by

    heard = []
    for hours in (25, 12, 2, 1, 0):
        remind_asked(ends - timedelta(hours=hours))
        heard.append([kind for kind, _path in told(dora)].count("answer_waits"))

    assert heard == [0, 0, 1, 1, 1]
    assert told(dora)[-1] == ("answer_waits", f"/mentoring/asked/{offer.pk}/")

    Notification.objects.all().delete()
    type(mentor).objects.update(times=["0-8"])  # a Monday's, and the answer is due on another day
    Offer.objects.update(answer_by=next_noon_of_a_thursday())
    remind_asked(Offer.objects.get().answer_by - timedelta(hours=25))
    assert told(dora) == []
    remind_asked(Offer.objects.get().answer_by - timedelta(hours=20))
    assert [kind for kind, _path in told(dora)] == ["answer_waits"]


def test_nobody_reads_that_they_are_waited_for_once_it_is_settled(ana, mentor, dora):
    ways = {
        "yes": lambda offer: asking.accept(offer=offer, by=dora),
        "pass": lambda offer: asking.pass_on(offer=offer, by=dora),
        "taken back": lambda offer: asking.withdraw(request=offer.request, by=ana),
        "no answer": lambda offer: asking.expire_offers(offer.answer_by),
    }
    waits = {}
    for way, settle in ways.items():
        Request.objects.all().delete()
        Pair.objects.all().delete()
        offer = asked(ana, mentor)
        notify(person=dora, kind="answer_waits", path=f"/mentoring/asked/{offer.pk}/")
        before = [kind for kind, path in told(dora) if path.endswith(f"/{offer.pk}/")]
        settle(offer)
        waits[way] = before, [path for _kind, path in told(dora) if "/asked/" in path]

    assert waits == dict.fromkeys(ways, (["mentor_asked", "answer_waits"], []))


@pytest.mark.parametrize("who", ["dora", "ana"])
def test_an_offer_nobody_can_answer_ends_at_once(request, ana, mentor, who):
    offer = asked(ana, mentor)
    gone = request.getfixturevalue(who)
    Person.objects.filter(pk=gone.pk).update(standing=Standing.SUSPENDED)

    asking.expire_offers(timezone.now())

    assert fresh(offer).state == OfferState.EXPIRED


def test_taking_back_frees_the_mentor_and_says_so(ana, ben, mentor, dora):
    type(mentor).objects.update(places=1)
    offer = asked(ana, mentor)

    asking.withdraw(request=offer.request, by=ana)

    assert (fresh(offer).state, fresh(offer.request).state) == ("withdrawn", "withdrawn")
    assert told(dora)[-1] == ("mentor_not_needed", "/mentoring/")
    assert code(lambda: asking.accept(offer=offer, by=dora)) == "no_longer"
    assert asked(ben, mentor).state == OfferState.WAITING


def test_what_led_to_a_pair_is_not_taken_back(ana, pair):
    assert code(lambda: asking.withdraw(request=pair.request, by=ana)) == "no_longer"


def test_after_taking_back_one_may_ask_again(ana, mentor):
    request = asked(ana, mentor).request
    asking.withdraw(request=request, by=ana)

    again = asking.ask_for_mentor(by=ana, wishes=wishes())

    assert [one.name for one in suggestions(again)] == ["dora-wren"]
