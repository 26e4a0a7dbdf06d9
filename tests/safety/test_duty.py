"""Duty is a lease: who may take it, what keeps it, how it ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community import live
from community.accounts.enums import Standing
from community.record.models import Entry
from community.refusal import Refused
from community.safety import duty
from community.safety.actions import duty as act
from community.safety.enums import DutyKind
from community.safety.models import Appointment, Duty, Shift
from tests import people

SECOND = timedelta(seconds=1)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def heard():
    """Every hint that left."""
    hints = []
    live.listen(hints.append)
    return hints


def test_a_moderator_of_the_area_opens_its_rooms(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)

    assert duty.on_duty(room.place, now=now) == ["emil-ash"]
    assert duty.staffed_places([room.place, "room:other"], now=now) == {room.place}
    assert Shift.objects.get().person == emil


def test_a_lease_ends_by_itself_after_ninety_seconds(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)

    assert duty.on_duty(room.place, now=now + duty.LEASE - SECOND) == ["emil-ash"]
    assert duty.on_duty(room.place, now=now + duty.LEASE) == []


@pytest.mark.parametrize("who", ["ana", "cleo", "hana", "dora"])
def test_nobody_else_can_open_a_room(who, request, room):
    somebody = request.getfixturevalue(who)

    with pytest.raises(Refused) as no:
        act.go_on_duty(by=somebody, places=[room.place])

    assert no.value.refusal.hides
    assert not Duty.objects.exists()
    assert not Shift.objects.exists()


def test_a_moderator_of_another_group_cannot_open_a_room(cleo, room, db):
    stranger = people.person("rhea-field", "moderator")
    people.group("mornings", title="Mornings", moderators=[stranger])

    with pytest.raises(Refused) as no:
        act.go_on_duty(by=stranger, places=[room.place])

    assert no.value.refusal.hides


def test_a_former_moderator_cannot_open_a_room(emil, room, now):
    Appointment.objects.filter(person=emil).update(ended_at=now)

    with pytest.raises(Refused):
        act.go_on_duty(by=emil, places=[room.place])


def test_a_suspended_moderator_cannot_open_a_room(emil, room):
    emil.standing = Standing.SUSPENDED
    emil.save()

    with pytest.raises(Refused) as no:
        act.go_on_duty(by=emil, places=[room.place])

    assert no.value.refusal.code == "not_active"


def test_one_foreign_place_opens_none(emil, room):
    with pytest.raises(Refused):
        act.go_on_duty(by=emil, places=[room.place, "room:ffffffffff"])

    assert not Duty.objects.exists()


def test_going_on_duty_twice_is_one_lease(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)
    act.go_on_duty(by=emil, places=[room.place], now=now + 30 * SECOND)

    lease = Duty.objects.get()
    assert (lease.began_at, lease.until) == (now, now + 30 * SECOND + duty.LEASE)
    assert Shift.objects.count() == 1


def test_going_on_duty_after_a_lapse_is_a_new_lease(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)
    act.go_on_duty(by=emil, places=[room.place], now=now + 5 * duty.LEASE)

    assert list(Duty.objects.order_by("pk").values_list("began_at", "ended_at")) == [
        (now, now + duty.LEASE),
        (now + 5 * duty.LEASE, None),
    ]


def test_beginning_and_ending_are_on_the_record(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)
    act.leave_places(by=emil, places=[room.place], now=now)

    assert list(Entry.objects.values_list("act", "by", "subject")) == [
        ("begin_duty", emil.pk, room.place),
        ("end_duty", emil.pk, room.place),
    ]


def test_a_ping_keeps_the_lease(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)

    kept = act.renew(person=emil.pk, places=[room.place], now=now + 60 * SECOND)

    assert kept == {room.place}
    assert duty.on_duty(room.place, now=now + 140 * SECOND) == ["emil-ash"]


def test_a_ping_right_after_another_writes_nothing(emil, room, now, django_assert_num_queries):
    act.go_on_duty(by=emil, places=[room.place], now=now)

    with django_assert_num_queries(1):
        assert act.renew_all(person=emil.pk, now=now + 5 * SECOND) == {room.place}


def test_a_ping_of_somebody_not_on_duty_costs_one_read(ana, room, now, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert act.renew(person=ana.pk, places=[room.place], now=now) == set()


def test_a_ping_keeps_only_the_rooms_it_names(emil, evenings, room, now):
    other = people.room(evenings, title="The early evening")
    act.go_on_duty(by=emil, places=[room.place, other.place], now=now)

    act.renew(person=emil.pk, places=[room.place], now=now + 60 * SECOND)

    later = now + 100 * SECOND
    assert duty.staffed_places([room.place, other.place], now=later) == {room.place}


def test_a_lapsed_lease_is_not_revived_by_a_ping(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)

    kept = act.renew_all(person=emil.pk, now=now + duty.LEASE)

    assert kept == set()
    assert duty.on_duty(room.place, now=now + duty.LEASE) == []


def test_a_page_without_scripts_keeps_ten_minutes(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)

    act.renew_by_page(person=emil.pk, now=now)

    assert duty.on_duty(room.place, now=now + duty.PAGE_LEASE - SECOND) == ["emil-ash"]
    assert duty.on_duty(room.place, now=now + duty.PAGE_LEASE) == []


def test_the_first_ping_makes_a_page_lease_short_again(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)
    act.renew_by_page(person=emil.pk, now=now)

    act.renew_all(person=emil.pk, now=now + SECOND)

    assert Duty.objects.get().until == now + SECOND + duty.LEASE


def test_a_call_keeps_the_room_for_a_quarter_of_an_hour_twice(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)

    first = act.start_call(by=emil, now=now)
    second = act.start_call(by=emil, now=first - SECOND)
    with pytest.raises(Refused) as no:
        act.start_call(by=emil, now=second - SECOND)

    assert (first, second) == (now + duty.CALL_LEASE, first - SECOND + duty.CALL_LEASE)
    assert no.value.refusal.code == "call_used"
    assert duty.on_duty(room.place, now=second - SECOND) == ["emil-ash"]
    assert duty.on_duty(room.place, now=second) == []


def test_a_busy_number_dialled_again_is_the_same_call(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)

    dialled = [act.start_call(by=emil, now=now + n * 30 * SECOND) for n in range(4)]
    later = act.start_call(by=emil, now=dialled[0] - SECOND)
    again = act.start_call(by=emil, now=dialled[0] + 60 * SECOND)

    assert dialled == [now + duty.CALL_LEASE] * 4
    assert (later, again) == (dialled[0] - SECOND + duty.CALL_LEASE, later)


def test_a_ping_does_not_shorten_a_call(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)
    until = act.start_call(by=emil, now=now)

    act.renew_all(person=emil.pk, now=now + 30 * SECOND)

    lease = Duty.objects.get()
    assert (lease.kind, lease.until) == (DutyKind.CALL, until)


def test_back_from_a_call_the_screen_keeps_the_lease(emil, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)
    act.start_call(by=emil, now=now)

    act.end_call(by=emil, now=now + 60 * SECOND)

    lease = Duty.objects.get()
    assert (lease.kind, lease.until) == (DutyKind.SCREEN, now + 60 * SECOND + duty.LEASE)
    assert act.start_call(by=emil, now=now + 61 * SECOND)


def test_who_is_not_on_duty_keeps_no_room_by_a_call(emil, room, now):
    with pytest.raises(Refused) as no:
        act.start_call(by=emil, now=now)

    assert no.value.refusal.code == "not_on_duty"


def test_every_moderator_is_warned_once_after_sixty_seconds(
    emil, noor, ana, hana, room, now, heard, commits
):
    act.go_on_duty(by=emil, places=[room.place], now=now)
    with commits():
        early = act.warn_before_lapse(now=now + 59 * SECOND)
        first = act.warn_before_lapse(now=now + 60 * SECOND)
        again = act.warn_before_lapse(now=now + 61 * SECOND)

    assert (early, first, again) == ([], [room.place], [])
    warned = [hint.people[0] for hint in heard if hint.data.get("k") == "duty_ends"]
    assert sorted(warned) == sorted([emil.pk, noor.pk, hana.pk])


def test_nobody_is_warned_while_another_moderator_stays(emil, noor, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)
    act.go_on_duty(by=noor, places=[room.place], now=now + 50 * SECOND)

    assert act.warn_before_lapse(now=now + 70 * SECOND) == []


def test_a_lapse_ends_the_lease_and_tells_the_room(emil, room, now, heard, commits):
    with commits():
        act.go_on_duty(by=emil, places=[room.place], now=now - 2 * duty.LEASE)
        ended = act.lapse(now=now)

    strips = [hint.data for hint in heard if hint.kind == "eph" and hint.room == room.pk]
    assert ended == [room.place]
    assert Duty.objects.get().ended_at == now - duty.LEASE
    assert strips[-1] == {"k": "duty", "on": False, "names": []}
    assert Entry.objects.filter(act="duty_lapsed", by=None, about=emil.pk).exists()


def test_going_on_duty_changes_the_strip_at_once(emil, room, heard, commits):
    with commits():
        act.go_on_duty(by=emil, places=[room.place])

    strips = [hint.data for hint in heard if hint.kind == "eph" and hint.room == room.pk]
    assert strips == [{"k": "duty", "on": True, "names": ["emil-ash"]}]


def test_no_longer_appointed_is_no_longer_on_duty(emil, hana, evenings, room, now):
    act.go_on_duty(by=emil, places=[room.place], now=now)

    act.end_duty_in_area(person=emil, area=evenings.area, by=hana)

    assert duty.on_duty(room.place, now=now) == []
