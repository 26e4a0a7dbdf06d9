"""A screen without a socket reads the same events by the same encoder."""

import pytest

from realtime import presence
from tests import people
from tests.people import browser_of, seat


@pytest.fixture
def spoken(ana, ben, emil, room):
    """Three messages: Ana, Ben, and one of Ana's that was hidden."""
    from tests.realtime.acts import hide, say

    people.on_duty(emil, room)
    seqs = [say(ana, room, "One"), say(ben, room, "Two"), say(ana, room, "Taken away")]
    hide(emil, room, seqs[-1])
    room.refresh_from_db()
    return room


def since(person, room, seq):
    return browser_of(person).get(f"/rooms/{room.pk}/since/{seq}")


def test_a_screen_gets_what_came_after_its_number(ana, ben, spoken):
    answer = since(ben, spoken, 1)

    body = answer.json()
    assert (body["head"], body["more"], [e["s"] for e in body["ev"]]) == (4, False, [2, 3, 4])
    assert body["ev"][0]["a"] == {
        "id": seat(ben, spoken).wire_id,
        "name": "ben-moss",
        "role": "member",
    }
    assert [e["d"] for e in body["ev"]] == [{"body": "Two"}, {"state": "hidden"}, {}]
    assert answer["Cache-Control"] == "no-store, private"


def test_hidden_words_are_in_no_answer(ben, spoken):
    assert "Taken away" not in since(ben, spoken, 0).content.decode()


def test_who_blocked_somebody_polls_their_numbers_only(ana, ben, spoken):
    ben.blocks.create(of=ana)

    assert [e["k"] for e in since(ben, spoken, 0).json()["ev"]] == ["void", "msg", "void", "hide"]


@pytest.mark.parametrize("seq", [99, 2**53, 10**17])
def test_a_number_from_nowhere_starts_over(ben, spoken, seq):
    body = since(ben, spoken, seq).json()

    assert (body["reset"], [e["s"] for e in body["ev"]]) == ("ahead", [1, 2, 3, 4])


def test_a_stranger_gets_what_a_room_that_never_was_gives(cleo, spoken):
    browser = browser_of(cleo)
    theirs, nowhere = (browser.get(f"/rooms/{room}/since/0") for room in (spoken.pk, "0000000000"))

    assert (theirs.status_code, nowhere.status_code) == (404, 404)
    assert "One" not in theirs.content.decode()


def test_who_withdrew_consent_reads_nothing_but_why(ben, cleo, spoken):
    for somebody in (ben, cleo):
        somebody.consents.update(withdrawn_at=spoken.made_at)

    member, stranger = since(ben, spoken, 0), since(cleo, spoken, 0)

    assert (member.status_code, member.json()) == (403, {"why": "consent"})
    assert member["Cache-Control"] == "no-store, private"
    assert stranger.status_code == 404


def test_a_script_is_told_that_the_second_step_is_missing(emil, spoken, settings):
    settings.STAFF_MFA_REQUIRED = True

    answer = browser_of(emil).get(f"/rooms/{spoken.pk}/since/0", headers={"Sec-Fetch-Mode": "cors"})

    assert (answer.status_code, answer.json()) == (403, {"why": "second_factor"})


def test_without_a_log_in_it_asks_to_sign_in(client, spoken):
    answer = client.get(f"/rooms/{spoken.pk}/since/0")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


def test_it_is_only_read(ben, spoken):
    assert browser_of(ben).post(f"/rooms/{spoken.pk}/since/0").status_code == 405


@pytest.mark.parametrize("way", ["", "since/0"])
def test_who_reads_without_a_socket_is_here_too(ana, ben, spoken, way):
    browser_of(ben).get(f"/rooms/{spoken.pk}/{way}")

    assert presence.here(spoken.pk) == {seat(ben, spoken).wire_id}
