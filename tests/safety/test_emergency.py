"""Emergency services: the gentler steps first, two decide, a person calls, and it stays open until it is
known whether help arrived."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community import ticker
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions import deciding, emergency
from community.safety.choices import Decision
from community.safety.enums import Arrived, Why
from community.safety.models import Duty, Emergency
from tests.people import browser_of, on_duty

WHY = "Wrote at 23:41 that it is done. Lives in Leeds."


def ask(item, by, *, tried=("talk", "self"), in_progress=False):
    return emergency.ask_for_help(
        item=item.pk, why=WHY, tried=tried, in_progress=in_progress, by=by
    )


@pytest.fixture
def asked(taken, emil):
    return ask(taken, emil)


def refused(run):
    with pytest.raises(Refused) as no:
        run()
    return no.value.refusal.code


def told():
    return set(Notification.objects.values_list("person__handle", flat=True))


def test_two_decide_before_anybody_calls(asked, emil, noor):
    early = refused(lambda: emergency.say_called(emergency=asked.pk, by=emil))
    alone = refused(lambda: emergency.agree(emergency=asked.pk, by=emil))

    emergency.agree(emergency=asked.pk, by=noor)
    emergency.say_called(emergency=asked.pk, by=noor)

    assert (early, alone, told()) == ("not_yet", "not_alone", {"noor-vale"})
    assert Emergency.objects.get().called_by == noor
    acts = ["ask_emergency", "agree_emergency", "say_called_emergency"]
    assert list(Entry.objects.filter(act__in=acts).values_list("act", flat=True)) == acts


def test_the_gentler_steps_come_first(taken, emil):
    assert refused(lambda: ask(taken, emil, tried=())) == "gentler_first"
    assert refused(lambda: ask(taken, emil, tried=("pray",))) == "gentler_first"
    assert not Emergency.objects.exists()


def test_while_an_act_is_in_progress_one_on_duty_calls_and_a_second_looks(
    taken, emil, noor, hana, room
):
    off_duty = refused(lambda: ask(taken, emil, tried=(), in_progress=True))
    on_duty(emil, room)
    alone = ask(taken, emil, tried=(), in_progress=True)
    emergency.say_called(emergency=alone.pk, by=emil)
    Notification.objects.all().delete()

    emergency.tick(timezone.now() + timedelta(hours=23))
    before = told()
    for hours in (25, 26):
        ran = ticker.tick(timezone.now() + timedelta(hours=hours))

    assert (off_duty, before) == ("not_on_duty", set())
    late = Notification.objects.filter(kind="glass_asked")
    assert list(late.values_list("person__handle", flat=True)) == ["hana-cove"]
    assert "emergencies" in ran
    emergency.agree(emergency=alone.pk, by=noor)
    assert Emergency.objects.get().agreed_by == noor


def test_it_stays_open_until_it_is_known_whether_help_arrived(asked, taken, emil, noor):
    def close():
        done = Decision("nothing", Why.CARE)
        return deciding.decide(item=taken.pk, by=emil, decision=done)

    emergency.agree(emergency=asked.pk, by=noor)
    too_early = refused(
        lambda: emergency.say_arrived(emergency=asked.pk, arrived=Arrived.ARRIVED, by=emil)
    )
    emergency.say_called(emergency=asked.pk, by=emil)
    kept_open = refused(close)

    emergency.say_arrived(emergency=asked.pk, arrived=Arrived.ARRIVED, by=emil)

    assert (too_early, kept_open) == ("nobody_called", "help_is_out")
    assert close().state == "closed"


def test_one_at_a_time_and_over_is_over(asked, taken, emil, noor):
    again = refused(lambda: ask(taken, emil))

    emergency.say_arrived(emergency=asked.pk, arrived=Arrived.NOT, by=noor)

    assert again == "asked"
    assert refused(lambda: emergency.say_called(emergency=asked.pk, by=emil)) == "known"
    assert ask(taken, emil).pk != asked.pk


@pytest.mark.parametrize("who", ["ana", "cleo", "noor"])
def test_only_whoever_has_it_asks(taken, who, request):
    with pytest.raises(Refused):
        ask(taken, request.getfixturevalue(who))

    assert not Emergency.objects.exists()


def test_the_pages_carry_it_to_the_end(taken, emil, noor, ben):
    mine, second = browser_of(emil), browser_of(noor)
    path = f"/desk/items/{taken.pk}/emergency/"
    empty = mine.post(path, {"why": WHY}).text
    mine.post(path, {"why": WHY, "tried": ["talk"]})
    number = Emergency.objects.get().pk

    waits = mine.get(path).text
    second.post(f"{path}{number}/agree/")
    calls = mine.get(path).text
    mine.post(f"{path}{number}/called/")
    mine.post(f"{path}{number}/arrived/", {"arrived": "unknown"})

    assert "Please say which gentler steps were tried" in empty
    assert ["I have called" in page for page in (waits, calls)] == [False, True]
    assert "We do not know their country" in calls
    assert "we cannot know whether help reached them" in second.get(path).text
    assert f"{path}" in mine.get(f"/desk/items/{taken.pk}/").text
    assert browser_of(ben).get(path).status_code == 404


WRONG = [
    {"why": ""},
    {"called_at": timezone.now()},
    {"arrived": "not"},
    {"arrived": "arrived", "arrived_at": timezone.now()},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_the_database_keeps_the_order(asked, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Emergency.objects.update(**wrong)


def test_nobody_agrees_with_themselves_and_one_is_open(asked, taken, emil):
    with pytest.raises(IntegrityError), transaction.atomic():
        Emergency.objects.update(agreed_by=emil)
    with pytest.raises(IntegrityError), transaction.atomic():
        Emergency.objects.create(item=taken, why=WHY)


@pytest.mark.parametrize("page", ["emergency/", "who/", "child/card/"])
def test_the_pages_beside_an_item_keep_its_rooms_open(page, taken, emil, room):
    on_duty(emil, room)

    shown = browser_of(emil).get(f"/desk/items/{taken.pk}/{page}").content.decode()

    assert 'data-desk data-ping="/desk/duty/ping/" data-call="/desk/duty/call/"' in shown
    assert shown.index("csrfmiddlewaretoken") < shown.index('id="call-said"')
    assert Duty.objects.get().kind == "page"
