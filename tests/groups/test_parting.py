"""Somebody parts from the name they had: their words stay where they are and stay theirs, and nobody
but those who lead can tell whose they are now."""

import re

import pytest
from django.db import IntegrityError, transaction

from community.accounts import personal_data
from community.accounts.actions.blocking import block, hide_from_each_other, unblock
from community.accounts.actions.profile import change_handle
from community.accounts.models import FormerName, Profile
from community.accounts.queries import is_free
from community.refusal import Refused
from community.safety.actions import reporting
from community.safety.enums import ReportReason
from community.safety.models import Item
from community.wellbeing.actions.saying import thank
from groups.actions.hands import raise_hand
from groups.actions.held import open_held
from groups.actions.messages import delete_message
from groups.events import events_after
from groups.models import EarlierName, Message
from groups.own_data import erase
from groups.queries.room import blocked_by
from mentoring.actions.ending import end_pair
from tests.mentoring.conftest import asked, mentor_of, one_more, paired
from tests.people import browser_of, join, on_duty, seat
from tests.words import say, wait

OLD, NEW = "ana-lark", "quiet-river"
OF_DORA = (
    "/me/",
    "/me/rooms/",
    "/me/notices/",
    "/me/thanks/",
    "/mentoring/",
    "/accounts/blocked/",
    "/rooms/search/?q=pond",
)
ABOUT_WORDS = ("", "who/", "block/", "react/", "report/", "worried/")


@pytest.fixture
def before(ana, dora, emil, hana, evenings, room, wall):
    """Ana said something everywhere; Dora mentored her until today, and she thanked her."""
    join(dora, evenings)
    waits = wait(ana, room, "The pond waits as well.")
    open_held(room=room.pk, message=waits.pk, by=emil)
    on_duty(emil, room)
    pair = paired(ana, mentor_of(dora, approved_by=hana))
    for where in (room, wall, pair.room):
        say(ana, where, "The pond was frozen this morning.")
    say(dora, room, "I saw it too.", reply_to=1)
    raise_hand(room=room.pk, by=ana)
    thank(name="dora-wren", you="stayed", helped="to sleep.", by=ana)
    end_pair(pair=pair, by=ana)
    Profile.objects.create(person=ana, about="I like ponds.")
    return pair.room


@pytest.fixture
def parted(ana, before, room, wall):
    """And then she is somebody else, and goes on."""
    waited = asked(ana, one_more("mila-fern"))
    made = change_handle(handle=NEW, apart=True, by=ana)
    waited.request.refresh_from_db()
    assert waited.request.state == "withdrawn"
    for where in (room, wall):
        say(ana, where, "A quiet evening to all.")
    return made


def signed(screen):
    """(name, wire id) of whoever wrote the old words, and of whoever wrote the new ones."""
    old, new = set(), set()
    for event in screen:
        words = (event.get("d") or {}).get("body", "")
        if "pond" in words or "evening to all" in words:
            (old if "pond" in words else new).add((event["a"]["name"], event["a"]["id"]))
    return old, new


def test_who_follows_every_page_and_every_event_cannot_link_the_two(
    ana, dora, before, parted, room, wall
):
    browser, pages = browser_of(dora), {}
    for where in (room, wall):
        old, new = signed(browser.get(f"/rooms/{where.pk}/since/0").json()["ev"])
        assert ({n for n, _ in old}, {n for n, _ in new}) == ({OLD}, {NEW})
        assert {wire for _, wire in old}.isdisjoint({wire for _, wire in new})
        shown = re.findall(
            r'data-by="(\w+)".*?class="name">([^<]+)<.*?message-words">([^<]+)<',
            browser.get(where.get_absolute_url()).text,
            re.DOTALL,
        )
        names = {words[:5]: name for _, name, words in shown}
        assert (names["The p"], names["A qui"]) == (OLD, NEW)
        for page in ABOUT_WORDS:
            path = f"/rooms/{where.pk}/m/1/{page}"
            pages[path] = browser.get(path, follow=True).text
    key = Message.objects.get(room=room, seq=1).pk
    outside = f"/report/outside/?kind=message&id={key}"
    for path in (*OF_DORA, before.get_absolute_url(), outside):
        pages[path] = browser.get(path, follow=True).text

    assert [path for path, page in pages.items() if NEW in page] == []
    assert [OLD in pages[path] for path in ("/me/thanks/", "/mentoring/")] == [True, True]
    assert f"With {OLD}" in pages[before.get_absolute_url()]
    assert NEW not in str(personal_data.export(dora))
    assert "Nobody writes under this name any more" in pages[outside]
    assert seat(ana, room).wire_id not in {e.wire_id for e in events_after(room.pk, 0)[:3]}
    assert Profile.objects.get(person=ana).about == ""


def test_words_that_go_do_not_say_who_takes_them_out(ana, emil, room):
    on_duty(emil, room)
    for words in ("The pond.", "The pond again.", "The pond once more."):
        say(ana, room, words)
    delete_message(room=room.pk, seq=1, by=ana)
    change_handle(handle=NEW, apart=True, by=ana)

    delete_message(room=room.pk, seq=2, by=ana)

    told = [(e.kind, e.name, e.wire_id) for e in events_after(room.pk, 0)]
    assert [one for one in told if one[0] == "delete"] == [("delete", "", "")] * 2
    assert seat(ana, room).wire_id not in str(told)


