"""The list of groups, one group, its lobby: for strangers, for outsiders, for members."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.accounts.models import Block
from groups.actions.belonging import join_group, remove_from_room
from groups.models import Membership, Seat, SupportGroup
from groups.queries.groups import first_sentence
from tests.people import browser_of, group, join, on_duty, seat
from tests.people import room as make_room


@pytest.fixture
def stranger(db):
    return Client()


@pytest.fixture
def quiet(emil):
    made = group("quiet", title="Quiet corner", moderators=[emil])
    made.is_private = True
    made.save()
    return made


def unlist(made):
    SupportGroup.objects.filter(pk=made.pk).update(is_private=True, is_unlisted=True)


def words(browser, address, status=200):
    answer = browser.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def without_tokens(page):
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


# The list -----------------------------------------------------------------------------------------


def test_strangers_read_what_groups_there_are(stranger, evenings, quiet):
    found = words(stranger, "/groups/")

    assert "Evenings" in found
    assert "A place to talk when the day is over." in found
    assert "Quiet corner" in found
    assert "Private" in found


def test_strangers_learn_of_no_member_and_no_room(stranger, evenings, room, ana, emil):
    found = words(stranger, "/groups/") + words(stranger, "/groups/evenings/")

    for hidden in (ana.handle, emil.handle, room.title, room.pk, "member"):
        assert hidden not in found


def test_a_list_with_nobody_in_the_group_is_the_same_list(stranger, evenings, room):
    before = words(stranger, "/groups/")
    Seat.objects.all().delete()
    Membership.objects.all().delete()

    assert words(stranger, "/groups/") == before


def test_somebody_being_there_is_said_without_a_name(stranger, evenings, room, emil):
    assert "Somebody from the team is here now." not in words(stranger, "/groups/")

    on_duty(emil, room)

    assert "Somebody from the team is here now." in words(stranger, "/groups/")


def test_closed_and_unlisted_groups_are_not_listed(stranger, cleo, evenings, quiet):
    unlist(quiet)
    SupportGroup.objects.filter(slug="evenings").update(state="closed", closed_at=timezone.now())

    for browser in (stranger, browser_of(cleo)):
        found = words(browser, "/groups/")
        assert "Quiet corner" not in found
        assert "Evenings" not in found


def test_members_find_their_unlisted_group_on_top(ana, quiet, evenings):
    join(ana, quiet)
    unlist(quiet)

    assert "Quiet corner" in words(browser_of(ana), "/groups/").split('id="others"')[0]


def test_without_any_group_the_page_says_so(stranger):
    assert "There is no group yet" in words(stranger, "/groups/")


@pytest.mark.parametrize("who", ["stranger", "ana"])
def test_the_list_asks_as_often_for_three_groups_as_for_one(request, who, evenings, room):
    browser = Client() if who == "stranger" else browser_of(request.getfixturevalue(who))
    with_one = questions(browser, "/groups/")
    for name in ("tea", "bread"):
        make_room(group(name, title=name), title=name)

    assert questions(browser, "/groups/") == with_one <= 12


def questions(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        browser.get(address)
    return len(asked)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two.", "One."),
        ("No stop at all", "No stop at all"),
        ("Open at 7.30 and later. Then more.", "Open at 7.30 and later."),
        ("A line\nand on. Two", "A line and on."),
        ("", ""),
    ],
)
def test_the_first_sentence_is_shown(text, sentence):
    assert first_sentence(text) == sentence


# One group ----------------------------------------------------------------------------------------


def test_the_title_of_the_page_names_no_group(stranger, evenings):
    title = re.search(r"<title>(.*?)</title>", words(stranger, "/groups/evenings/")).group(1)

    assert "Evenings" not in title
    assert title.startswith("Group")


def test_a_member_sees_rooms_and_who_looks_after_them(ana, emil, noor, evenings, room, wall):
    found = words(browser_of(ana), "/groups/evenings/")

    for shown in (room.title, wall.title, emil.handle, noor.handle, f"/rooms/{room.pk}/"):
        assert shown in found


def test_a_member_sees_no_other_member(ana, ben, evenings, room):
    assert ben.handle not in words(browser_of(ana), "/groups/evenings/")


def test_for_cleo_the_page_is_the_same_whoever_is_in(cleo, ana, ben, evenings, room):
    browser = browser_of(cleo)
    Block.objects.create(by=ana, of=cleo)
    before = without_tokens(words(browser, "/groups/evenings/"))
    Membership.objects.filter(person__in=[ana, ben]).delete()
    Seat.objects.filter(person__in=[ana, ben]).delete()
    Block.objects.all().delete()

    assert without_tokens(words(browser, "/groups/evenings/")) == before


def test_an_unlisted_group_answers_like_one_that_never_was(cleo, stranger, quiet):
    unlist(quiet)
    for browser in (browser_of(cleo), stranger):
        hidden = browser.get("/groups/quiet/")
        never = browser.get("/groups/never/")

        assert (hidden.status_code, never.status_code) == (404, 404)
        found, known = (without_tokens(answer.content.decode()) for answer in (hidden, never))
        assert found.replace("/groups/quiet/", "/groups/never/") == known


@pytest.mark.parametrize("act", ["come-in", "ask", "take-back", "leave"])
def test_no_act_tells_of_an_unlisted_group(cleo, quiet, act):
    unlist(quiet)
    browser = browser_of(cleo)

    answers = [browser.post(f"/groups/{slug}/{act}/") for slug in ("quiet", "never")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert not Membership.objects.filter(person=cleo).exists()


def test_a_closed_group_says_so_and_offers_no_door(cleo, evenings):
    SupportGroup.objects.filter(slug="evenings").update(state="closed", closed_at=timezone.now())

    found = words(browser_of(cleo), "/groups/evenings/")

    assert "This group is closed" in found
    assert "/groups/evenings/come-in/" not in found


def test_a_group_without_rooms_says_so_to_members(ana, db):
    join(ana, group("empty", title="Empty"))

    assert "There is no room yet" in words(browser_of(ana), "/groups/empty/")


def test_words_of_a_group_are_words_and_no_markup(stranger, evenings):
    SupportGroup.objects.filter(slug="evenings").update(
        title="<b>x</b>", description="<script>y</script>"
    )

    found = words(stranger, "/groups/evenings/") + words(stranger, "/groups/")

    assert "<b>x</b>" not in found
    assert "<script>y" not in found


def test_a_removed_person_finds_why_and_no_way_in(ben, evenings, room, hana):
    measure = remove_from_room(
        room=room, person=ben, by=hana, reason="unkind", words="Please rest."
    )

    found = words(browser_of(ben), "/groups/evenings/")

    assert f"/me/record/{measure.pk}/" in found
    assert f"/groups/evenings/rooms/{room.pk}/" not in found
    assert f"/rooms/{room.pk}/" not in found


# Coming in ----------------------------------------------------------------------------------------


def test_the_agreement_is_read_before_one_comes_in(cleo, evenings, room):
    browser = browser_of(cleo)

    found = words(browser, "/groups/evenings/come-in/")
    assert "What is said here stays here." in found
    assert not Membership.objects.filter(person=cleo).exists()

    answer = browser.post("/groups/evenings/come-in/")
    assert (answer.status_code, answer["Location"]) == (302, f"/rooms/{room.pk}/")
    assert seat(cleo, room).state == "active"


def test_coming_in_twice_is_once(cleo, evenings, room):
    browser = browser_of(cleo)

    answers = [browser.post("/groups/evenings/come-in/") for _ in range(2)]

    assert [answer["Location"] for answer in answers] == [f"/rooms/{room.pk}/"] * 2
    assert Seat.objects.filter(person=cleo).count() == 1


def test_strangers_are_asked_to_sign_in_first(stranger, evenings):
    answer = stranger.post("/groups/evenings/come-in/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/")


def test_the_lobby_of_a_second_room_is_for_members(ana, cleo, evenings, room):
    made = make_room(evenings, title="Tea")
    Seat.objects.filter(room=made).delete()
    address = f"/groups/evenings/rooms/{made.pk}/"

    assert browser_of(cleo).get(address).status_code == 404
    assert browser_of(cleo).post(address).status_code == 404
    assert "Tea" in words(browser_of(ana), address)
    assert browser_of(ana).post(address)["Location"] == f"/rooms/{made.pk}/"
    assert not Seat.objects.filter(person=cleo).exists()


def test_who_sits_there_goes_straight_in(ana, room):
    answer = browser_of(ana).get(f"/groups/evenings/rooms/{room.pk}/")

    assert answer["Location"] == f"/rooms/{room.pk}/"


def test_a_room_of_another_group_is_not_found(ana, evenings, room):
    join(ana, group("others", title="Others"))

    assert browser_of(ana).get(f"/groups/others/rooms/{room.pk}/").status_code == 404


def test_a_removed_person_finds_no_lobby(ben, evenings, room, hana):
    remove_from_room(room=room, person=ben, by=hana, reason="unkind", words="Please rest.")

    assert browser_of(ben).get(f"/groups/evenings/rooms/{room.pk}/").status_code == 404
    assert browser_of(ben).get(f"/rooms/{room.pk}/").status_code == 404


# Asking and leaving -------------------------------------------------------------------------------


def test_a_private_group_is_asked_in_one_sentence(cleo, quiet):
    browser = browser_of(cleo)
    assert "Ask to join" in words(browser, "/groups/quiet/")

    browser.post("/groups/quiet/ask/", {"words": "I would feel safer."})

    assert Membership.objects.get(person=cleo).asked_words == "I would feel safer."
    assert "You have asked to join" in words(browser, "/groups/quiet/")


def test_a_sentence_too_long_comes_back_whole(cleo, quiet):
    answer = browser_of(cleo).post("/groups/quiet/ask/", {"words": "word " * 100})

    found = answer.content.decode()
    assert answer.status_code == 422
    assert "There is a problem" in found
    assert found.count("word word") > 10
    assert not Membership.objects.filter(person=cleo).exists()


def test_the_door_of_a_private_group_leads_to_its_page(cleo, quiet):
    answer = browser_of(cleo).get("/groups/quiet/come-in/")

    assert answer["Location"] == "/groups/quiet/"


def test_a_request_is_taken_back_by_a_button(cleo, quiet):
    join_group(group=quiet, by=cleo)

    browser_of(cleo).post("/groups/quiet/take-back/")

    assert not Membership.objects.filter(person=cleo).exists()


def test_not_now_is_read_on_the_page_and_one_may_ask_again(cleo, quiet):
    Membership.objects.create(
        group=quiet, person=cleo, state="declined", answer="Not at the moment."
    )

    found = words(browser_of(cleo), "/groups/quiet/")

    assert "Not at the moment." in found
    assert "/groups/quiet/ask/" in found


def test_leaving_takes_one_press_and_says_so(ana, evenings, room):
    answer = browser_of(ana).post("/groups/evenings/leave/", follow=True)

    assert "You have left the group." in answer.content.decode()
    assert seat(ana, room).state == "left"


def test_a_room_is_left_and_the_group_kept(ana, evenings, room, wall):
    browser = browser_of(ana)
    address = f"/groups/evenings/rooms/{room.pk}/leave/"
    assert address in words(browser, "/groups/evenings/")

    browser.post(address)

    assert (seat(ana, room).state, seat(ana, wall).state) == ("left", "active")
    assert Membership.objects.get(group=evenings, person=ana).state == "active"
    assert address not in words(browser, "/groups/evenings/")


@pytest.mark.parametrize("act", ["ask", "take-back", "leave", "rooms/abc/leave"])
def test_acts_are_never_done_by_looking(ana, evenings, act):
    assert browser_of(ana).get(f"/groups/evenings/{act}/").status_code == 405


def test_the_care_team_meets_a_wall_without_a_word(ines, evenings):
    assert browser_of(ines).post("/groups/evenings/come-in/").status_code == 404


def test_where_somebody_is_there_now_stands_first(stranger, emil, evenings, room):
    with_nobody = group("aside", title="Aside")
    make_room(with_nobody, title="An empty room")
    before = words(stranger, "/groups/")

    on_duty(emil, room)
    after = words(stranger, "/groups/")

    assert before.index("Aside") < before.index("Evenings")
    assert after.index("Evenings") < after.index("Aside")
