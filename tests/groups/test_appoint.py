"""Giving a group to a moderator, and taking it out of their care."""

import pytest

from community import live
from community.accounts.actions.roles import end_role
from community.accounts.enums import Role, Standing
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Appointment, Duty, Item
from groups import rules
from groups.actions.belonging import join_group
from groups.actions.running import appoint, end_appointment
from groups.models import Membership, Seat
from tests.people import group, on_duty, person, seat
from tests.people import room as make_room


@pytest.fixture
def nights(db):
    made = group("nights", title="Nights")
    make_room(made, title="The night")
    return made


@pytest.fixture
def night(nights):
    return nights.rooms.get()


def test_a_moderator_belongs_sits_and_moderates(emil, nights, night, hana):
    appoint(group=nights, person=emil, by=hana)

    assert Membership.objects.get(group=nights, person=emil).state == "active"
    assert (seat(emil, night).state, seat(emil, night).moderates) == ("active", True)
    assert rules.may_moderate(emil, night) is None
    entry = Entry.objects.get()
    assert (entry.act, entry.by, entry.about) == ("appoint", hana.pk, emil.pk)
    assert Notification.objects.get(person=emil).kind == "appointed"


def test_a_member_becomes_a_moderator_in_the_same_seat(emil, evenings, room, hana):
    end_appointment(group=evenings, person=emil, by=hana)
    before = seat(emil, room)

    appoint(group=evenings, person=emil, by=hana)

    assert (seat(emil, room).pk, before.moderates) == (before.pk, False)
    assert seat(emil, room).moderates


def test_appointing_twice_is_once(emil, nights, hana):
    first = appoint(group=nights, person=emil, by=hana)

    assert appoint(group=nights, person=emil, by=hana) == first
    assert Entry.objects.count() == 1


def test_only_who_holds_the_role_is_appointed(ben, nights, night, hana):
    with pytest.raises(Refused, match="not_a_moderator"):
        appoint(group=nights, person=ben, by=hana)

    assert not Appointment.objects.exists()
    assert not night.seats.exists()


def test_a_suspended_moderator_is_not_appointed(emil, nights, hana):
    emil.standing = Standing.SUSPENDED
    emil.save()

    with pytest.raises(Refused, match="not_active"):
        appoint(group=nights, person=emil, by=hana)


def test_moderators_do_not_appoint_one_another(emil, noor, nights):
    with pytest.raises(Refused, match="not_yours"):
        appoint(group=nights, person=noor, by=emil)


def test_appointing_answers_a_request_that_waited(emil, nights, hana):
    nights.is_private = True
    nights.save()
    join_group(group=nights, by=emil, words="I would like to help.")

    appoint(group=nights, person=emil, by=hana)

    assert Item.objects.get().state == "closed"
    assert Membership.objects.get(person=emil).asked_words == ""


def test_the_end_takes_marks_leases_and_words_of_power(emil, evenings, room, wall, hana, commits):
    hints = []
    live.listen(hints.append)
    on_duty(emil, room)

    with commits():
        end_appointment(group=evenings, person=emil, by=hana)

    assert not Appointment.objects.filter(person=emil, ended_at=None).exists()
    assert [seat(emil, place).moderates for place in (room, wall)] == [False, False]
    assert not Duty.objects.filter(person=emil, ended_at=None).exists()
    assert rules.may_moderate(emil, room) == rules.OTHER_AREA
    assert (emil.pk,) in [hint.people for hint in hints if hint.kind == "kick"]


def test_after_the_end_one_is_still_a_member(emil, evenings, room, hana):
    end_appointment(group=evenings, person=emil, by=hana)

    assert seat(emil, room).state == "active"


def test_the_other_moderator_keeps_the_room(emil, noor, evenings, room, hana):
    lease = on_duty(noor, room)

    end_appointment(group=evenings, person=emil, by=hana)

    lease.refresh_from_db()
    assert lease.ended_at is None
    assert seat(noor, room).moderates


def test_ending_what_has_ended_writes_nothing(ben, evenings, hana):
    end_appointment(group=evenings, person=ben, by=hana)

    assert not Entry.objects.exists()


def test_a_role_without_the_area_moderates_nothing(room, db):
    stranger = person("another-moderator", "moderator")

    assert rules.may_moderate(stranger, room) == rules.OTHER_AREA


def test_the_area_without_the_role_moderates_nothing(ben, room):
    Appointment.objects.create(area=room.area, person=ben)

    assert rules.may_moderate(ben, room).code == "not_yours"


def test_who_is_no_moderator_any_more_looks_after_no_group(evenings, room, emil, ola):
    on_duty(emil, room)

    end_role(person=emil, role=Role.MODERATOR, by=ola)

    assert not Appointment.objects.filter(person=emil, ended_at=None).exists()
    assert not Duty.objects.filter(person=emil, ended_at=None).exists()
    assert not Seat.objects.filter(person=emil, moderates=True).exists()
    assert Entry.objects.filter(act="end_appointment", about=emil.pk, by=ola.pk).count() == 1
