"""An answer says whom it answers; what it quotes is read from those words as they are now."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from community.accounts.actions.blocking import block
from community.safety.enums import Why
from groups.actions.comfort import choose_folds, mute_words
from groups.actions.messages import delete_message, hide_message
from groups.enums import Fold, NoteKind
from groups.models import Message
from groups.own_data import erase
from groups.queries.answers import QUOTED
from groups.queries.history import PAGE, newest
from groups.queries.room import room_page, seat_in
from tests.people import browser_of, on_duty
from tests.words import say


@pytest.fixture
def evening(emil, room):
    """The live room, with somebody from the team in it."""
    on_duty(emil, room)
    return room


@pytest.fixture
def talk(ana, ben, evening):
    """Ben said something, Ana answered."""
    say(ben, evening, "It was on the stairs.")
    say(ana, evening, "I hear you.", reply_to=1)
    return evening


def page_of(somebody, room, query=""):
    return browser_of(somebody).get(reverse("groups:room", args=[room.pk]) + query)


def quote(somebody, room):
    """What stands above the newest words on this person's page."""
    line = page_of(somebody, room).context["page"].lines[-1]
    return line.to.name, line.to.own, line.to.words, line.to.on_page


def test_it_says_whom_and_which_words(emil, talk):
    assert quote(emil, talk) == ("ben-moss", False, "It was on the stairs.", True)


def test_one_is_told_that_it_is_to_oneself(ben, talk):
    assert '<a href="#m-1">to you</a>' in page_of(ben, talk).content.decode()


def test_long_words_are_quoted_by_their_beginning(ana, ben, evening):
    say(ben, evening, "On the stairs\n" * 20)
    say(ana, evening, "I hear you.", reply_to=1)

    words = quote(ana, evening)[2]
    assert (len(words), words[-1]) == (QUOTED + 1, "…")


def test_hidden_words_are_quoted_nowhere(emil, ana, talk):
    hide_message(room=talk.pk, seq=1, reason=Why.METHOD, by=emil)

    assert quote(ana, talk)[2] == ""
    assert "on the stairs" not in page_of(ana, talk).content.decode()


def test_words_taken_out_are_quoted_nowhere(ben, ana, talk):
    delete_message(room=talk.pk, seq=1, by=ben)

    assert quote(ana, talk) == ("ben-moss", False, "", True)


def test_nobody_is_named_who_has_gone_for_good(ben, ana, talk):
    erase(ben, True)

    assert quote(ana, talk)[0] == ""
    assert "to an earlier message" in page_of(ana, talk).content.decode()


def test_words_of_somebody_blocked_are_quoted_nowhere(ben, emil, talk):
    block(by=emil, person=ben)

    page = page_of(emil, talk).content.decode()
    assert quote(emil, talk) == ("", False, "", False)
    assert ("on the stairs" in page, "ben-moss" in page) == (False, False)


def test_folded_words_are_quoted_nowhere(emil, ana, ben, evening):
    say(ben, evening, "It was on the stairs.", note_kind=NoteKind.LOSS)
    say(ana, evening, "I hear you.", reply_to=1)

    assert quote(emil, evening) == ("ben-moss", False, "", True)


def test_words_with_a_note_are_quoted_to_who_reads_such_notes(emil, ana, ben, evening):
    say(ben, evening, "It was on the stairs.", note_kind=NoteKind.LOSS)
    say(ana, evening, "I hear you.", reply_to=1)

    choose_folds(choices={NoteKind.LOSS: Fold.SHOW}, by=emil)

    assert quote(emil, evening)[2] == "It was on the stairs."


def test_muted_words_are_quoted_nowhere(emil, talk):
    now = Message.objects.get(seq=1).written_at
    mute_words(words="stair", until=now.replace(year=now.year + 1), now=now, by=emil)

    assert quote(emil, talk)[2] == ""


def test_words_of_an_earlier_page_are_quoted_with_the_way_to_them(ana, ben, evening):
    say(ben, evening, "The first of many.")
    for number in range(PAGE):
        say(ben, evening, f"Words {number}")
    say(ana, evening, "Back to that.", reply_to=1)

    assert quote(ana, evening) == ("ben-moss", False, "The first of many.", False)
    assert 'href="?before=2#m-1"' in page_of(ana, evening).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_an_earlier_page_is_asked_for_once(ana, ben, evening, count, django_assert_num_queries):
    for number in range(3):
        say(ben, evening, f"Words {number}")
    for number in range(PAGE):
        say(ana, evening, f"Answer {number}", reply_to=1 + number % count)
    seat = seat_in(ana, evening.pk)
    stretch = newest(seat.room)
    room_page(ana, seat, now=timezone.now(), stretch=stretch)

    with django_assert_num_queries(14):
        room_page(ana, seat, now=timezone.now(), stretch=stretch)


def test_without_a_script_one_answers_by_an_address(ana, ben, evening):
    say(ben, evening, "It was on the stairs.", intent="listen")
    browser, room = browser_of(ana), reverse("groups:room", args=[evening.pk])

    page = browser.get(f"{room}?answer=1").content.decode()
    assert '<input type="hidden" name="reply_to" value="1">' in page
    assert '<span class="message-intent" id="answering-intent">Please just listen</span>' in page
    browser.post(room, {"cid": str(uuid4()), "body": "I hear you.", "reply_to": "1"})

    assert Message.objects.get(seq=2).reply_to == 1


@pytest.mark.parametrize("number", ["0", "9", "x", "99999999999999999999"])
def test_where_there_is_nothing_to_answer_one_writes_to_everybody(ana, talk, number):
    page = page_of(ana, talk, f"?answer={number}").content.decode()

    assert '<input type="hidden" name="reply_to" value="">' in page


def test_hidden_words_are_not_answered(ana, emil, talk):
    hide_message(room=talk.pk, seq=1, reason=Why.METHOD, by=emil)

    assert page_of(ana, talk, "?answer=1").context["page"].answers is None
