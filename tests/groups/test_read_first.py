"""Words that name a way to be hurt wait for a person while their author has help; the rest of them
can go out at once. How much help stands at the box follows what was there before."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from community.refusal import Refused
from community.safety.enums import ItemKind, Level
from community.safety.models import Item, Sign
from groups.actions.without import send_without
from groups.models import Message
from groups.near import Near, Signal, near
from groups.sending import send
from tests.groups.test_room_page import address, post, text
from tests.people import browser_of, on_duty
from tests.words import history, say

WAY = "I cannot go on. I have the pills in my hand."
REST = "I cannot go on. I (…)."
RED, CRISIS = Signal(Level.SOON, ("wish",)), Signal(Level.NOW, ("plan",))
AMBER = Signal(Level.TODAY, ("hopeless",))


@pytest.fixture
def uuid():
    return uuid4()


@pytest.fixture
def staffed(emil, room):
    on_duty(emil, room)
    return room


def said(person, room, body, cid):
    return send(by=person.pk, room=room.pk, cid=cid, body=body)


def test_a_way_waits_for_a_person_and_the_desk_has_it_at_once(ana, staffed, uuid):
    verdict = said(ana, staffed, WAY, uuid)

    assert (verdict.held, verdict.marked, verdict.near) == (True, True, Near.OPEN)
    assert history(staffed) == []
    assert set(Item.objects.values_list("kind", "about")) == {
        (ItemKind.HELD, ana.pk),
        (ItemKind.SIGNAL, ana.pk),
    }


def test_pain_reaches_the_room(ana, staffed, uuid):
    verdict = said(ana, staffed, "I want to die.", uuid)

    assert (verdict.held, verdict.near) == (False, Near.OPEN)
    assert history(staffed) == ["I want to die."]


def test_who_looks_after_the_room_is_not_held(emil, staffed, uuid):
    assert not said(emil, staffed, WAY, uuid).held


def test_the_rest_goes_out_at_once_and_what_was_found_stays_with_a_person(ana, staffed, uuid):
    said(ana, staffed, WAY, uuid)

    assert send_without(room=staffed.pk, cid=uuid, by=ana)

    assert history(staffed) == [REST]
    open_items = Item.objects.filter(closed_at=None)
    assert [item.kind for item in open_items] == [ItemKind.SIGNAL]
    assert Sign.objects.get().words_then == WAY


def test_without_anybody_there_the_rest_waits_as_all_words_do(ana, room, uuid):
    said(ana, room, WAY, uuid)

    assert not send_without(room=room.pk, cid=uuid, by=ana)

    assert history(room) == []


def test_only_the_author_sends_the_rest_and_only_of_marked_words(ana, ben, staffed, uuid):
    said(ana, staffed, WAY, uuid)
    with pytest.raises(Refused) as not_his:
        send_without(room=staffed.pk, cid=uuid, by=ben)
    send_without(room=staffed.pk, cid=uuid, by=ana)
    with pytest.raises(Refused) as twice:
        send_without(room=staffed.pk, cid=uuid, by=ana)

    assert (not_his.value.refusal.code, twice.value.refusal.code) == ("not_there", "not_there")
    assert history(staffed) == [REST]


def test_the_page_shows_the_marked_words_and_sends_the_rest(ana, staffed):
    browser = browser_of(ana)
    post(browser, staffed, WAY)
    room = text(browser.get(address(staffed)))
    message = staffed.messages.get()
    held = reverse("groups:held", args=[staffed.pk, message.cid])

    page = text(browser.get(held))
    browser.post(f"{held}without/")

    assert "message-marked" in room
    assert "<mark>have the pills in my hand</mark>" in page
    assert history(staffed) == [REST]


def test_a_change_that_names_a_way_waits_beside_what_others_have_read(ana, staffed):
    words = say(ana, staffed, "A calm beginning.")
    browser = browser_of(ana)

    browser.post(reverse("groups:edit", args=[staffed.pk, words.seq]), {"body": WAY})

    assert history(staffed) == ["A calm beginning."]
    assert Item.objects.filter(kind=ItemKind.SIGNAL, about=ana).exists()
    assert '<details class="help-near folds" id="help-near" open>' in text(
        browser.get(address(staffed))
    )


def test_a_change_sent_twice_waits_once(ana, staffed):
    words = say(ana, staffed, "A calm beginning.")
    browser, edit = browser_of(ana), reverse("groups:edit", args=[staffed.pk, words.seq])
    cid = re.search('name="cid" value="([^"]+)"', text(browser.get(edit))).group(1)

    answers = [browser.post(edit, {"body": WAY, "cid": cid}) for _ in range(2)]

    waiting = Message.objects.filter(room=staffed, state="held")
    assert [answer.status_code for answer in answers] == [303, 303]
    assert [(str(one.cid), one.body) for one in waiting] == [(cid, WAY)]


def test_a_second_time_within_hours_is_one_line_unless_it_gets_heavier(ana, staffed, emil):
    first = say(ana, staffed, "One.", signal=RED)
    same = say(ana, staffed, "Two.", signal=RED)
    heavier = say(ana, staffed, "Three.", signal=CRISIS)
    lighter = say(ana, staffed, "Four.", signal=RED)
    quiet = say(ana, staffed, "Five.", signal=AMBER)

    assert [one.near for one in (first, same, heavier, lighter, quiet)] == [
        Near.OPEN,
        Near.AGAIN,
        Near.OPEN,
        Near.AGAIN,
        Near.LINE,
    ]


def test_half_a_day_later_help_stands_open_again(ana, staffed):
    say(ana, staffed, "One.", signal=RED)
    Sign.objects.update(at=timezone.now() - timedelta(hours=12, minutes=1))

    assert say(ana, staffed, "Two.", signal=RED).near == Near.OPEN


def test_an_attack_on_somebody_brings_its_author_no_panel():
    attack = Signal(Level.SOON, ("attack",))

    assert (near(attack), near(Signal(Level.TODAY, ("language",)))) == (Near.NOTHING, Near.NOTHING)


def test_the_second_line_names_who_has_it(ana, emil, staffed):
    browser = browser_of(ana)
    post(browser, staffed, "I want to die.")
    browser.get(address(staffed))
    item = Item.objects.get()
    Item.objects.update(state="taken", taken_by=emil, taken_at=timezone.now())

    post(browser, staffed, "I want to die.")
    page = text(browser.get(address(staffed)))

    assert item.about == ana
    assert '<details class="help-near folds" id="help-near">' in page
    assert "emil-ash from the team has it, since" in page
