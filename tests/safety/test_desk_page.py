"""The desk's page: what needs a person first, without a word of anybody's until it is opened."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.help.queries import lines_for
from community.safety import queries, rules
from community.safety.actions import deciding, desk
from community.safety.enums import ItemKind, Level
from community.safety.models import Duty, Item, Letter, Shift
from tests import people
from tests.people import browser_of
from tests.safety.conftest import decision, on_desk

MINUTE = timedelta(minutes=1)


@pytest.fixture
def now():
    return timezone.now()


def order(person, *, now):
    return [line.id for line in queries.desk_of(rules.reach_of(person), now=now).lines]


def test_now_comes_first_then_what_was_promised_soonest(evenings, leaves, emil, ben, now):
    calm = on_desk(evenings.area, level=Level.CALM, at=now - timedelta(days=3), id="1")
    soon = on_desk(evenings.area, level=Level.SOON, at=now, id="2")
    late = on_desk(evenings.area, level=Level.TODAY, at=now - timedelta(hours=9), id="3")
    urgent = on_desk(evenings.area, level=Level.NOW, at=now, id="4")

    assert order(emil, now=now) == [urgent.pk, calm.pk, late.pk, soon.pk]


def test_what_waits_for_the_person_rests_below_until_it_is_time(evenings, leaves, emil, ben, now):
    urgent = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    calm = on_desk(evenings.area, level=Level.CALM, at=now, id="2")
    desk.take(item=urgent.pk, by=emil, now=now)
    deciding.decide(item=urgent.pk, by=emil, decision=decision("write"), now=now)

    assert order(emil, now=now) == [calm.pk, urgent.pk]
    assert order(emil, now=now + timedelta(hours=3)) == [urgent.pk, calm.pk]


def test_the_page_says_how_much_and_how_many_people(evenings, leaves, emil, ben, ana, now):
    on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    worry = ItemKind.WORRY
    on_desk(evenings.area, level=Level.TODAY, at=now, id="2", kind=worry, about=ben.pk)
    on_desk(evenings.area, level=Level.TODAY, at=now, id="3", about=ana.pk)

    page = " ".join(browser_of(emil).get("/desk/").content.decode().split())

    assert "emil-ash." in page
    assert "3 things wait, about 2 people. <strong>One needs someone now.</strong>" in page


def test_no_word_is_on_the_list(told, emil):
    page = browser_of(emil).get("/desk/").content.decode()

    assert "ben-moss" in page
    for word in ("pond", "frightened", "ana-lark"):
        assert word not in page


def test_words_are_covered_until_somebody_asks_for_them(told, emil):
    browser, path = browser_of(emil), f"/desk/items/{told.item_id}/"

    covered = browser.get(path, {"words": "yes"}).content.decode()
    shown = browser.post(f"{path}words/", {"show": "yes"}).content.decode()

    for word in ("the pond is deep", "it frightened me"):
        assert word not in covered
        assert word in shown
    assert "ana-lark" not in covered + shown


def test_only_who_uncovers_the_words_is_said_to_have_read_them(told, leaves, emil, ana):
    browser, path = browser_of(emil), f"/desk/items/{told.item_id}/"

    browser.get(path)
    assert leaves.opened == []
    browser.post(f"{path}words/", {"show": "yes"})

    assert leaves.opened == [("1", emil.pk)]


def test_ones_own_matter_is_one_sentence(told, leaves, emil):
    Item.objects.update(about=emil)
    browser = browser_of(emil)

    listed = browser.get("/desk/").content.decode()
    page = browser.get(f"/desk/items/{told.item_id}/")

    assert "Someone else needs to look at this." in listed
    assert page.status_code == 403
    for text in (listed, page.content.decode()):
        assert "pond" not in text
        assert f"/desk/items/{told.item_id}/take" not in text


@pytest.mark.parametrize("who", ["ana", "ben", "cleo", "dora", "ines", "fay", "ola"])
def test_for_everybody_else_there_is_no_desk(who, request, told):
    browser = browser_of(request.getfixturevalue(who))

    for path in (
        "/desk/",
        "/desk/since/0/",
        "/desk/shift/end/",
        f"/desk/items/{told.item_id}/",
    ):
        answer = browser.get(path)
        assert answer.status_code == 404
        assert "pond" not in answer.content.decode()
    for path in ("begin", "ping", "call", "back", "leave"):
        assert browser.post(f"/desk/duty/{path}/").status_code == 404
    for act in ("take", "take-over", "release", "decide", "second", "note"):
        assert browser.post(f"/desk/items/{told.item_id}/{act}/").status_code == 404


def test_other_areas_do_not_exist(told, emil):
    stranger = people.person("rhea-field", "moderator")
    people.group("mornings", title="Mornings", moderators=[stranger])
    browser = browser_of(stranger)

    assert "ben-moss" not in browser.get("/desk/").content.decode()
    assert browser.get(f"/desk/items/{told.item_id}/").status_code == 404
    assert browser.get("/desk/items/999999/").status_code == 404


def test_a_coordinator_sees_every_area(told, hana):
    assert "ben-moss" in browser_of(hana).get("/desk/").content.decode()


def test_a_former_moderator_has_no_desk(told, emil, now):
    emil.appointments.update(ended_at=now)

    assert browser_of(emil).get("/desk/").status_code == 404


def test_taking_and_deciding_work_without_scripts(told, emil, leaves):
    browser, path = browser_of(emil), f"/desk/items/{told.item_id}/"

    taken = browser.post(f"{path}take/", follow=True).content.decode()
    done = browser.post(
        f"{path}decide/",
        {"choice": "hide", "why": "unkind", "words": "It frightened somebody."},
        follow=True,
    ).content.decode()

    assert "You have this since" in taken
    assert "It is closed, and everybody concerned has an answer." in done
    assert Item.objects.get().outcome == "hide"


def test_a_decision_that_lacks_something_keeps_every_word(taken, emil):
    page = (
        browser_of(emil)
        .post(
            f"/desk/items/{taken.pk}/decide/",
            {"choice": "warn", "why": "", "words": "It frightened somebody.", "note": "tired"},
        )
        .content.decode()
    )

    assert "Please choose why." in page
    assert "It frightened somebody." in page
    assert "tired" in page
    assert Item.objects.get().outcome == ""


def test_writing_to_somebody_needs_no_reason(taken, emil, ben):
    given = {"choice": "write", "why": "", "words": "How are you today?"}

    answer = browser_of(emil).post(f"/desk/items/{taken.pk}/decide/", given)

    assert answer.status_code == 302
    assert Letter.objects.get(person=ben).words == "How are you today?"


def test_the_second_taker_reads_the_sentence(taken, noor):
    page = browser_of(noor).post(f"/desk/items/{taken.pk}/take/", follow=True).content.decode()

    assert "emil-ash has this since" in page


def test_nothing_is_chosen_beforehand(taken, emil):
    page = browser_of(emil).get(f"/desk/items/{taken.pk}/").content.decode()

    assert 'name="choice"' in page
    assert not re.search(r"<input[^>]+checked", page)


def test_since_answers_nothing_while_nothing_changed(told, emil, noor):
    browser = browser_of(noor)
    version = _version(browser.get("/desk/"))

    same = browser.get(f"/desk/since/{version}/")
    desk.take(item=told.item_id, by=emil)
    changed = browser.get(f"/desk/since/{version}/")

    # The version moves with the minute too: a test that starts at :59 reads the list once more.
    if same.status_code == 200:
        same = browser.get(f"/desk/since/{_version(same)}/")
    assert (same.status_code, changed.status_code) == (204, 200)
    assert "emil-ash has this since" in changed.content.decode()
    assert "<html" not in changed.content.decode()


def _version(answer):
    return re.search(r'data-version="(\w+)"', answer.content.decode()).group(1)


@pytest.mark.parametrize("path", ["/desk/", "/desk/since/0/"])
def test_the_list_costs_the_same_for_one_and_three(path, evenings, leaves, emil, ben, now):
    browser, costs = browser_of(emil), []
    browser.get(path)
    for number in range(3):
        on_desk(evenings.area, level=Level.TODAY, at=now, id=str(number), about=ben.pk)
        with CaptureQueriesContext(connection) as asked:
            browser.get(path)
        costs.append(len(asked))

    assert costs[0] == costs[2] <= 22


def test_a_shift_starts_and_a_call_keeps_it_by_buttons(emil, room):
    browser = browser_of(emil)

    started = browser.post("/desk/duty/begin/", {"places": [room.place]}, follow=True)
    called = browser.post("/desk/duty/call/", follow=True).content.decode()

    assert "You are on duty" in started.content.decode()
    assert "Your rooms stay open for 15 minutes" in called
    assert "I am back from the call" in called
    assert Duty.objects.get().kind == "call"
    assert Shift.objects.count() == 1


def test_a_ping_answers_where_one_is_on_duty(emil, room):
    browser = browser_of(emil)
    browser.post("/desk/duty/begin/", {"places": [room.place]})

    assert browser.post("/desk/duty/ping/").json() == {"places": [room.place]}
    browser.post("/desk/duty/leave/", {"places": [room.place]})
    assert browser.post("/desk/duty/ping/").json() == {"places": []}


def test_a_page_load_keeps_ten_minutes_and_a_ping_makes_it_short(emil, room, now):
    browser = browser_of(emil)
    browser.post("/desk/duty/begin/", {"places": [room.place]}, follow=True)
    by_page = Duty.objects.get().until
    browser.post("/desk/duty/ping/")
    by_ping = Duty.objects.get().until

    assert by_page > now + 9 * MINUTE
    assert by_ping < now + 3 * MINUTE


def test_a_room_that_is_not_ones_own_is_not_opened(emil, evenings):
    answer = browser_of(emil).post("/desk/duty/begin/", {"places": ["room:ffffffffff"]})

    assert answer.status_code == 404
    assert not Duty.objects.exists()


@pytest.mark.parametrize(
    "next_", ["https://elsewhere.example/", "//elsewhere.example", "javascript:1"]
)
def test_a_button_never_leads_off_the_site(next_, emil, room):
    answer = browser_of(emil).post("/desk/duty/back/", {"next": next_})

    assert answer["Location"] == "/desk/"


def test_a_button_leads_back_to_the_room_it_was_in(emil, room):
    answer = browser_of(emil).post(
        "/desk/duty/begin/", {"places": [room.place], "next": f"/rooms/{room.pk}/"}
    )

    assert answer["Location"] == f"/rooms/{room.pk}/"


def test_numbers_to_call_stand_beside_what_they_are_needed_for(taken, emil, ben):
    ben.country = "IE"
    ben.save()

    page = browser_of(emil).get(f"/desk/items/{taken.pk}/").content.decode()

    (number, *_) = [row.line.dial for row in lines_for("IE", now=timezone.now()) if row.line.dial]
    assert f'href="tel:{number}"' in page


def test_a_second_person_reads_the_note(taken, emil, noor):
    browser_of(emil).post(f"/desk/items/{taken.pk}/second/", {"words": "Please look with me."})

    listed = browser_of(noor).get("/desk/").content.decode()
    page = browser_of(noor).get(f"/desk/items/{taken.pk}/").content.decode()

    assert "a second person is asked for" in listed
    assert "Please look with me." in page