def test_those_who_lead_can_and_who_moderates_cannot(ana, ben, emil, hana, parted, room, wall):
    said = [Message.objects.get(room=room, seq=n) for n in (1, 4)]
    for words in said:
        reporting.report(
            kind="message", id=str(words.pk), reason=ReportReason.OTHER, words="", by=ben
        )
    old, new = (Item.objects.get(subject_id=str(one.pk)) for one in said)
    moderator, lead = browser_of(emil), browser_of(hana)

    def seen(browser, item):
        """Whom the page says it is about, whether it leads to the other, and the name of before."""
        answer = browser.get(f"/desk/items/{item.pk}/")
        about = re.search(r"<h1>.*<bdi>([^<]+)</bdi>", answer.text).group(1)
        others = {other.pk for other in answer.context["sheet"].others}
        return about, bool(others & {old.pk, new.pk}), f"name here before: {OLD}" in answer.text

    assert seen(moderator, old) == (OLD, False, False)
    assert seen(moderator, new) == (NEW, False, False)
    assert seen(lead, old) == (NEW, True, True)
    desk = moderator.get("/desk/").text
    assert [name in desk for name in (OLD, NEW)] == [True, True]


def test_the_words_stay_ones_own_and_go_with_oneself(ana, parted, room):
    mine = browser_of(ana).get(room.get_absolute_url()).text
    delete_message(room=room.pk, seq=1, by=ana)
    wires = {one.wire_id for one in EarlierName.objects.filter(seat__room=room)}
    wires.add(seat(ana, room).wire_id)

    erase(ana, False)

    assert [name in mine for name in (OLD, NEW)] == [False, False]  # all of it is "You"
    gone = [e for e in events_after(room.pk, 0) if e.kind == "erased"]
    assert {e.data["a"] for e in gone} == wires
    assert not EarlierName.objects.exists()


def test_what_was_done_to_the_person_holds_and_cannot_be_used_to_find_them(
    ana, ben, cleo, emil, evenings, room, before
):
    join(cleo, evenings)
    block(person=ana, by=ben)
    change_handle(handle=NEW, apart=True, by=ana)
    block_page = f"/rooms/{room.pk}/m/1/block/"

    unblock(person=ana.pk, by=ben)

    assert ana.pk in blocked_by(ben)
    assert browser_of(cleo).post(block_page).status_code == 403
    assert ana.pk not in blocked_by(cleo)
    assert browser_of(emil).post(f"/rooms/{room.pk}/m/1/remove/").status_code == 403
    assert seat(ana, room).state == "active"
    assert (is_free(OLD), is_free("Ana Lark"), is_free(OLD, besides=ana)) == (False, False, True)


def test_a_worry_about_the_old_name_reaches_them(ana, ben, parted):
    reporting.say_worried(name=OLD, words="Is she well?", by=ben)

    assert Item.objects.get(subject_kind="worry").about == ana


def test_without_that_wish_the_words_come_along(ana, before, room):
    change_handle(handle=NEW, by=ana)

    assert not EarlierName.objects.exists()
    assert events_after(room.pk, 0)[0].name == NEW


def test_from_whom_one_hides_is_still_asked_first(ana, dora, hana):
    paired(ana, mentor_of(dora, approved_by=hana))
    hide_from_each_other(person=dora, by=ana)

    with pytest.raises(Refused) as still:
        change_handle(handle=NEW, apart=True, by=ana)

    assert still.value.refusal.code == "still_tied"


def test_the_page_offers_it_first_to_whoever_hides_from_somebody(ana, ben):
    path = "/accounts/profile/name/"
    plain = browser_of(ana).get(path).context["form"]["along"].value()
    hide_from_each_other(person=ben, by=ana)

    page = browser_of(ana).get(path)
    browser_of(ana).post(path, {"handle": NEW, "along": "apart"})

    assert (plain, page.context["form"]["along"].value()) == ("together", "apart")
    assert FormerName.objects.get().is_apart


@pytest.mark.parametrize("wrong", [{"is_apart": True}, {"kept_as": "x"}])
def test_only_a_name_somebody_parted_from_is_kept_from_others(ana, wrong):
    FormerName.objects.create(person=ana, name="a", is_apart=True, kept_as="x")
    FormerName.objects.create(person=ana, name="b")

    with pytest.raises(IntegrityError), transaction.atomic():
        FormerName.objects.create(person=ana, name="c", **wrong)


def test_an_earlier_name_is_kept_once_and_says_something(ana, room):
    mine = seat(ana, room)
    EarlierName.objects.create(seat=mine, wire_id="aa", name=OLD)
    EarlierName.objects.create(seat=mine, wire_id="ab", name=OLD)

    for wrong in ({"wire_id": "aa", "name": OLD}, {"wire_id": "ac", "name": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            EarlierName.objects.create(seat=mine, **wrong)
