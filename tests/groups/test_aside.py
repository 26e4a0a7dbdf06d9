"""A talk for two beside a room that goes on: theirs alone, and nobody else can tell it is there."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from community.accounts.enums import Role
from community.accounts.models import Block
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Appointment
from groups.actions.aside import ask_aside, end_talk, step_aside
from groups.actions.belonging import enter_room, leave_group
from groups.actions.running import appoint, close_room
from groups.models import Room, Seat
from groups.safety_links import places_beside
from realtime import access
from tests.people import browser_of, on_duty, person
from tests.words import history, say


@pytest.fixture
def side(ana, emil, room):
    on_duty(emil, room)
    return step_aside(room=room.pk, person=ana, by=emil)


def test_the_two_talk_while_the_room_goes_on(ana, ben, emil, room, side):
    say(ana, side, "I could not say it in there.")
    say(emil, side, "I am glad you came.")
    say(ben, room, "What is everybody cooking?")

    assert history(side) == ["I could not say it in there.", "I am glad you came."]
    assert history(room) == ["What is everybody cooking?"]


def test_it_needs_nobody_on_duty(ana, emil, side):
    emil.duties.all().delete()

    assert say(ana, side, "Still here.").held is False


@pytest.mark.parametrize("who", ["ben", "noor", "hana", "cleo"])
def test_for_everybody_else_it_is_not_there(who, evenings, side, request):
    somebody = request.getfixturevalue(who)

    pages = [browser_of(somebody).get(side.get_absolute_url())]
    pages.append(browser_of(somebody).get(reverse("groups:lobby", args=[evenings.slug, side.pk])))

    assert [page.status_code for page in pages] == [404, 404]
    with pytest.raises(Refused):
        enter_room(room=side, by=somebody)
    for page in (evenings.get_absolute_url(), reverse("groups:come-in", args=[evenings.slug])):
        told = browser_of(somebody).get(page, follow=True).text
        assert (side.pk in told, side.title in told) == (False, False)


def test_coordinators_neither_see_nor_close_it(evenings, hana, side):
    page = browser_of(hana).get(reverse("groups:run", args=[evenings.slug])).content.decode()

    assert side.pk not in page
    with pytest.raises(Refused):
        close_room(room=side, by=hana)


def test_a_new_moderator_of_the_group_gets_no_seat_in_it(evenings, hana, side):
    joe = person("joe-reed", Role.MODERATOR)

    appoint(group=evenings, person=joe, by=hana)

    assert not Seat.objects.filter(room=side, person=joe).exists()
    assert Seat.objects.filter(room__group=evenings, person=joe).count() == 2


def test_a_member_asks_whoever_has_been_there_longest(ben, emil, noor, room):
    on_duty(emil, room)
    on_duty(noor, room)

    side = ask_aside(room=room.pk, by=ben)

    assert {seat.person for seat in side.seats.all()} == {ben, emil}
    assert Notification.objects.get(kind="side_room").person == emil


def test_nobody_is_led_to_whom_they_do_not_want_to_hear(ben, emil, noor, room):
    on_duty(emil, room)
    on_duty(noor, room)
    Block.objects.create(by=ben, of=emil)

    side = ask_aside(room=room.pk, by=ben)

    assert {seat.person for seat in side.seats.all()} == {ben, noor}


def test_asking_again_is_the_same_talk(ana, emil, room, side):
    again = ask_aside(room=room.pk, by=ana)
    and_again = step_aside(room=room.pk, person=ana, by=emil)

    assert {side.pk, again.pk, and_again.pk} == {side.pk}
    assert Entry.objects.filter(act="step_aside").count() == 1


def test_a_talk_that_is_over_is_another(ana, room, side):
    end_talk(room=side.pk, by=ana)

    assert ask_aside(room=room.pk, by=ana).pk != side.pk


def test_with_nobody_there_nobody_is_asked(ana, room):
    with pytest.raises(Refused) as caught:
        ask_aside(room=room.pk, by=ana)

    assert (caught.value.refusal.code, Room.objects.filter(kind="side").count()) == (
        "nobody_there",
        0,
    )


@pytest.mark.parametrize(
    ("by", "other"), [("ana", "ben"), ("noor", "ana"), ("emil", "noor"), ("emil", "emil")]
)
def test_only_who_is_on_duty_steps_aside_and_with_a_member(by, other, emil, room, request):
    on_duty(emil, room)

    with pytest.raises(Refused):
        step_aside(
            room=room.pk,
            person=request.getfixturevalue(other),
            by=request.getfixturevalue(by),
        )

    assert not Room.objects.filter(kind="side").exists()


@pytest.mark.parametrize("who", ["ana", "emil"])
def test_either_ends_it_and_both_can_still_read(who, ana, emil, side, request):
    say(ana, side, "Thank you.")

    end_talk(room=side.pk, by=request.getfixturevalue(who))

    pages = [browser_of(one).get(side.get_absolute_url()) for one in (ana, emil)]
    assert all("This talk is over." in page.content.decode() for page in pages)
    assert say(ana, side, "One more.").refusal.code == "closed"


def test_nobody_else_ends_it(ben, noor, side):
    for somebody in (ben, noor):
        with pytest.raises(Refused) as caught:
            end_talk(room=side.pk, by=somebody)
        assert caught.value.refusal.hides

    side.refresh_from_db()
    assert side.state == "open"


def test_both_rooms_lead_to_each_other(ana, ben, emil, room, side):
    page = {
        who: browser_of(who).get(room.get_absolute_url()).content.decode()
        for who in (ana, ben, emil)
    }
    aside = browser_of(ana).get(side.get_absolute_url()).content.decode()

    link = f'href="{side.get_absolute_url()}"'
    assert [link in page[who] for who in (ana, ben, emil)] == [True, False, True]
    assert "Your side room: With emil-ash" in page[ana]
    assert f'href="{room.get_absolute_url()}">Back to' in aside


def test_the_moderator_stays_on_duty_in_the_room_that_goes_on(emil, evenings, room, wall, side):
    sittings = access._sittings([emil.pk], [room.pk, side.pk])

    assert {where: sitting.keeps for where, sitting in sittings.items()} == {
        (emil.pk, room.pk): (room.place,),
        (emil.pk, side.pk): (room.place,),
    }
    assert places_beside([wall]) == {wall.pk: (wall.place,)}


def test_it_ends_with_the_place_in_the_group(ana, evenings, side):
    leave_group(group=evenings, by=ana)

    assert browser_of(ana).get(side.get_absolute_url()).status_code == 404


def test_one_press_is_enough(ana, emil, room):
    on_duty(emil, room)
    said = say(ana, room, "I do not know.")
    menu = browser_of(emil).get(reverse("groups:acts", args=[room.pk, said.seq])).text
    address = reverse("groups:step-aside", args=[room.pk, said.seq])

    answer = browser_of(emil).post(address)

    assert f'action="{address}"' in menu
    side = Room.objects.get(kind="side")
    assert answer.url == side.get_absolute_url()


def test_the_database_keeps_side_rooms_beside_another(room):
    with pytest.raises(IntegrityError), transaction.atomic():
        Room.objects.create(kind="side", title="Alone", group=room.group)
    with pytest.raises(IntegrityError), transaction.atomic():
        Room.objects.create(kind="live", title="Beside", group=room.group, beside=room)

    assert Room.objects.create(kind="side", title="Aside", group=room.group, beside=room).pk


def test_an_appointment_is_what_makes_a_moderator_there(ana, emil, side):
    assert Appointment.objects.filter(person=emil).exists()
    assert Seat.objects.get(room=side, person=emil).moderates
    assert not Seat.objects.get(room=side, person=ana).moderates
