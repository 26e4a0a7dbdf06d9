"""Two who know each other outside do not see one another here: at once, silently, and under another
name if one likes."""

import pytest

from community import pace
from community.accounts.actions.blocking import block, hide_from_each_other, unblock
from community.accounts.actions.profile import change_handle
from community.accounts.models import Block, FormerName
from community.refusal import Refused
from community.safety.actions import desk
from community.safety.models import Item
from community.wellbeing.actions.saying import thank
from groups.queries.room import blocked_by
from mentoring.actions.ending import end_pair
from tests.mentoring.conftest import mentor_of, paired
from tests.people import browser_of, join, on_duty
from tests.words import say

HIDE = "/report/outside/"
OF_DORA = (
    "/me/",
    "/me/rooms/",
    "/me/notices/",
    "/me/thanks/",
    "/mentoring/",
    "/accounts/blocked/",
    "/rooms/search/?q=pond",
)


@pytest.fixture(autouse=True)
def unhurried():
    pace.forget()


@pytest.fixture
def words(ben, emil, room):
    """What Ben said where Ana reads."""
    on_duty(emil, room)
    say(ben, room, "Good evening, Ana.")
    return {"kind": "message", "id": str(room.messages.get().pk)}


def hears(one, other):
    return other.pk not in blocked_by(one)


def test_one_tap_hides_both_and_the_other_finds_no_trace(ana, ben, words):
    page = browser_of(ana).post(HIDE, words, follow=True).content.decode()

    assert (hears(ana, ben), hears(ben, ana)) == (False, False)
    assert "You do not see one another any more" in page
    assert "ben-moss" in browser_of(ana).get("/accounts/blocked/").content.decode()
    assert "ana-lark" not in browser_of(ben).get("/accounts/blocked/").content.decode()
    assert not Item.objects.exists()


def test_whoever_is_afraid_tells_the_team_in_the_same_tap(ana, ben, words):
    browser_of(ana).post(HIDE, {**words, "tell": "on", "words": "He found my street."})

    item = Item.objects.get()
    assert (item.level, item.about, item.signals) == ("soon", ben, ["reported_outside"])


def test_who_cannot_see_it_gets_not_found(cleo, words):
    assert browser_of(cleo).get(HIDE, words).status_code == 404
    assert browser_of(cleo).post(HIDE, words).status_code == 404
    assert not Block.objects.exists()


def test_only_the_one_who_hid_both_takes_it_back(ana, ben):
    hide_from_each_other(person=ben, by=ana)

    unblock(person=ana.pk, by=ben)
    assert (hears(ana, ben), hears(ben, ana)) == (False, False)

    unblock(person=ben.pk, by=ana)
    assert (hears(ana, ben), hears(ben, ana)) == (True, True)


@pytest.mark.parametrize("first", ["hides", "blocks"])
def test_the_others_own_wish_stays_theirs(ana, ben, first):
    acts = [lambda: hide_from_each_other(person=ben, by=ana), lambda: block(person=ana, by=ben)]
    for act in acts if first == "hides" else acts[::-1]:
        act()

    assert "ana-lark" in browser_of(ben).get("/accounts/blocked/").content.decode()
    unblock(person=ben.pk, by=ana)
    assert (hears(ana, ben), hears(ben, ana)) == (True, False)


def test_taking_back_ones_own_wish_shows_nothing_the_other_hid(ana, ben):
    hide_from_each_other(person=ben, by=ana)
    block(person=ana, by=ben)

    unblock(person=ana.pk, by=ben)

    assert (hears(ana, ben), hears(ben, ana)) == (False, False)
    assert "ana-lark" not in browser_of(ben).get("/accounts/blocked/").content.decode()


def test_the_old_name_is_sealed_and_read_by_those_who_lead_alone(taken, ben, emil, hana):
    change_handle(handle="quiet-river", by=ben)

    assert FormerName.objects.get().name == "ben-moss"
    path = f"/desk/items/{taken.pk}/"
    assert "ben-moss" not in browser_of(emil).get(path).content.decode()
    assert "ben-moss" in browser_of(hana).get(path).content.decode()
    desk.release(item=taken.pk, by=emil)


def test_the_new_name_is_nowhere_for_whoever_was_hidden(
    ana, dora, emil, hana, evenings, room, wall
):
    join(dora, evenings)
    on_duty(emil, room)
    pair = paired(ana, mentor_of(dora, approved_by=hana))
    for where in (room, wall, pair.room):
        say(ana, where, "The pond was frozen this morning.")
    say(dora, room, "I saw it too.", reply_to=1)
    thank(name="dora-wren", you="stayed", helped="to sleep.", by=ana)
    block(person=ana, by=dora)
    hide_from_each_other(person=dora, by=ana)
    browser, rooms = browser_of(dora), (room, wall, evenings, pair.room)

    with pytest.raises(Refused) as still:
        change_handle(handle="quiet-river", by=ana)
    end_pair(pair=pair, by=ana)
    change_handle(handle="quiet-river", by=ana)
    pages = {}
    for path in (*OF_DORA, *[one.get_absolute_url() for one in rooms]):
        answer = browser.get(path, follow=True)
        assert answer.status_code == 200, path
        pages[path] = answer.text

    assert still.value.refusal.code == "still_tied"
    assert [path for path, page in pages.items() if "quiet-river" in page] == []
    assert "quiet-river" in browser_of(emil).get(room.get_absolute_url()).text
    assert "ana-lark" in pages["/accounts/blocked/"]
    assert "ana-lark" in pages["/mentoring/"]
