"""What a person chose to show is found beside their words, by those who see these words."""

import pytest
from django.urls import reverse

from community.accounts.actions.blocking import block
from community.accounts.actions.profile import describe_oneself
from community.safety.enums import Why
from groups.actions.messages import delete_message, hide_message
from tests.people import browser_of, on_duty
from tests.words import say


@pytest.fixture
def words(ana, emil, room):
    describe_oneself(pronouns="she/her", about="Jigsaws, mostly sky.", by=ana)
    on_duty(emil, room)
    return say(ana, room, "Good evening.")


def who(somebody, room, words):
    return browser_of(somebody).get(reverse("groups:who", args=[room.pk, words.seq]))


def test_who_shares_the_room_finds_pronouns_and_the_line(ben, room, words):
    page = who(ben, room, words).text

    assert [told in page for told in ("ana-lark", "she/her", "Jigsaws, mostly sky.")] == [True] * 3
    menu = browser_of(ben).get(reverse("groups:acts", args=[room.pk, words.seq])).text
    assert f"/m/{words.seq}/who/" in menu


def test_who_wrote_nothing_is_not_made_to_look_so(ben, ana, room, words):
    describe_oneself(pronouns="", about="", by=ana)

    assert "That is all right." in who(ben, room, words).text


@pytest.mark.parametrize("stranger", ["cleo", "hana"])
def test_nobody_else_finds_anybody(stranger, room, words, request):
    answer = who(request.getfixturevalue(stranger), room, words)

    assert (answer.status_code, "ana-lark" in answer.text) == (404, False)


@pytest.mark.parametrize("gone", ["hidden", "deleted", "blocked"])
def test_with_the_words_goes_the_way_to_the_person(ana, ben, emil, room, words, gone):
    if gone == "hidden":
        hide_message(room=room.pk, seq=words.seq, reason=Why.HEAVY, by=emil)
    elif gone == "deleted":
        delete_message(room=room.pk, seq=words.seq, by=ana)
    else:
        block(by=ben, person=ana)

    answer = who(ben, room, words)

    assert (answer.status_code, "Jigsaws" in answer.text) == (404, False)


def test_one_s_own_words_lead_to_nobody(ana, room, words):
    assert who(ana, room, words).status_code == 404
