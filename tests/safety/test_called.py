"""Somebody is called: rung by rung, once each, whatever is away."""

import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.notifications.models import Notification
from community.record.models import Entry
from community.safety import clocks as promises
from community.safety import sending_calls
from community.safety.actions import clocks, desk
from community.safety.actions import on_call as night
from community.safety.clocks import NEXT_RUNG
from community.safety.enums import Level, Rung
from community.safety.models import Call, Item, OnCall, Promises
from tests.people import by_day_and_night, on_duty, person, staffed
from tests.safety.conftest import on_desk

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def addresses(emil, noor, hana):
    """Those of the team gave an address and proved it."""
    for one in (emil, noor, hana):
        EmailAddress.objects.create(
            user=one, email=f"{one.handle}@mail.example", verified=True, primary=True
        )


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def at_night(now):
    """The team went home an hour ago and is back in six."""
    here = timezone.localtime(now)
    staffed((here + timedelta(hours=6)).time(), (here - timedelta(hours=1)).time())


@pytest.fixture
def pager(monkeypatch):
    """The operator's pager, and whatever was sent to it."""
    Promises.objects.create(pager_url="https://pager.example/knock")
    promises.forget()
    sent = []

    monkeypatch.setattr(
        sending_calls, "_post", lambda address, body: sent.append((address, json.loads(body)))
    )
    yield sent
    promises.forget()


def told(kind):
    return set(Notification.objects.filter(kind=kind).values_list("person__handle", flat=True))


def mailed():
    return sorted(letter.to[0].split("@")[0] for letter in mail.outbox)


def urgent(evenings, ben, now, *, level=Level.NOW, id="1"):
    return on_desk(evenings.area, level=level, at=now, id=id, about=ben.pk)


def test_whoever_is_there_is_called_at_once(evenings, leaves, ben, emil, room, now):
    on_duty(emil, room)
    urgent(evenings, ben, now)

    sending_calls.send_due(now)

    assert (told("item_called"), mailed()) == ({"emil-ash"}, ["emil-ash"])


def test_the_mail_says_nothing_but_that_somebody_is_needed(evenings, leaves, ben, emil, room, now):
    on_duty(emil, room)
    urgent(evenings, ben, now)

    sending_calls.send_due(now)

    whole = (mail.outbox[0].subject + mail.outbox[0].body).lower()
    for word in ("ben", "pond", "crisis", "group", "mental", "health", "evenings", "suicide"):
        assert word not in whole


def test_the_pager_gets_a_level_a_number_and_an_address(pager, evenings, leaves, ben, emil, now):
    item = urgent(evenings, ben, now)

    sending_calls.send_due(now)

    ((address, said),) = pager
    assert address == "https://pager.example/knock"
    assert set(said) == {"level", "rung", "item", "at", "url"}
    assert (said["level"], said["item"]) == ("now", item.pk)


def test_where_nobody_is_there_the_whole_area_is_called(evenings, leaves, ben, emil, noor, now):
    by_day_and_night()
    urgent(evenings, ben, now)

    sending_calls.send_due(now)

    assert (told("item_late"), mailed()) == ({"emil-ash", "noor-vale"}, ["emil-ash", "noor-vale"])


def test_at_night_only_who_said_yes_is_mailed(at_night, evenings, leaves, ben, emil, noor, now):
    night.say_yes(by=noor, now=now)
    urgent(evenings, ben, now)
    for minutes in (0, 5, 11):
        clocks.tick(now + minutes * MINUTE)

    sending_calls.send_due(now + MINUTE * 12)

    assert told("item_called") == {"noor-vale"}
    assert told("item_late") == {"emil-ash", "noor-vale"}  # on their own pages, for the morning
    assert set(mailed()) == {"noor-vale"}


def test_a_crisis_is_still_called_with_mail_and_redis_and_the_first_person_away(
    pager, settings, monkeypatch, evenings, leaves, ben, emil, noor, hana, room, now
):
    """Nobody reads their mail, no hint arrives, Emil is on duty and does not answer."""
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    settings.EMAIL_BACKEND = "tests.safety.test_called.NoMail"
    by_day_and_night()
    on_duty(emil, room)
    item = urgent(evenings, ben, now)

    for minutes in range(12):
        clocks.tick(now + minutes * MINUTE)
        sending_calls.send_due(now + minutes * MINUTE)

    assert told("item_called") == {"emil-ash"}
    assert told("item_late") == {"emil-ash", "noor-vale"}
    assert told("item_raised") == {"hana-cove"}
    assert [said["rung"] for _, said in pager] == ["first", "area", "leads"]
    assert {said["item"] for _, said in pager} == {item.pk}
    assert Entry.objects.filter(data={"item": item.pk}).count() == 3


class NoMail:
    """A mail server that is away."""

    def __init__(self, *args, **kwargs):
        pass

    def send_messages(self, letters):
        raise OSError("away")


