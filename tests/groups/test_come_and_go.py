"""How one arrives and goes: never a gate, sealed, gone after a week; a drop is told to the person
first, then to the host where that is switched on, and to the desk where the host has gone."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from community.notifications import queries as notices
from community.refusal import Refused
from community.safety import subjects
from community.safety.models import Item
from groups.actions.arrivals import (
    arrive,
    choose_after_drop,
    forget_old,
    go,
    look_again,
    offer_hello,
    pass_to_desk,
    tell_unanswered,
)
from groups.enums import AfterDrop
from groups.models import Arrival, Hosting
from groups.own_data_meetings import erase, export
from tests.groups.meetings import meet_at
from tests.people import on_duty, seat

MINUTE = timedelta(minutes=1)
HELLO = "Somebody could use a hello."


@pytest.fixture
def now():
    return timezone.now()


def evening(person, room, came, left, *, tells_host=True):
    """They came and went like this. Answers the evening, or None."""
    arrive(room=room, by=person, came=came, tells_host=tells_host)
    return go(room=room, by=person, left=left)


def choose(arrival, choice, *, tells_host=True):
    return choose_after_drop(
        arrival=arrival.pk, by=arrival.person, choice=choice, tells_host=tells_host
    )


def told(person):
    return [str(notice.sentence) for notice in notices.notices_of(person.pk)]


def items():
    found = Item.objects.values_list("kind", "level", "area", "subject_kind", "about", "signals")
    return list(found)


def on_desk(person, room):
    return [("signal", "today", room.area, "going", person.pk, ["left_lower"])]


@pytest.mark.parametrize(
    ("came", "left", "drop"),
    [(5, 3, True), (3, 1, True), (4, 3, False), (2, 2, False), (1, 5, False)],
)
def test_two_lower_is_much_lower(ana, room, came, left, drop):
    assert evening(ana, room, came, left).is_drop is drop


def test_who_never_said_how_they_came_just_goes(ana, room):
    assert go(room=room, by=ana, left=1) is None
    assert not Arrival.objects.exists()


def test_said_anew_the_new_answer_counts(ana, room):
    arrive(room=room, by=ana, came=5, tells_host=True)

    assert evening(ana, room, 2, 1, tells_host=False).is_drop is False
    assert Arrival.objects.count() == 1


def test_the_numbers_are_sealed(ana, room):
    evening(ana, room, 4, 2)

    with connection.cursor() as cursor:
        cursor.execute("SELECT came, left FROM groups_arrival".replace("left", '"left"'))
        came, left = cursor.fetchone()

    assert came not in ("4", "2")
    assert left not in ("4", "2")
    assert min(len(came), len(left)) > 40


def test_nobody_hears_before_the_person_was_asked(ana, emil, room, now):
    on_duty(emil, room)

    evening(ana, room, 5, 1)
    tell_unanswered(now + 4 * MINUTE)

    assert told(emil) == []
    assert items() == []


def test_the_host_who_is_there_is_told_where_it_is_switched_on(ana, emil, noor, room):
    on_duty(emil, room)

    choose(evening(ana, room, 5, 1), AfterDrop.LEAVE)

    assert told(emil) == [HELLO]
    assert told(noor) == []
    assert items() == []


def test_of_two_on_duty_the_host_of_the_meeting_is_told(ana, emil, noor, room, now):
    meet_at(room, now - 30 * MINUTE, by=emil, hosts=(noor,))
    for moderator in (emil, noor):
        on_duty(moderator, room)

    choose(evening(ana, room, 5, 1), AfterDrop.LEAVE)

    assert (told(emil), told(noor)) == ([], [HELLO])


def test_the_desk_hears_where_the_host_has_gone(ana, emil, room, now):
    on_duty(emil, room, until=now - MINUTE)

    choose(evening(ana, room, 5, 1), AfterDrop.CALM)

    assert told(emil) == []
    assert items() == on_desk(ana, room)


def test_a_host_who_does_not_moderate_is_told_of_the_meeting_they_said_they_host(
    ana, ben, emil, room, now
):
    meeting = meet_at(room, now - 30 * MINUTE, by=emil)
    Hosting.objects.create(meeting=meeting, person=ben, confirmed_at=now)
    on_duty(emil, room)

    choose(evening(ana, room, 5, 1), AfterDrop.LEAVE)

    assert (told(ben), told(emil)) == ([HELLO], [])


def test_a_hello_that_does_not_come_is_the_desks_after_ten_minutes_once(ana, emil, room, now):
    on_duty(emil, room, until=now + 60 * MINUTE)
    choose(evening(ana, room, 5, 1), AfterDrop.STAY)

    look_again(now + 9 * MINUTE)
    early = items()
    for later in (11, 12):
        look_again(now + later * MINUTE)

    assert (early, items()) == ([], on_desk(ana, room))


def test_a_hello_whose_host_has_gone_is_the_desks_at_once(ana, emil, room, now):
    on_duty(emil, room, until=now + 2 * MINUTE)
    choose(evening(ana, room, 5, 1), AfterDrop.STAY)

    look_again(now + 3 * MINUTE)

    assert items() == on_desk(ana, room)


def test_a_hello_that_came_is_not_waited_for(ana, emil, room, now):
    on_duty(emil, room)
    choose(evening(ana, room, 5, 1), AfterDrop.STAY)
    offer_hello(seat=seat(ana, room), by=emil)

    look_again(now + 60 * MINUTE)

    assert items() == []


def test_an_evening_of_days_ago_is_not_where_tonight_began(ana, room, now):
    arrive(room=room, by=ana, came=5, tells_host=True, now=now - timedelta(days=5))

    assert go(room=room, by=ana, left=3) is None


@pytest.mark.parametrize("choice", [AfterDrop.CALM, AfterDrop.LEAVE])
def test_switched_off_nobody_hears(ana, emil, room, now, choice):
    on_duty(emil, room)

    choose(evening(ana, room, 5, 1, tells_host=False), choice, tells_host=False)
    tell_unanswered(now + 60 * MINUTE)

    assert told(emil) == []
    assert items() == []


def test_it_can_still_be_switched_off_at_the_end(ana, emil, room, now):
    on_duty(emil, room)

    choose(evening(ana, room, 5, 1), AfterDrop.LEAVE, tells_host=False)
    tell_unanswered(now + 60 * MINUTE)

    assert told(emil) == []


def test_to_stay_with_someone_asks_for_someone_whatever_the_switch_says(ana, emil, room):
    on_duty(emil, room)

    choose(evening(ana, room, 5, 1, tells_host=False), AfterDrop.STAY, tells_host=False)

    assert told(emil) == [HELLO]


def test_who_chooses_nothing_is_told_of_after_a_while_once(ana, emil, room, now):
    on_duty(emil, room, until=now + timedelta(days=1))
    evening(ana, room, 5, 1)

    tell_unanswered(now + 6 * MINUTE)
    Item.objects.all().delete()
    tell_unanswered(now + 7 * MINUTE)

    assert told(emil) == [HELLO]


def test_a_small_drop_is_nobodys_business(ana, emil, room, now):
    on_duty(emil, room)

    small = evening(ana, room, 4, 3)
    choose(small, AfterDrop.LEAVE)
    tell_unanswered(now + 60 * MINUTE)

    assert told(emil) == []
    assert items() == []


def test_nobody_chooses_for_another(ana, ben, emil, room):
    on_duty(emil, room)
    dropped = evening(ana, room, 5, 1)

    answer = choose_after_drop(arrival=dropped.pk, by=ben, choice=AfterDrop.STAY, tells_host=True)

    assert answer is None
    assert told(emil) == []


def test_outsiders_neither_arrive_nor_go(cleo, room):
    for act in (
        lambda: arrive(room=room, by=cleo, came=3, tells_host=True),
        lambda: go(room=room, by=cleo, left=3),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.refusal.hides

    assert not Arrival.objects.exists()


def test_a_host_offers_a_hello_or_has_the_team_look(ana, ben, emil, room):
    offer_hello(seat=seat(ana, room), by=emil)
    pass_to_desk(seat=seat(ana, room), by=emil)

    assert told(ana) == ["Somebody would like to say hello to you."]
    assert items() == on_desk(ana, room)
    for act in (offer_hello, pass_to_desk):
        with pytest.raises(Refused):
            act(seat=seat(ana, room), by=ben)


def test_the_desk_sees_the_room_and_never_a_number(ana, room, now):
    choose(evening(ana, room, 5, 1), AfterDrop.CALM)
    [item] = Item.objects.all()
    subject = subjects.get(item.subject_kind)

    assert subject.context(item.subject_id).where == room.title
    assert (subject.snapshot(item.subject_id), item.signs.get().words_then) == ("", "")


def test_after_seven_days_nothing_is_left(ana, ben, room, now):
    evening(ana, room, 4, 2)
    Arrival.objects.update(at=now - timedelta(days=7))
    evening(ben, room, 4, 2)

    forget_old(now)

    assert [one.person for one in Arrival.objects.all()] == [ben]


def test_it_is_taken_along_and_erased(ana, ben, room):
    for person in (ana, ben):
        evening(person, room, 4, 2)
    [taken] = export(ana)["coming_and_going"]

    erase(ana, True)

    assert (taken["came"], taken["left"], taken["room"]) == ("4", "2", room.title)
    assert [one.person for one in Arrival.objects.all()] == [ben]


# What the database refuses -----------------------------------------------------------------------


def test_a_person_arrives_once_before_they_go(ana, room):
    arrive(room=room, by=ana, came=3, tells_host=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        Arrival.objects.create(room=room, person=ana, came="2")
    go(room=room, by=ana, left=3)
    Arrival.objects.create(room=room, person=ana, came="2")


def test_a_drop_is_known_when_somebody_goes(ana, room):
    arrival = arrive(room=room, by=ana, came=3, tells_host=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        Arrival.objects.filter(pk=arrival.pk).update(is_drop=True)
    Arrival.objects.filter(pk=arrival.pk).update(is_drop=True, left_at=timezone.now())


def test_what_is_answered_was_told(ana, room):
    with pytest.raises(IntegrityError, match="what_is_answered_was_told"), transaction.atomic():
        Arrival.objects.create(room=room, person=ana, came="3", answered_at=timezone.now())
