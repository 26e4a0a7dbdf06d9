"""Planning meetings: who may, what comes of a plan, and what the database refuses."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from community.record.models import Entry
from community.refusal import Refused
from groups.actions.meetings import lay_out_ahead, plan_meetings
from groups.actions.running import close_room
from groups.enums import Repeats, RoomKind
from groups.models import Hosting, Meeting, MeetingPlan
from tests.groups.meetings import NOW, SEVEN, TUESDAY, meet, plan, says
from tests.people import group, person
from tests.people import room as make_room


def begins(plan):
    return list(plan.meetings.order_by("number").values_list("begins_at", flat=True))


def test_one_meeting_stands_at_its_hour(emil, room):
    made = meet(room, by=emil, notes="loss", places=4, opening="open", closing="one_thing")

    found = (made.begins_at, made.ends_at, made.topic, made.notes, made.places, made.opening)
    assert found == (SEVEN, SEVEN + timedelta(hours=1), "Sleep", "loss", 4, "open")
    assert made.room == room


def test_a_weekly_plan_lies_nine_weeks_ahead_as_rows(emil, room):
    made = plan(room, by=emil, repeats=Repeats.WEEKLY)

    assert begins(made) == [SEVEN + timedelta(weeks=week) for week in range(8)]


def test_seven_stays_seven_when_the_clocks_change(emil, room, settings):
    settings.TIME_ZONE = "Europe/London"

    made = plan(
        room,
        by=emil,
        repeats=Repeats.WEEKLY,
        day=date(2030, 10, 22),
        now=datetime(2030, 10, 20, tzinfo=UTC),
    )

    assert begins(made)[:2] == [
        datetime(2030, 10, 22, 18, tzinfo=UTC),
        datetime(2030, 10, 29, 19, tzinfo=UTC),
    ]
    assert made.zone == "Europe/London"


def test_the_ticker_lays_out_the_next_weeks_once(emil, noor, room):
    made = plan(room, by=emil, repeats=Repeats.WEEKLY, hosts=(noor,))

    for _ in range(2):
        lay_out_ahead(NOW + timedelta(weeks=2))

    assert begins(made) == [SEVEN + timedelta(weeks=week) for week in range(10)]
    assert Hosting.objects.filter(meeting__plan=made, person=noor).count() == 10


def test_weeks_in_which_nobody_ticked_are_not_made_up_for(emil, room):
    made = plan(room, by=emil, repeats=Repeats.WEEKLY)

    lay_out_ahead(NOW + timedelta(weeks=12))

    late = [SEVEN + timedelta(weeks=week) for week in range(11, 20)]
    assert begins(made)[8:] == late


def test_a_closed_room_has_no_more_meetings_laid_out(emil, hana, room):
    made = plan(room, by=emil, repeats=Repeats.WEEKLY)
    close_room(room=room, by=hana)

    lay_out_ahead(NOW + timedelta(weeks=2))

    assert len(begins(made)) == 8


@pytest.mark.parametrize("who", ["emil", "hana"])
def test_the_groups_moderators_and_coordinators_plan(who, room, request):
    by = request.getfixturevalue(who)

    made = plan(room, by=by)

    entry = Entry.objects.get(act="plan_meetings")
    assert (entry.by, entry.subject, entry.area, entry.data) == (
        by.pk,
        room.place,
        room.area,
        {"plan": made.pk},
    )


@pytest.mark.parametrize("who", ["ana", "cleo", "fay", "ines", "dora"])
def test_others_plan_nothing(who, room, request):
    with pytest.raises(Refused):
        plan(room, by=request.getfixturevalue(who))

    assert not MeetingPlan.objects.exists()


def test_a_moderator_of_another_group_plans_nothing_here(room):
    other = person("lena-reed", "moderator")
    group("mornings", title="Mornings", moderators=[other])

    with pytest.raises(Refused, match="other_area"):
        plan(room, by=other)


def test_a_wall_needs_no_meeting(emil, wall):
    with pytest.raises(Refused, match="not_live"):
        plan(wall, by=emil)


def test_a_closed_room_is_no_place_to_meet(emil, hana, room):
    close_room(room=room, by=hana)

    with pytest.raises(Refused, match="not_live"):
        plan(room, by=emil)


def test_nobody_is_asked_to_come_to_yesterday(emil, room):
    with pytest.raises(Refused, match="in_the_past"):
        plan(room, by=emil, now=SEVEN)


def test_only_who_may_host_is_asked_to_host(emil, ana, room):
    with pytest.raises(Refused, match="not_a_host"):
        plan(room, by=emil, hosts=(ana,))

    assert not Meeting.objects.exists()


def test_who_plans_to_host_themself_has_said_yes(emil, noor, room):
    made = meet(room, by=emil, hosts=(emil, noor))

    assert dict(made.hostings.values_list("person__handle", "confirmed_at")) == {
        emil.handle: NOW,
        noor.handle: None,
    }


# What the database refuses -----------------------------------------------------------------------


def test_a_meeting_ends_after_it_began(emil, room):
    made = meet(room, by=emil)

    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=made.pk).update(ends_at=made.begins_at)
    assert Meeting.objects.filter(pk=made.pk).update(ends_at=made.begins_at + timedelta(1)) == 1


def test_a_plan_has_each_meeting_once(emil, room):
    made = meet(room, by=emil)
    again = {"plan": made.plan, "room": room, "begins_at": SEVEN, "ends_at": SEVEN + timedelta(1)}

    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.create(number=made.number, **again)
    Meeting.objects.create(number=made.number + 1, **again)


def test_a_meeting_has_room_for_somebody(emil, room):
    made = meet(room, by=emil)

    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=made.pk).update(places=0)
    assert Meeting.objects.filter(pk=made.pk).update(places=1) == 1


@pytest.mark.parametrize(("minutes", "fits"), [(9, False), (10, True), (240, True), (241, False)])
def test_a_planned_meeting_lasts_a_while(room, minutes, fits):
    made = MeetingPlan(
        room=room, zone="UTC", first=TUESDAY, clock=time(19), minutes=minutes, repeats=Repeats.ONCE
    )

    if fits:
        made.save()
        return
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


def test_plans_of_two_rooms_are_two_plans(emil, evenings, room):
    other = make_room(evenings, title="Tea", kind=RoomKind.LIVE)

    plan_meetings(room=other, says=says(), repeats=Repeats.ONCE, by=emil, now=NOW)
    plan(room, by=emil)

    assert Meeting.objects.filter(begins_at=SEVEN).count() == 2