def test_a_pager_that_is_away_is_tried_again_and_stops_no_mail(
    pager, monkeypatch, evenings, leaves, ben, emil, room, now
):
    def away(address, body):
        raise OSError("away")

    monkeypatch.setattr(sending_calls, "_post", away)
    on_duty(emil, room)
    urgent(evenings, ben, now)
    sending_calls.send_due(now)
    waiting = Call.objects.get(person=None)

    monkeypatch.undo()
    monkeypatch.setattr(sending_calls, "_knock", lambda call: True)
    sending_calls.send_due(now + sending_calls.RETRY)

    assert (waiting.tries, waiting.sent_at, mailed()) == (1, None, ["emil-ash"])
    assert Call.objects.get(person=None).sent_at is not None


def test_who_took_it_meanwhile_is_not_called_again(evenings, leaves, ben, emil, room, now):
    on_duty(emil, room)
    desk.take(item=urgent(evenings, ben, now).pk, by=emil)

    sending_calls.send_due(now)

    assert mailed() == []


def test_a_later_signal_calls_no_rung_twice(evenings, leaves, ben, emil, room, now):
    on_duty(emil, room)
    for id in ("1", "2", "3"):
        urgent(evenings, ben, now, id=id)

    sending_calls.send_due(now)

    assert (Call.objects.count(), mailed()) == (1, ["emil-ash"])


def test_what_rises_is_called_anew(evenings, leaves, ben, emil, room, now):
    on_duty(emil, room)
    urgent(evenings, ben, now, level=Level.TODAY)
    assert not Call.objects.exists()

    urgent(evenings, ben, now + MINUTE, id="2")

    assert list(Call.objects.values_list("level", "rung")) == [(Level.NOW, Rung.FIRST)]


def test_what_does_not_hurry_calls_the_area_when_its_time_is_over(
    evenings, leaves, ben, emil, noor, hana, now
):
    urgent(evenings, ben, now, level=Level.TODAY)

    clocks.tick(now + timedelta(hours=3, minutes=59))
    assert not Notification.objects.exists()
    clocks.tick(now + timedelta(hours=4))
    clocks.tick(now + timedelta(hours=4) + NEXT_RUNG[Level.TODAY])

    assert (told("item_late"), told("item_raised")) == ({"emil-ash", "noor-vale"}, {"hana-cove"})


def test_nobody_is_called_to_what_is_about_themself(evenings, leaves, emil, noor, room, now):
    on_duty(emil, room)
    on_desk(evenings.area, level=Level.NOW, at=now, about=emil.pk)

    assert set(Call.objects.values_list("person__handle", flat=True)) == {"noor-vale"}


def test_the_operator_sets_by_when(evenings, leaves, ben, now):
    Promises.objects.create(answer_now=2, now=7)
    promises.forget()

    item = urgent(evenings, ben, now)
    promises.forget()

    assert (item.answer_by, item.promised_at) == (now + 2 * MINUTE, now + 7 * MINUTE)


def test_only_oneself_says_that_one_can_be_called(at_night, evenings, emil, ana, now):
    from community.refusal import Refused

    said = night.say_yes(by=emil, now=now)
    again = night.say_yes(by=emil, now=now + MINUTE)
    with pytest.raises(Refused):
        night.say_yes(by=ana, now=now)

    assert (said.pk, again.pk, OnCall.objects.get().person) == (said.pk, said.pk, emil)


def test_saying_no_again_ends_it(at_night, evenings, leaves, ben, emil, now):
    night.say_yes(by=emil, now=now)
    night.take_back(by=emil, now=now + MINUTE)

    urgent(evenings, ben, now + 2 * MINUTE)

    assert told("item_called") == set()


def test_who_looks_after_another_area_is_not_called(at_night, evenings, leaves, ben, now):
    stranger = person("rhea-field", "moderator")
    from tests.people import group

    group("mornings", title="Mornings", moderators=[stranger])
    night.say_yes(by=stranger, now=now)

    urgent(evenings, ben, now)

    assert "rhea-field" not in set(Call.objects.values_list("person__handle", flat=True))


def test_the_database_keeps_each_rung_called_once(evenings, leaves, ben, emil, room, now):
    on_duty(emil, room)
    item = urgent(evenings, ben, now)
    again = {"item": item, "level": Level.NOW, "at": now}

    with pytest.raises(IntegrityError), transaction.atomic():
        Call.objects.create(person=emil, rung=Rung.FIRST, **again)
    Call.objects.create(person=None, rung=Rung.FIRST, **again)
    with pytest.raises(IntegrityError), transaction.atomic():
        Call.objects.create(person=None, rung=Rung.FIRST, **again)

    assert Item.objects.count() == 1


def test_the_database_keeps_a_night_that_lasts(emil, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        OnCall.objects.create(person=emil, begins_at=now, ends_at=now)

    assert OnCall.objects.create(person=emil, begins_at=now, ends_at=now + MINUTE).pk
