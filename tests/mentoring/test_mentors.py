"""Becoming a mentor, saying what one brings, taking a break, stopping."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts.actions.leaving import start_leaving
from community.accounts.actions.roles import end_role
from community.accounts.actions.standing import suspend
from community.accounts.enums import Role, Standing
from community.accounts.models import Person
from community.accounts.roles import Act
from community.accounts.rules import may
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from groups.models import Room
from mentoring.actions import asking, breaks, mentors
from mentoring.actions.second import call_second_person
from mentoring.actions.silence import look_after_quiet_rooms
from mentoring.enums import MentorState, SeenBy
from mentoring.models import Mentor
from mentoring.queries.matching import candidates
from mentoring.queries.own import own
from tests.mentoring.conftest import asked, mentor_of, one_more, wishes
from tests.people import person


def told(somebody):
    return list(
        Notification.objects.filter(person=somebody).order_by("pk").values_list("kind", "path")
    )


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def code(act):
    with pytest.raises(Refused) as no:
        act()
    return no.value.refusal.code


# Offering -----------------------------------------------------------------------------------------


def test_an_offer_waits_for_a_person(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")

    assert mentor.state == MentorState.APPLIED
    assert told(hana) == [("mentor_applied", "/mentoring/run/")]
    assert candidates() == []
    assert may(ben, Act.MENTOR) is not None


def test_one_offer_at_a_time(ben):
    mentors.apply_as_mentor(by=ben, why="I had good help once.")

    assert code(lambda: mentors.apply_as_mentor(by=ben, why="Again.")) == "already_applied"
    assert Mentor.objects.get().why == "I had good help once."


def test_a_mentor_does_not_offer_again(mentor, dora):
    assert code(lambda: mentors.apply_as_mentor(by=dora, why="Again.")) == "is_mentor"


def test_a_yes_gives_the_role_and_is_on_the_record(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")

    mentors.approve_mentor(mentor=mentor, by=hana)

    mentor = fresh(mentor)
    assert (mentor.state, mentor.approved_by, mentor.places) == ("approved", hana, 1)
    assert may(Person.objects.get(pk=ben.pk), Act.MENTOR) is None
    assert told(ben) == [("mentor_approved", "/mentoring/mine/")]
    entry = Entry.objects.get(act="approve_mentor")
    assert (entry.by, entry.about, entry.subject) == (hana.pk, ben.pk, f"mentor:{mentor.pk}")


@pytest.mark.parametrize("who", ["ana", "emil", "ola", "dora"])
def test_only_who_runs_mentoring_decides(request, ben, who):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    other = request.getfixturevalue(who)

    assert code(lambda: mentors.approve_mentor(mentor=mentor, by=other)) == "not_yours"
    assert code(lambda: mentors.decline_mentor(mentor=mentor, by=other, words="No.")) == "not_yours"
    assert fresh(mentor).state == MentorState.APPLIED


def test_nobody_answers_themself(hana):
    mentor = mentors.apply_as_mentor(by=hana, why="I had good help once.")

    assert code(lambda: mentors.approve_mentor(mentor=mentor, by=hana)) == "not_your_own"
    assert fresh(mentor).state == MentorState.APPLIED


def test_a_not_now_carries_words_and_leaves_the_door_open(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")

    mentors.decline_mentor(mentor=mentor, by=hana, words="Come back in spring.")

    assert (fresh(mentor).state, fresh(mentor).answer) == ("declined", "Come back in spring.")
    assert told(ben) == [("mentor_answered", "/mentoring/")]
    assert Entry.objects.get(act="decline_mentor").about == ben.pk
    assert "spring" not in str(Entry.objects.values_list())
    again = mentors.apply_as_mentor(by=ben, why="It is spring.")
    assert (again.pk, again.state, again.answer) == (mentor.pk, "applied", "")


def test_decided_once(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")
    mentors.approve_mentor(mentor=mentor, by=hana)

    assert code(lambda: mentors.approve_mentor(mentor=mentor, by=hana)) == "not_applied"
    assert code(lambda: mentors.decline_mentor(mentor=mentor, by=hana, words="No.")) == (
        "not_applied"
    )


def test_an_offer_can_be_taken_back(ben, hana):
    mentor = mentors.apply_as_mentor(by=ben, why="I had good help once.")

    mentors.take_application_back(by=ben)

    assert fresh(mentor).state == MentorState.STOPPED
    assert code(lambda: mentors.approve_mentor(mentor=mentor, by=hana)) == "not_applied"
    assert code(lambda: mentors.take_application_back(by=ben)) == "not_applied"


def test_who_can_be_asked_was_approved(ben):
    with pytest.raises(IntegrityError, match="who_can_be_asked_was_approved"), transaction.atomic():
        mentor_of(ben, approved_at=None)
    mentor_of(ben)


@pytest.mark.parametrize(("places", "fits"), [(0, False), (1, True), (8, True), (9, False)])
def test_a_mentor_has_one_to_eight_places(ben, places, fits):
    if fits:
        mentor_of(ben, places=places)
        return
    with pytest.raises(IntegrityError), transaction.atomic():
        mentor_of(ben, places=places)


# What I bring -------------------------------------------------------------------------------------


def test_what_a_mentor_brings_is_kept_piece_by_piece(mentor, dora):
    mentors.say_what_i_bring(
        by=dora,
        brings="A long winter.",
        topics=["work", "loss"],
        topics_seen=SeenBy.MINE,
        styles=["example"],
        languages=["pl", "en"],
    )
    mentors.say_when(by=dora, times=["noon"], places=3, reads_when="at lunch")
    mentors.say_what_is_not_for_me(by=dora, limits=["drink"])
    mentors.note_boundaries_read(by=dora)

    mentor = fresh(mentor)
    assert (mentor.brings, mentor.topics, mentor.topics_seen) == (
        "A long winter.", ["loss", "work"], "mine",
    )  # fmt: skip
    assert (mentor.styles, mentor.languages) == (["example"], ["en", "pl"])
    assert (mentor.times, mentor.places, mentor.reads_when) == (["noon"], 3, "at lunch")
    assert mentor.limits == ["drink"]
    assert mentor.boundaries_read_at is not None


def test_who_was_not_let_in_says_nothing(ana, ben):
    mentors.apply_as_mentor(by=ben, why="I had good help once.")

    for somebody in (ana, ben):
        assert code(lambda who=somebody: mentors.say_what_is_not_for_me(by=who, limits=[])) == (
            "not_there"
        )
        assert code(lambda who=somebody: breaks.take_a_break(by=who)) == "not_there"


# Not there ----------------------------------------------------------------------------------------


def test_a_break_frees_who_asked_and_tells_who_is_there(ana, ben, pair, mentor, dora, hana):
    offer = asked(ben, mentor)

    breaks.take_a_break(by=dora)

    assert (fresh(offer).state, fresh(offer.request).state) == ("passed", "open")
    assert ("choose_again", "/mentoring/") in told(ben)
    assert ("mentor_away", "/mentoring/") in told(ana)
    assert ("cover_offered", "/mentoring/run/") in told(hana)
    assert own(ana).pairs[0].away.startswith("dora-wren is taking a break. It is not because of")
    assert candidates() == []


def test_on_a_break_the_member_may_ask_somebody_else(ana, pair, mentor, dora):
    one_more("sol-reed")
    breaks.take_a_break(by=dora)

    request = asking.ask_for_mentor(by=ana, wishes=wishes())

    assert request.state == "open"


def test_coming_back_ends_what_others_read(ana, pair, mentor, dora):
    breaks.take_a_break(by=dora)

    breaks.come_back(by=dora)

    assert own(ana).pairs[0].away == ""
    assert fresh(pair).cover_offered_at is None
    assert [one.name for one in candidates()] == ["dora-wren"]


def test_a_break_twice_tells_once(ana, pair, dora):
    breaks.take_a_break(by=dora)
    before = told(ana)
    breaks.take_a_break(by=dora)
    breaks.offer_cover(timezone.now())

    assert told(ana) == before


def test_a_suspended_mentor_s_people_are_told_once_and_without_why(ana, pair, dora):
    Person.objects.filter(pk=dora.pk).update(standing=Standing.SUSPENDED)

    breaks.offer_cover(timezone.now())
    breaks.offer_cover(timezone.now())

    assert told(ana).count(("mentor_away", "/mentoring/")) == 1
    away = own(ana).pairs[0].away
    assert away.startswith("dora-wren cannot answer at the moment.")
    assert "suspend" not in away


def test_when_they_are_back_cover_can_be_offered_anew(ana, pair, dora):
    Person.objects.filter(pk=dora.pk).update(standing=Standing.SUSPENDED)
    breaks.offer_cover(timezone.now())
    Person.objects.filter(pk=dora.pk).update(standing=Standing.ACTIVE)

    breaks.offer_cover(timezone.now())

    assert fresh(pair).cover_offered_at is None


def test_the_end_of_the_role_ends_being_asked(ana, ben, pair, mentor, dora, ola):
    offer = asked(ben, mentor)

    end_role(person=dora, role=Role.MENTOR, by=ola)

    assert fresh(mentor).state == MentorState.STOPPED
    assert fresh(offer).state == "passed"
    assert own(ana).pairs[0].away.startswith("dora-wren cannot answer")
    assert candidates() == []


def test_who_stopped_may_offer_again(pair, mentor, dora, ola):
    end_role(person=dora, role=Role.MENTOR, by=ola)

    assert mentors.apply_as_mentor(by=Person.objects.get(pk=dora.pk), why="Rested.").pk == mentor.pk


def test_rooms_go_on_to_the_next_coordinator(pair, hana, ola):
    ida = person("ida-marsh", Role.COORDINATOR)

    end_role(person=hana, role=Role.COORDINATOR, by=ola)

    assert Room.objects.get(pk=pair.room_id).answers_for == ida
    assert Entry.objects.get(act="hand_on_pair_room").about == ida.pk


def test_rooms_go_on_when_a_coordinator_is_suspended_or_leaves(pair, hana):
    ida = person("ida-marsh", Role.COORDINATOR)

    lead = person("lee-stone", Role.SAFEGUARDING_LEAD)
    suspend(person=hana, until=None, by=lead)
    assert Room.objects.get(pk=pair.room_id).answers_for == ida
    start_leaving(by=ida, keeps_words=True)

    assert Room.objects.get(pk=pair.room_id).answers_for is None


def test_where_nobody_answers_for_a_room_everybody_who_runs_mentoring_hears(pair, hana, mentor):
    Room.objects.filter(pk=pair.room_id).update(answers_for=None)
    ida = person("ida-marsh", Role.COORDINATOR)
    before = {who: len(told(who)) for who in (hana, ida)}

    call_second_person(pair=fresh(pair), by=mentor.person)
    look_after_quiet_rooms(timezone.now() + timedelta(days=7, hours=1))
    breaks.take_a_break(by=mentor.person)

    kinds = {who: [kind for kind, _path in told(who)[before[who] :]] for who in (hana, ida)}
    assert all(
        [kind for kind in kinds[who] if kind != "item_raised"]
        == ["second_person", "pair_quiet", "cover_offered"]
        for who in (hana, ida)
    )


def test_without_a_next_one_the_room_says_so(pair, hana, ola):
    end_role(person=hana, role=Role.COORDINATOR, by=ola)

    assert Room.objects.get(pk=pair.room_id).answers_for is None
