"""The room of those who look after a group: for everybody else it does not exist."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from community.accounts.actions.roles import end_role
from community.accounts.enums import Role
from community.record.models import Entry
from community.refusal import Refused
from groups.actions.back_room import let_go_of_note, open_back_room, take_note
from groups.actions.belonging import enter_room
from groups.actions.running import appoint, end_appointment
from groups.models import Room, Seat
from groups.safety_links import places_beside
from tests.people import browser_of, person, seat
from tests.words import history, say, told


@pytest.fixture
def back(evenings, emil):
    return open_back_room(group=evenings, by=emil)


def test_there_is_one_and_it_needs_nobody_on_duty(evenings, emil, noor, hana, back):
    rooms = {open_back_room(group=evenings, by=who).pk for who in (emil, noor, hana)}

    verdict = say(hana, back, "Who has the phone tonight?")

    assert rooms == {back.pk}
    assert (verdict.held, history(back)) == (False, ["Who has the phone tonight?"])
    assert Entry.objects.filter(act="open_back_room").count() == 1


@pytest.mark.parametrize("who", ["ana", "cleo", "dora", "fay", "ola"])
def test_for_everybody_else_it_is_not_there(who, evenings, back, request):
    somebody = request.getfixturevalue(who)
    browser = browser_of(somebody)

    pages = [
        browser.get(back.get_absolute_url()),
        browser.get(reverse("groups:back", args=[evenings.slug])),
        browser.post(reverse("groups:back", args=[evenings.slug])),
        browser.get(reverse("groups:lobby", args=[evenings.slug, back.pk])),
    ]

    assert [page.status_code for page in pages] == [404] * 4
    for page in (evenings.get_absolute_url(), reverse("groups:come-in", args=[evenings.slug])):
        told = browser.get(page, follow=True).text
        assert (back.pk in told, back.title in told) == (False, False)
    for act in (
        lambda: open_back_room(group=evenings, by=somebody),
        lambda: enter_room(room=back, by=somebody),
    ):
        with pytest.raises(Refused) as caught:
            act()
        assert caught.value.refusal.hides


def test_the_door_is_shown_to_who_may_go_in(ana, emil, hana, evenings):
    door = reverse("groups:back", args=[evenings.slug])
    pages = [
        browser_of(who).get(evenings.get_absolute_url()).content.decode() for who in (ana, emil)
    ]
    run = browser_of(hana).get(reverse("groups:run", args=[evenings.slug])).content.decode()

    went = browser_of(emil).post(door)

    assert [door in page for page in (*pages, run)] == [False, True, True]
    assert went.url == Room.objects.get(kind="back").get_absolute_url()
    assert browser_of(emil).get(door).url == went.url


def test_it_ends_with_the_appointment(evenings, emil, hana, back):
    end_appointment(group=evenings, person=emil, by=hana)

    assert seat(emil, back).state == "left"
    assert browser_of(emil).get(back.get_absolute_url()).status_code == 404


def test_it_ends_with_the_role(evenings, emil, noor, hana, ola, back):
    open_back_room(group=evenings, by=hana)

    end_role(person=emil, role=Role.MODERATOR, by=ola)
    end_role(person=hana, role=Role.COORDINATOR, by=ola)

    assert [seat(who, back).state for who in (emil, hana)] == ["left", "left"]


def test_a_new_moderator_sits_there_at_once(evenings, hana, back):
    joe = person("joe-reed", Role.MODERATOR)

    appoint(group=evenings, person=joe, by=hana)

    assert Seat.objects.get(room=back, person=joe).state == "active"


def test_one_at_a_time_has_a_note(emil, noor, evenings, back):
    open_back_room(group=evenings, by=noor)
    note = say(emil, back, "Somebody should write to the new one.")

    take_note(room=back.pk, seq=note.seq, by=noor)
    take_note(room=back.pk, seq=note.seq, by=noor)
    with pytest.raises(Refused) as caught:
        take_note(room=back.pk, seq=note.seq, by=emil)

    assert str(caught.value.refusal.words) == "noor-vale has this."
    assert [kind for _seq, kind, _body in told(back)] == ["msg", "take"]
    page = browser_of(emil).get(back.get_absolute_url()).content.decode()
    assert "noor-vale takes this" in page


def test_who_lets_go_leaves_it_to_the_next(emil, noor, evenings, back):
    open_back_room(group=evenings, by=noor)
    note = say(emil, back, "Somebody should write to the new one.")
    take_note(room=back.pk, seq=note.seq, by=noor)

    let_go_of_note(room=back.pk, seq=note.seq, by=noor)
    take_note(room=back.pk, seq=note.seq, by=emil)

    page = browser_of(noor).get(back.get_absolute_url()).content.decode()
    assert ("noor-vale takes this" in page, "emil-ash takes this" in page) == (False, True)


def test_what_somebody_had_who_is_gone_is_free(emil, noor, hana, evenings, back):
    open_back_room(group=evenings, by=noor)
    note = say(emil, back, "Somebody should write to the new one.")
    take_note(room=back.pk, seq=note.seq, by=noor)

    end_appointment(group=evenings, person=noor, by=hana)
    take_note(room=back.pk, seq=note.seq, by=emil)

    assert "emil-ash takes this" in browser_of(emil).get(back.get_absolute_url()).content.decode()


def test_nothing_is_taken_in_other_rooms(ana, emil, wall):
    said = say(ana, wall, "A line.")

    with pytest.raises(Refused):
        take_note(room=wall.pk, seq=said.seq, by=emil)

    assert [kind for _seq, kind, _body in told(wall)] == ["msg"]


def test_a_moderator_there_stays_on_duty_in_the_rooms(room, wall, back):
    assert places_beside([back]) == {back.pk: (room.place,)}


def test_the_page_costs_the_same_with_one_and_three_notes(emil, back):
    browser = browser_of(emil)
    say(emil, back, "One.")
    browser.get(back.get_absolute_url())
    with CaptureQueriesContext(connection) as one:
        browser.get(back.get_absolute_url())
    for body in ("Two.", "Three."):
        take_note(room=back.pk, seq=say(emil, back, body).seq, by=emil)

    with CaptureQueriesContext(connection) as three:
        browser.get(back.get_absolute_url())

    assert len(one) == len(three)


def test_the_database_keeps_one_a_group(evenings, back):
    with pytest.raises(IntegrityError), transaction.atomic():
        Room.objects.create(kind="back", title="Another", group=evenings)

    assert Room.objects.filter(kind="back").count() == 1
