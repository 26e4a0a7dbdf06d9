"""Who is beside somebody on a shift, and since when nobody was here: said as it is."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.notifications.models import Notification
from community.refusal import Refused
from community.safety import presence, rules
from community.safety.actions import duty, shifts
from community.safety.models import Duty, Shift
from tests.people import browser_of, staffed

HOUR = timedelta(hours=1)


@pytest.fixture
def now():
    return timezone.now().replace(second=0, microsecond=0)


def begin(somebody, room, **given):
    answer = browser_of(somebody).post(
        "/desk/duty/begin/", {"places": [room.place], **given}, follow=True
    )
    return " ".join(answer.content.decode().split())


def test_a_shift_names_whoever_can_be_reached_and_tells_them(emil, hana, room):
    page = begin(emil, room, second=hana.pk, second_until="12:00")

    assert "Your second is hana-cove, reachable until" in page
    assert Notification.objects.get(kind="named_second").person == hana


def test_who_starts_alone_reads_so(emil, room):
    page = begin(emil, room, second="none")

    assert "You are alone on this shift: nobody is named as your second." in page
    assert Shift.objects.get().second is None


def test_the_question_is_asked_once_and_needs_an_answer(emil, room):
    asked = browser_of(emil).get("/desk/").content.decode()
    page = begin(emil, room, second="")

    assert "Who can be reached as your second?" in asked
    assert "Please say who can be reached, or that nobody can." in page
    assert not Shift.objects.exists()


@pytest.mark.parametrize("who", ["ana", "cleo", "ines"])
def test_nobody_outside_the_team_is_a_second(who, request, emil, room):
    somebody = request.getfixturevalue(who)
    duty.go_on_duty(by=emil, places=[room.place])

    with pytest.raises(Refused) as no:
        shifts.name_second(by=emil, second=somebody.pk)

    assert no.value.refusal.code == "second_cannot"


def test_nobody_is_their_own_second(emil, noor, room):
    duty.go_on_duty(by=emil, places=[room.place])

    with pytest.raises(IntegrityError), transaction.atomic():
        Shift.objects.update(second=emil)

    assert Shift.objects.update(second=noor) == 1


def lease(somebody, room, began, ended):
    return Duty.objects.create(
        person=somebody, place=room.place, began_at=began, until=ended, ended_at=ended
    )


def away(somebody, now):
    return presence.nobody_was_here(rules.reach_of(somebody), now=now)


def test_the_desk_says_from_when_no_one_was_here(emil, noor, room, now):
    lease(noor, room, now - 12 * HOUR, now - 10 * HOUR)

    assert away(emil, now) == presence.Away(now - 10 * HOUR)
    page = " ".join(browser_of(emil).get("/desk/").content.decode().split())
    assert "No one was here from" in page


def test_it_says_until_when_once_somebody_is_back(emil, noor, room, now):
    lease(noor, room, now - 12 * HOUR, now - 10 * HOUR)
    duty.go_on_duty(by=emil, places=[room.place], now=now)

    assert away(noor, now) == presence.Away(now - 10 * HOUR, now)


def test_a_hand_over_without_a_gap_is_no_gap(emil, noor, room, now):
    lease(noor, room, now - 3 * HOUR, now - HOUR)
    Duty.objects.create(person=emil, place=room.place, began_at=now - HOUR, until=now + HOUR)

    assert away(emil, now) is None


def test_what_was_long_ago_is_not_said_any_more(emil, noor, room, now):
    lease(noor, room, now - 12 * HOUR, now - 10 * HOUR)
    Duty.objects.create(person=emil, place=room.place, began_at=now - 3 * HOUR, until=now + HOUR)

    assert away(emil, now) is None


def test_where_nobody_ever_was_nothing_is_claimed(emil, room, now):
    assert away(emil, now) is None


def test_saying_that_one_can_be_called_is_one_button(emil, noor, room):
    here = timezone.localtime()
    staffed((here - HOUR).time(), (here + HOUR).time())
    browser = browser_of(emil)

    before = browser.get("/desk/").content.decode()
    said = " ".join(browser.post("/desk/on-call/", follow=True).content.decode().split())
    seen = " ".join(browser_of(noor).get("/desk/").content.decode().split())

    assert "Nobody can be called from" in before
    assert "emil-ash can be called from" in said
    assert "emil-ash can be called from" in seen
