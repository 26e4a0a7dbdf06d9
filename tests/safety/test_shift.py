"""A shift: begun by opening rooms, ended with words and an owner for what needs someone now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.notifications.models import Notification
from community.refusal import Refused
from community.safety import queries, rules
from community.safety.actions import desk, duty, shifts
from community.safety.enums import Level
from community.safety.models import Duty, Item, Shift
from tests import people
from tests.people import browser_of
from tests.safety.conftest import on_desk


@pytest.fixture
def on_shift(emil, room):
    """Emil is on duty in the room."""
    duty.go_on_duty(by=emil, places=[room.place])
    return emil


@pytest.fixture
def urgent(evenings, leaves, ben):
    """Something about Ben needs someone now."""
    return on_desk(evenings.area, level=Level.NOW, at=timezone.now(), id="1", about=ben.pk)


def test_ending_hands_over_and_ends_duty_everywhere(on_shift, room):
    shift = shifts.end_shift(by=on_shift, handover="quiet-river: asks for Noor.", owners={})

    assert shift.handover == "quiet-river: asks for Noor."
    assert not Duty.objects.filter(ended_at=None).exists()
    assert Shift.objects.get().ended_at is not None


def test_what_somebody_of_the_team_does_not_look_at_is_not_named_to_them(
    on_shift, urgent, noor, evenings, leaves, cleo
):
    other = on_desk(evenings.area, level=Level.TODAY, at=timezone.now(), id="2", about=cleo.pk)
    before = browser_of(on_shift).get("/desk/shift/end/").text
    desk.say_too_near(item=other.pk, by=noor)

    after = browser_of(on_shift).get("/desk/shift/end/").text

    assert "cleo-finch (" in before
    assert "ben-moss (" in after
    assert "cleo-finch (" not in after


def test_a_second_is_named_while_the_shift_goes_on(on_shift, noor, ana):
    browser = browser_of(on_shift)
    alone = browser.get("/desk/").text
    browser.post("/desk/shift/second/", {"second": noor.pk, "second_until": "12:00"})
    named = browser.get("/desk/").text
    wrong = [
        browser.post("/desk/shift/second/", given, follow=True).text
        for given in ({"second": ana.pk}, {"second": ""}, {"second": "x", "second_until": "?"})
    ]

    assert "You are alone on this shift" in alone
    assert "Your second is noor-vale, reachable until" in named
    assert ["alert" in page or "Please" in page for page in wrong] == [True] * 3
    assert Shift.objects.get().second == noor
    assert Notification.objects.filter(person=noor, kind="named_second").count() == 1
    assert browser_of(ana).post("/desk/shift/second/", {"second": "none"}).status_code == 404


def test_a_now_item_needs_an_owner_first(on_shift, urgent):
    with pytest.raises(Refused) as no:
        shifts.end_shift(by=on_shift, handover="All is quiet.", owners={})

    assert no.value.refusal.code == "owner"
    assert Duty.objects.filter(ended_at=None).count() == 1


def test_an_owner_gets_it_and_is_told(on_shift, urgent, noor):
    shifts.end_shift(by=on_shift, handover="All is quiet.", owners={urgent.pk: noor.pk})

    assert Item.objects.get().taken_by == noor
    assert Notification.objects.get(kind="item_handed_over").person == noor


def test_keeping_it_oneself_is_an_answer(on_shift, urgent):
    shifts.end_shift(by=on_shift, handover="All is quiet.", owners={urgent.pk: on_shift.pk})

    assert Item.objects.get().taken_by == on_shift


@pytest.mark.parametrize("who", ["ana", "ben", "cleo"])
def test_nobody_outside_the_team_becomes_an_owner(who, request, on_shift, urgent):
    somebody = request.getfixturevalue(who)

    with pytest.raises(Refused) as no:
        shifts.end_shift(by=on_shift, handover="All is quiet.", owners={urgent.pk: somebody.pk})

    assert no.value.refusal.code == "owner_cannot"
    assert Item.objects.get().taken_by is None
    assert Shift.objects.get().ended_at is None


def test_what_somebody_else_has_needs_no_new_owner(on_shift, urgent, noor):
    desk.take(item=urgent.pk, by=noor)

    shifts.end_shift(by=on_shift, handover="All is quiet.", owners={})

    assert Item.objects.get().taken_by == noor


def test_the_page_ends_a_shift_without_scripts(on_shift, urgent, noor):
    browser = browser_of(on_shift)

    asked = browser.get("/desk/shift/end/").content.decode()
    missing = browser.post("/desk/shift/end/", {"handover": "ben needs a call"})
    bare = browser.post(
        "/desk/shift/end/", {"handover": "ben-moss (Now): \r\n", f"owner_{urgent.pk}": noor.pk}
    )
    ended = browser.post(
        "/desk/shift/end/", {"handover": "ben needs a call", f"owner_{urgent.pk}": noor.pk}
    )

    assert "Who has this: ben-moss" in asked
    assert "ben needs a call" in missing.content.decode()
    assert "These are only the names." in bare.content.decode()
    assert ended.status_code == 302
    assert Shift.objects.get().handover == "ben needs a call\nben-moss (Now):"  # open, by name


def test_the_next_moderator_reads_the_hand_over(on_shift, noor, cleo):
    shifts.end_shift(by=on_shift, handover="ben needs a call", owners={})
    stranger = people.person("rhea-field", "moderator")
    people.group("mornings", title="Mornings", moderators=[stranger])

    assert "ben needs a call" in browser_of(noor).get("/desk/").content.decode()
    assert "ben needs a call" not in browser_of(stranger).get("/desk/").content.decode()


def test_a_hand_over_is_shown_for_two_days(on_shift, noor):
    shifts.end_shift(by=on_shift, handover="ben needs a call", owners={})
    reach = rules.reach_of(noor)

    assert queries.last_handover(reach, now=timezone.now()) is not None
    assert queries.last_handover(reach, now=timezone.now() + timedelta(days=3)) is None


def test_without_a_shift_there_is_none_to_end(emil, evenings):
    with pytest.raises(Refused) as no:
        shifts.end_shift(by=emil, handover="All is quiet.", owners={})

    assert no.value.refusal.code == "not_on_duty"


def test_a_forgotten_shift_ends_when_its_last_lease_did(emil, room):
    now = timezone.now()
    duty.go_on_duty(by=emil, places=[room.place], now=now)
    last = Duty.objects.get().until

    shifts.end_forgotten(now + timedelta(hours=1))
    assert Shift.objects.get().ended_at is None
    shifts.end_forgotten(now + timedelta(hours=3))

    assert Shift.objects.get().ended_at == last
