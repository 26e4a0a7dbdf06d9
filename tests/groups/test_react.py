"""Three things a reader says without words: the author learns how many, nobody learns who."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from community import live
from community.accounts.actions.blocking import block, unblock
from community.refusal import Refused
from community.safety.enums import Why
from groups.actions.messages import delete_message, hide_message, restore_message
from groups.actions.speaking import react, take_reaction_back
from groups.enums import ReactionKind, WhyBack
from groups.events import events_after
from groups.models import Message, Reaction
from groups.own_data import erase, export
from tests.people import browser_of
from tests.words import say, wait

HEARD, TOO, HELPED = ReactionKind


@pytest.fixture
def words(ana, wall):
    return say(ana, wall, "The tea was cold.")


@pytest.fixture
def hints():
    """What open screens are told, as (kind, people, data)."""
    told = []
    live.listen(lambda hint: told.append((hint.kind, hint.people, hint.data)))
    return told


def press(by, room, kind=HEARD, seq=1):
    react(room=room.pk, seq=seq, kind=kind, by=by)


def room_page(somebody, room):
    return browser_of(somebody).get(reverse("groups:room", args=[room.pk]))


def newest(somebody, wall):
    """The last line of the thread on top, as this person's page has it."""
    return room_page(somebody, wall).context["wall"].threads[0].lines[-1]


def heard(somebody, room):
    """What this person's page says of the newest words."""
    return newest(somebody, room).heard


def test_the_author_learns_how_many_and_of_what(ana, ben, emil, noor, wall, words):
    for somebody in (ben, emil, noor):
        press(somebody, wall)
    press(ben, wall, HELPED)

    assert heard(ana, wall) == "3 people heard you. This helped 1 person."
    mine = browser_of(ana).get(reverse("groups:my-words", args=[wall.pk])).content.decode()
    assert "3 people heard you. This helped 1 person." in mine


def test_nobody_else_learns_anything(ana, ben, emil, wall, words):
    press(ben, wall)

    assert heard(emil, wall) == ""
    assert "heard you" not in room_page(emil, wall).content.decode()
    assert events_after(wall.pk, words.seq) == []
    assert "ben-moss" not in room_page(ana, wall).content.decode()


def test_the_authors_screens_get_a_hint_without_words(ana, ben, wall, words, commits, hints):
    with commits():
        press(ben, wall)

    assert hints == [("me", (ana.pk,), {"k": "heard", "id": f"{wall.pk}:1"})]


def test_twice_is_once(ben, wall, words, commits, hints):
    with commits():
        press(ben, wall)
        press(ben, wall)

    assert (Reaction.objects.count(), len(hints)) == (1, 1)


def test_it_can_be_taken_back(ana, ben, wall, words):
    press(ben, wall)

    take_reaction_back(room=wall.pk, seq=1, kind=HEARD, by=ben)

    assert heard(ana, wall) == ""
    assert not Reaction.objects.exists()


def test_one_sees_what_one_has_pressed(ben, emil, wall, words):
    press(ben, wall, TOO)

    assert newest(ben, wall).pressed == {"too"}
    assert newest(emil, wall).pressed == frozenset()


def test_not_to_ones_own_words(ana, wall, words):
    with pytest.raises(Refused) as caught:
        press(ana, wall)

    assert caught.value.refusal.code == "own_words"


def test_not_by_somebody_without_a_seat(cleo, wall, words):
    with pytest.raises(Refused) as caught:
        press(cleo, wall)

    assert caught.value.refusal.hides


def test_not_to_hidden_words(ana, ben, emil, wall, words):
    hide_message(room=wall.pk, seq=1, reason=Why.METHOD, by=emil)

    with pytest.raises(Refused):
        press(ben, wall)


def test_hidden_words_say_nothing_until_they_are_back(ana, ben, emil, wall, words):
    press(ben, wall)

    hide_message(room=wall.pk, seq=1, reason=Why.METHOD, by=emil)
    assert heard(ana, wall) == ""
    restore_message(room=wall.pk, seq=1, reason=WhyBack.FITS, by=emil)

    assert heard(ana, wall) == "1 person heard you."


def test_waiting_words_have_no_number_to_press(ana, ben, room):
    wait(ana, room, "Awake again.")

    with pytest.raises(Refused):
        press(ben, room)


def test_somebody_the_author_does_not_hear_reaches_nobody(ana, ben, wall, words, commits, hints):
    block(by=ana, person=ben)

    with commits():
        press(ben, wall)

    assert heard(ana, wall) == ""
    assert hints == []


def test_and_cannot_find_that_out(ana, ben, emil, wall, words):
    block(by=ana, person=ben)

    press(ben, wall)
    press(emil, wall)

    pages = [newest(who, wall) for who in (ben, emil)]
    assert [line.pressed for line in pages] == [{"heard"}, {"heard"}]


def test_words_one_does_not_want_to_hear_are_not_there_to_press(ana, ben, wall, words):
    block(by=ben, person=ana)
    with pytest.raises(Refused) as caught:
        press(ben, wall)
    assert caught.value.refusal.hides

    unblock(by=ben, person=ana.pk)
    press(ben, wall)
    assert Reaction.objects.count() == 1


def test_a_form_does_it_without_a_script(ana, ben, wall, words):
    browser = browser_of(ben)
    address = reverse("groups:react", args=[wall.pk, 1])

    answer = browser.post(address, {"kind": "heard"}, follow=True)
    assert answer.redirect_chain == [(reverse("groups:room", args=[wall.pk]) + "#m-1", 303)]
    assert 'data-pressed="heard"' in answer.content.decode()
    assert 'name="back" value="heard" aria-pressed="true"' in browser.get(address).content.decode()
    browser.post(address, {"back": "heard"})

    assert not Reaction.objects.exists()


def test_what_is_none_of_the_three_is_refused(ben, wall, words):
    answer = browser_of(ben).post(reverse("groups:react", args=[wall.pk, 1]), {"kind": "like"})

    assert answer.status_code == 400


def test_words_that_are_gone_take_it_with_them(ana, ben, wall, words):
    press(ben, wall)

    delete_message(room=wall.pk, seq=1, by=ana)

    assert not Reaction.objects.exists()


def test_it_goes_with_either_person(ana, ben, emil, wall, words):
    press(ben, wall)
    press(emil, wall)

    erase(ben, False)
    assert [reaction.person for reaction in Reaction.objects.all()] == [emil]
    erase(ana, True)

    assert not Reaction.objects.exists()


def test_the_archive_has_what_one_pressed_and_no_words_of_others(ana, ben, wall, words):
    press(ben, wall, HELPED)

    archive = export(ben)
    assert [(row["number"], row["what"]) for row in archive["told_authors"]] == [(1, "helped")]
    assert "The tea was cold." not in str(archive)


def test_the_same_thing_is_said_once(ben, emil, wall, words):
    message = Message.objects.get()
    Reaction.objects.create(message=message, person=ben, kind=HEARD)
    Reaction.objects.create(message=message, person=ben, kind=TOO)
    Reaction.objects.create(message=message, person=emil, kind=HEARD)

    with pytest.raises(IntegrityError), transaction.atomic():
        Reaction.objects.create(message=message, person=ben, kind=HEARD)


def test_there_are_three_of_them(ben, wall, words):
    with pytest.raises(IntegrityError), transaction.atomic():
        Reaction.objects.create(message=Message.objects.get(), person=ben, kind="like")
