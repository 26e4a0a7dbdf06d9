"""A person's episode: one item, whatever comes up; raised, never restarted, never hidden."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.safety import queries, rules
from community.safety.actions import clocks, deciding, desk
from community.safety.clocks import PROMISES
from community.safety.enums import ItemKind, ItemState, Level
from community.safety.models import Item, Sign
from groups.actions import held
from groups.enums import MessageState
from groups.models import Message
from groups.near import Signal
from tests import people
from tests.people import browser_of, on_duty
from tests.safety.conftest import decision, on_desk
from tests.words import say, wait

HEAVY = Signal(Level.NOW, ("plan", "method"))
LIGHT = Signal(Level.TODAY, ("hopeless",))
HOUR = timedelta(hours=1)


def lines(somebody):
    found = queries.desk_of(rules.reach_of(somebody), now=timezone.now()).lines
    return [(line.kind, line.signals, line.parts) for line in found]


@pytest.fixture
def now():
    return timezone.now()


def test_one_heavy_message_at_night_is_one_thing_on_the_desk(ana, emil, room):
    wait(ana, room, "I have pills here.", signal=HEAVY)

    assert lines(emil) == [(ItemKind.SIGNAL, 1, 1)]


def test_what_follows_joins_it_heavy_or_not(ana, emil, room):
    wait(ana, room, "I have pills here.", signal=HEAVY)
    wait(ana, room, "I cannot sleep either.", signal=LIGHT)
    wait(ana, room, "The moon is up.")

    assert lines(emil) == [(ItemKind.SIGNAL, 2, 3)]


def test_words_that_waited_before_are_answered_with_it(ana, emil, room):
    wait(ana, room, "The moon is up.")
    wait(ana, room, "I have pills here.", signal=HEAVY)

    assert lines(emil) == [(ItemKind.SIGNAL, 1, 2)]


def test_lighter_words_put_off_nothing_that_waited(evenings, leaves, ben, emil, room, now):
    on_duty(emil, room, until=now + 9 * HOUR)
    item = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    desk.take(item=item.pk, by=emil, now=now)
    deciding.decide(item=item.pk, by=emil, decision=decision("write"), now=now)
    again = Item.objects.get().look_again_at

    on_desk(evenings.area, level=Level.TODAY, at=now + HOUR, id="2", about=ben.pk)

    item.refresh_from_db()
    assert again == now + 2 * HOUR
    assert (item.state, item.level, item.promised_at) == (ItemState.TAKEN, Level.NOW, again)


def test_another_person_and_another_area_are_other_episodes(ana, ben, emil, room):
    elsewhere = people.group("mornings", title="Mornings", members=[ana], moderators=[emil])
    early = people.room(elsewhere, title="The early hour")

    for somebody, where in ((ana, room), (ben, room), (ana, early)):
        wait(somebody, where, "I have pills here.", signal=HEAVY)

    assert lines(emil) == [(ItemKind.SIGNAL, 1, 1)] * 3


def test_a_later_signal_raises_and_never_restarts_the_clock(evenings, leaves, ben, now):
    first = on_desk(evenings.area, level=Level.TODAY, at=now, id="1", about=ben.pk)
    promised = now + PROMISES[Level.TODAY]

    on_desk(evenings.area, level=Level.NOW, at=promised - HOUR / 60, id="2", about=ben.pk)
    on_desk(evenings.area, level=Level.CALM, at=promised - HOUR / 60, id="3", about=ben.pk)

    item = Item.objects.get()
    assert (item.pk, item.level, item.promised_at) == (first.pk, Level.NOW, promised)


def test_taking_it_takes_what_waits_in_it_and_letting_go_frees_it(ana, emil, room):
    wait(ana, room, "I have pills here.", signal=HEAVY)
    item = Item.objects.get(kind=ItemKind.SIGNAL)

    desk.take(item=item.pk, by=emil)
    taken = list(Item.objects.values_list("state", "taken_by"))
    desk.release(item=item.pk, by=emil)

    assert taken == [(ItemState.TAKEN, emil.pk)] * 2
    assert list(Item.objects.values_list("state", "taken_by")) == [(ItemState.OPEN, None)] * 2


@pytest.mark.parametrize("choice", ["write", "nothing"])
def test_waiting_words_never_go_with_what_rests_or_is_closed(choice, ana, emil, room):
    wait(ana, room, "I have pills here.", signal=HEAVY)
    item = Item.objects.get(kind=ItemKind.SIGNAL)
    desk.take(item=item.pk, by=emil)

    deciding.decide(item=item.pk, by=emil, decision=decision(choice))

    alone = Item.objects.get(kind=ItemKind.HELD)
    assert (alone.part_of, alone.state, alone.taken_by) == (None, ItemState.TAKEN, emil)
    assert (ItemKind.HELD, 0, 0) in lines(emil)


def test_answering_the_words_ends_their_part_alone(ana, emil, room):
    message = wait(ana, room, "I have pills here.", signal=HEAVY)
    item = Item.objects.get(kind=ItemKind.SIGNAL)
    desk.take(item=item.pk, by=emil)
    desk.uncover(item=item.pk, by=emil)
    part = item.parts.get()

    deciding.decide(item=part.pk, by=emil, decision=decision("let_in"))
    on_duty(emil, room)
    held.let_in(room=room.pk, cid=message.cid, by=ana)

    item.refresh_from_db()
    part.refresh_from_db()
    assert (item.state, part.state, part.outcome) == (ItemState.TAKEN, ItemState.CLOSED, "let_in")


def test_opening_it_uncovers_all_of_its_words(ana, emil, room):
    for words in ("I have pills here.", "The moon is up."):
        wait(ana, room, words, signal=HEAVY if "pills" in words else None)
    item = Item.objects.get(kind=ItemKind.SIGNAL)

    page = browser_of(emil).post(f"/desk/items/{item.pk}/words/", {"show": "yes"})

    for words in ("I have pills here.", "The moon is up."):
        assert words in page.content.decode()
    assert set(Message.objects.values_list("seen_by", flat=True)) == {emil.pk}


def test_hiding_asks_to_which_words_it_is_done(ana, emil, room):
    on_duty(emil, room)
    for words in ("I have pills here.", "I cannot sleep either."):
        say(ana, room, words, signal=HEAVY)
    item = desk.take(item=Item.objects.get().pk, by=emil)
    second = item.signs.last()
    path, given = (
        f"/desk/items/{item.pk}/decide/",
        {"choice": "hide", "why": "method", "words": "x"},
    )

    asked = browser_of(emil).post(path, given).content.decode()
    browser_of(emil).post(path, {**given, "which": second.subject})

    assert "Please choose which of the words it is about." in asked
    states = dict(Message.objects.values_list("body", "state"))
    assert states == {
        "I have pills here.": MessageState.SHOWN,
        "I cannot sleep either.": MessageState.HIDDEN,
    }


def test_a_part_has_no_clock_of_its_own_while_its_episode_has_one(ana, emil, hana, room, now):
    wait(ana, room, "I have pills here.", signal=HEAVY)

    clocks.tick(now + timedelta(days=2))

    assert list(clocks.late(now=now + timedelta(days=2)).values_list("kind", flat=True)) == [
        ItemKind.SIGNAL
    ]


def test_what_else_is_open_about_the_person_stands_on_the_page(ana, ben, emil, evenings, leaves):
    now = timezone.now()
    item = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ana.pk)
    other = on_desk(
        evenings.area, level=Level.SOON, at=now, id="2", kind=ItemKind.WORRY, about=ana.pk
    )
    on_desk("group:999", level=Level.SOON, at=now, id="2", about=ana.pk)

    page = browser_of(emil).get(f"/desk/items/{item.pk}/").content.decode()

    leads_to = re.findall(r'href="/desk/items/\d+/"', page)
    assert len(leads_to) == 2  # the other one, and the next that waits
    assert f"/desk/items/{other.pk}/" in page


def test_the_database_keeps_one_open_episode(evenings, leaves, ben, now):
    first = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    again = {"kind": first.kind, "area": first.area, "about": ben, "promised_at": now}

    with pytest.raises(IntegrityError, match=r"one_open_episode|about_id"), transaction.atomic():
        Item.objects.create(subject_kind="leaf", subject_id="9", **again)
    Item.objects.update(state=ItemState.CLOSED, closed_at=now, outcome="nothing")
    Item.objects.create(subject_kind="leaf", subject_id="9", **again)

    assert Item.objects.count() == 2


def test_the_database_keeps_a_part_that_waits_for_an_answer(ana, room, now):
    wait(ana, room, "I have pills here.", signal=HEAVY)
    part = Item.objects.filter(kind=ItemKind.HELD)

    with pytest.raises(IntegrityError), transaction.atomic():
        part.update(state=ItemState.WAITING)

    assert part.update(state=ItemState.WAITING, part_of=None) == 1


def test_a_subject_comes_up_once_in_an_episode(evenings, leaves, ben, now):
    item = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    twice = Sign(item=item, subject_kind="leaf", subject_id="1", level=Level.NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        twice.save()

    assert item.signs.count() == 1
