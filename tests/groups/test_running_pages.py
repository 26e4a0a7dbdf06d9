"""Coordinators' pages, and that nobody else learns anything from them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from groups.actions.belonging import join_group
from groups.models import Membership, Room, SupportGroup
from tests.people import browser_of, group, seat
from tests.people import room as make_room

FILLED = {
    "title": "Early mornings",
    "description": "For who wakes at four.",
    "agreement": "We whisper.",
    "speaks_of": "awake",
    "door": "open",
}


@pytest.fixture
def hanas(hana):
    return browser_of(hana)


@pytest.fixture
def asked(cleo, emil):
    quiet = group("quiet", title="Quiet corner", moderators=[emil])
    quiet.is_private = True
    quiet.save()
    return join_group(group=quiet, by=cleo, words="I lost somebody.")


def words(browser, address, status=200):
    answer = browser.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def run(path=""):
    return f"/groups/run/evenings/{path}"


def test_a_coordinator_finds_the_way_and_a_member_none(hana, ana, evenings):
    assert "/groups/run/" in words(browser_of(hana), "/groups/")
    assert "/groups/run/evenings/" in words(browser_of(hana), "/groups/evenings/")
    assert "/groups/run/" not in words(browser_of(ana), "/groups/")
    assert "/groups/run/" not in words(browser_of(ana), "/groups/evenings/")


@pytest.mark.parametrize("who", ["ana", "emil", "fay"])
@pytest.mark.parametrize("address", ["", "new/", "evenings/", "never/", "evenings/describe/"])
def test_others_get_one_answer_whatever_is_there(request, who, address, evenings):
    browser = browser_of(request.getfixturevalue(who))

    found = words(browser, f"/groups/run/{address}", status=403)

    assert "Evenings" not in found


@pytest.mark.parametrize(
    "path", ["close/", "reopen/", "welcome/", "rooms/", "moderators/", "moderators/1/end/"]
)
def test_a_member_presses_no_button_of_theirs(ana, evenings, path):
    assert browser_of(ana).post(run(path)).status_code == 403

    evenings.refresh_from_db()
    assert (evenings.state, evenings.is_welcome, evenings.rooms.count()) == ("open", False, 2)


def test_a_group_is_made_described_and_given_a_room(hanas, emil):
    made = hanas.post("/groups/run/new/", FILLED)
    assert made["Location"] == "/groups/run/early-mornings/"

    hanas.post("/groups/run/early-mornings/describe/", {**FILLED, "door": "unlisted"})
    hanas.post("/groups/run/early-mornings/rooms/", {"title": "Dawn"})
    hanas.post("/groups/run/early-mornings/moderators/", {"person": emil.pk})

    found = SupportGroup.objects.get(slug="early-mornings")
    rooms = {room.title: room for room in found.rooms.all()}
    assert (found.title, found.is_unlisted) == ("Early mornings", True)
    assert {title: room.kind for title, room in rooms.items()} == {
        "The wall": "slow",
        "Dawn": "live",
    }
    assert all(seat(emil, room).moderates for room in rooms.values())


def test_what_is_missing_is_asked_for_and_nothing_is_lost(hanas):
    answer = hanas.post("/groups/run/new/", {**FILLED, "title": "", "door": "wide"})

    found = answer.content.decode()
    assert answer.status_code == 422
    assert "There is a problem" in found
    assert "For who wakes at four." in found
    assert not SupportGroup.objects.exists()


def test_a_room_without_a_name_comes_back_open(hanas, evenings):
    answer = hanas.post(run("rooms/"), {"title": " ", "kind": "live"})

    found = answer.content.decode()
    assert answer.status_code == 422
    assert "There is a problem" in found
    assert '<details class="folded" open>' in found


def test_only_moderators_can_be_chosen(hanas, evenings, ben, emil):
    answer = hanas.post(run("moderators/"), {"person": ben.pk})

    assert answer.status_code == 422
    assert ben.handle not in answer.content.decode()
    assert not seat_moderates(ben)


def seat_moderates(somebody):
    return somebody.seats.filter(moderates=True).exists()


def test_who_looks_after_it_already_is_not_offered_again(hanas, evenings, emil, noor):
    found = words(hanas, run())

    assert f'<option value="{emil.pk}"' not in found
    assert f"moderators/{noor.pk}/end/" in found


def test_closing_and_opening_by_buttons(hanas, evenings, room):
    hanas.post(run(f"rooms/{room.pk}/close/"))
    room.refresh_from_db()
    assert room.state == "closed"

    hanas.post(run(f"rooms/{room.pk}/reopen/"))
    hanas.post(run("close/"))
    evenings.refresh_from_db()
    assert evenings.state == "closed"

    hanas.post(run("reopen/"))
    hanas.post(run("welcome/"))
    evenings.refresh_from_db()
    assert (evenings.state, evenings.is_welcome) == ("open", True)


def test_a_room_of_another_group_is_not_touched(hanas, evenings, room):
    group("others", title="Others")

    assert hanas.post(f"/groups/run/others/rooms/{room.pk}/close/").status_code == 404

    room.refresh_from_db()
    assert room.state == "open"


def test_an_appointment_ends_by_a_button(hanas, evenings, emil, room):
    hanas.post(run(f"moderators/{emil.pk}/end/"))

    assert not seat(emil, room).moderates


def test_a_moderator_reads_the_request_and_lets_in(asked, emil):
    browser = browser_of(emil)
    address = f"/groups/run/quiet/requests/{asked.pk}/"
    assert "I lost somebody." in words(browser, address)

    browser.post(address, {"admit": "yes"})

    asked.refresh_from_db()
    assert asked.state == "active"
    assert "answered or taken back" in words(browser, address)


def test_a_coordinator_says_not_now_in_words(asked, hanas):
    hanas.post(
        f"/groups/run/quiet/requests/{asked.pk}/",
        {"decline": "yes", "words": "Please ask again in spring."},
    )

    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("declined", "Please ask again in spring.")


def test_not_now_without_words_comes_back(asked, hanas):
    address = f"/groups/run/quiet/requests/{asked.pk}/"

    answer = hanas.post(address, {"decline": "yes", "words": ""})

    asked.refresh_from_db()
    assert (answer.status_code, asked.state) == (422, "asked")


@pytest.mark.parametrize("who", ["ben", "noor", "cleo"])
def test_for_others_there_is_no_request(request, asked, who):
    browser = browser_of(request.getfixturevalue(who))

    there = browser.get(f"/groups/run/quiet/requests/{asked.pk}/").status_code
    never = browser.get("/groups/run/never/requests/1/").status_code

    assert (there, never) == (404, 404)


def test_the_page_of_a_group_asks_a_fixed_number_of_questions(hanas, evenings, room):
    few = questions(hanas, run())
    for name in ("tea", "bread"):
        make_room(evenings, title=name)

    assert questions(hanas, run()) == few <= 14
    assert Room.objects.count() == 4


def test_the_list_asks_a_fixed_number_of_questions(hanas, asked):
    one = questions(hanas, "/groups/run/")
    for name in ("tea", "bread"):
        group(name, title=name)

    assert questions(hanas, "/groups/run/") == one <= 10
    assert Membership.objects.filter(state="asked").count() == 1
    assert "1 person asks to join." in words(hanas, "/groups/run/")


def questions(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        browser.get(address)
    return len(asked)


def test_the_way_to_the_back_room_is_shown_to_whom_it_lets_in(hana, ola, evenings):
    door = "/groups/evenings/back/"
    ways = {who.handle: door in words(browser_of(who), run()) for who in (hana, ola)}
    answers = {who.handle: browser_of(who).get(door).status_code for who in (hana, ola)}

    assert ways == {"hana-cove": True, "ola-north": False}
    assert answers == {"hana-cove": 200, "ola-north": 404}
