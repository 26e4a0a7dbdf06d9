"""An evening of three people without a mouse: what is said, and what those who look after the room
do. Nobody presses anything that Tab did not lead to."""

from datetime import timedelta

import pytest
from django.utils import timezone

from groups.actions.back_room import open_back_room
from tests.browser.keys import Keys
from tests.browser.rooms import opened, settled, wait_for_words
from tests.people import on_duty
from tests.words import history, say

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["opened"]

MENU = "What you can do with words of ana-lark"


@pytest.fixture
def at(opened, emil, room):
    """`at(ana)`: Ana at her keyboard, in the room that Emil is there for."""
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))

    def sits_down(somebody):
        keys = Keys(opened(somebody, room))
        keys.page.wait_for_function("() => document.documentElement.matches('.scripted')")
        for run in (keys.page.evaluate, keys.page.add_init_script):
            run("Math.random = () => 0")  # pages ask the server at once, and not one by one
        return keys

    return sits_down


def test_an_evening_by_keyboard_alone(at, ana, ben, emil, noor, evenings, room):
    ana_keys, ben_keys, emil_keys = at(ana), at(ben), at(emil)
    back = open_back_room(group=evenings, by=noor)
    open_back_room(group=evenings, by=emil)
    say(noor, back, "Somebody should write to the new one.")

    words_with_a_wish_and_a_note(ana_keys, ben_keys)
    a_reader_chooses_what_is_folded(ben_keys)
    a_round_with_a_pass(emil_keys, ana_keys, ben_keys)
    a_part_is_covered(emil_keys, ana_keys)
    words_are_hidden_and_come_back(emil_keys, ana_keys)
    a_breather(emil_keys, ana_keys)
    a_room_that_rests(emil_keys, ana_keys)
    words_that_waited_go_in(emil_keys, ana_keys)
    the_team_puts_a_note_above(emil_keys, ana_keys)
    a_talk_for_two(emil_keys, ana_keys)
    a_note_is_taken(emil_keys)

    assert history(room) == ["\ufffc do I ask for a window?", "I cannot"]
    taken = emil_keys.page.locator("#messages .message-taken .tag:visible")
    assert taken.all_inner_texts() == ["emil-ash takes this"]


def words_with_a_wish_and_a_note(ana, ben):
    ana.enter("More: what you would like")
    ana.to("#intent")
    ana.pick("Looking for")
    ana.to("#note-kind")
    ana.pick("Hospital")
    ana.to("#note")
    ana.type("a ward")
    ana.to("#box", by="Shift+Tab")
    ana.type("How do I ask for a window?")
    ana.enter("#send")
    ana.see("#m-1")
    assert ana.page.evaluate("document.activeElement.id") == "box"

    ben.see("#m-1 .message-intent", "Looking for something practical")
    ben.enter("Hospital and treatment: a ward")
    ben.see("#m-1 .message-words", "How do I ask for a window?")


def a_reader_chooses_what_is_folded(ben):
    ben.go("More: what you would like", "My settings here", "What I would rather not meet")
    ben.see("h1", "How rooms are for me")
    ben.to("Hospital and treatment")
    ben.pick("Show me only a line")
    ben.to("[name=typing]")
    ben.press("Space")
    ben.go("Save")
    ben.see("[name=typing]:checked")
    ben.to("A word or a few in a row")
    ben.type("rain")
    ben.go("Fold messages with it")
    ben.see(".muted-words", "rain")
    ben.go("Back")

    ben.see("#m-1 .message-note[data-how=never] summary", "Folded, as you chose")


