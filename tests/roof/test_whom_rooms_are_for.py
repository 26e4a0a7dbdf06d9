"""Nobody is led to rooms that are not there for them: who came to work, and the care team."""

import pytest

from tests.people import browser_of, group

EMPTY = "You are in no room yet"
WALL = "Accounts of the care team do not go into rooms"


def page(somebody, address="/me/"):
    answer = browser_of(somebody).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("who", ["fay", "hana", "ola", "ines"])
def test_who_came_to_work_is_not_sent_to_look_for_a_room(request, evenings, who):
    assert EMPTY not in page(request.getfixturevalue(who))


@pytest.mark.parametrize("who", ["cleo", "karim"])
def test_members_without_a_room_are(request, evenings, who):
    assert EMPTY in page(request.getfixturevalue(who))


# The care team ------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/me/", "/me/rooms/"])
def test_the_care_team_is_told_plainly_and_led_to_no_room(ines, evenings, address):
    found = page(ines, address).split("<main", 1)[1].split("</main>", 1)[0]

    assert WALL in found
    assert EMPTY not in found
    for way in ('href="/groups/"', 'href="/mentoring/"', 'href="/me/rooms/"'):
        assert way not in found


def test_a_group_s_page_opens_no_door_to_the_care_team(ines, cleo, evenings):
    quiet = group("quiet", title="Quiet")
    quiet.is_private = True
    quiet.save()

    for address in ("/groups/evenings/", "/groups/quiet/"):
        found, members = browser_of(ines).get(address).text, page(cleo, address)
        assert WALL in found
        assert WALL not in members
        for door in ("come-in/", "/ask/"):
            assert door not in found
    assert "come-in/" in page(cleo, "/groups/evenings/")


def test_strangers_are_led_in_as_before(client, evenings):
    found = client.get("/groups/evenings/").content.decode()

    assert WALL not in found
    assert "/accounts/come-in/" in found