def a_round_with_a_pass(emil, ana, ben):
    ana.enter("Who is here", "I am here")
    ana.see("#together", "Others see your name here.")
    emil.go("Who is here", "Round and pace")
    emil.see("h1", "Round and pace")
    emil.choose("About 2 minutes")
    emil.go("Open a round")
    ana.see("#round-now", "A round is about to begin")
    ben.see("#together", "How would you like to be here?")
    ben.enter("I listen, by name")
    ben.see("#round-now", "A round is about to begin")
    ben.page.close()

    emil.enter("Begin")
    ana.see("#round-now", "You have the turn")
    with emil.page.expect_response(lambda answer: answer.request.method == "POST"):
        emil.enter("A minute more")
    ana.enter("Pass")
    emil.see("#round-now", "Everyone has had a turn.")
    emil.enter("End the round")
    for keys in (emil, ana):
        keys.page.locator(".round").wait_for(state="detached")
    ana.see("#who-is-here", "Who is here")


def a_part_is_covered(emil, ana):
    emil.go(MENU, "Cover a part of it")
    emil.see("h1", "Cover a part of these words")
    emil.to("#cover-words")
    emil.press("Control+Home", *["Shift+ArrowRight"] * 3)
    emil.page.wait_for_function("() => document.querySelector('[name=part]').value === 'How'")
    emil.choose("it names a way to be harmed")
    emil.go("Cover it")

    ana.see("#m-1 .covered")


def words_are_hidden_and_come_back(emil, ana):
    emil.go(MENU, "Hide, and say why")
    emil.see("h1", "Hide these words")
    emil.choose("it names a way to be harmed")
    emil.go("Hide them")
    ana.see("#m-1", "The team has hidden your words.")

    emil.go(MENU, "Look again")
    emil.see("h1", "Show these words again?")
    emil.to("[type=radio]")
    emil.press("Space")
    emil.go("Show them again")
    ana.see("#m-1", "do I ask for a window?")


def a_breather(emil, ana):
    ana.to("#box")
    ana.type("I cannot")
    emil.go(MENU, "Offer a breather")
    emil.see("h1", "Ten quiet minutes")
    emil.to("[name=words]")
    emil.type("Look out of the window with me.")
    emil.go("Give them ten minutes")
    ana.page.wait_for_function("() => document.activeElement.id === 'instead'")

    emil.go(MENU, "Offer a breather")
    emil.see("h1", "Ten quiet minutes")
    emil.go("Let them write again")
    ana.page.locator("#composer").wait_for(state="visible")


def a_room_that_rests(emil, ana):
    emil.go("Looking after this room", "Let the room rest")
    ana.see("#strip", "The room rests for a while.")
    ana.enter("#send")
    ana.see("#held .message-words", "I cannot")

    emil.see("#strip", "The room rests for a while.")
    emil.go("Looking after this room", "Open the room again")
    ana.see("#strip", "emil-ash from the team is here.")


def words_that_waited_go_in(emil, ana):
    emil.go("1 message waits for you")
    emil.see("h1", "Words that wait")
    emil.go("Read it")
    emil.see(".message-words", "I cannot")
    emil.go("Let in, if the author still wants")
    ana.see("#held", "Yes, let them read it")
    ana.go("Yes, let them read it")

    wait_for_words(ana.page, "I cannot")


def the_team_puts_a_note_above(emil, ana):
    emil.go("Back")
    emil.see("#messages .message-words", "I cannot")
    emil.to(MENU)  # of words that have a note of her own
    emil.go(MENU, "Put a note above it")
    emil.see("h1", "Put a note above these words")
    emil.choose("Loss and grief")
    emil.go("Put it there")

    ana.see("#messages summary", "Loss and grief")


def a_talk_for_two(emil, ana):
    emil.go(MENU, "Step aside with them")
    emil.see("h1", "With ana-lark")
    emil.to("#box")
    emil.type("We have all the time.")
    emil.enter("#send")
    settled(emil.page)
    ana.see("#beside", "Your side room: With emil-ash")
    ana.go("Your side room: With emil-ash")
    wait_for_words(ana.page, "We have all the time.")
    emil.go("End this talk")

    ana.see("#strip", "This talk is over.")


def a_note_is_taken(emil):
    emil.see("h1", "The long evening")
    emil.go("Looking after this room", "Back room")
    emil.see("#messages .message-words", "Somebody should write to the new one.")
    emil.go("I take this")

    emil.see("#messages .message-taken .tag", "emil-ash takes this")
