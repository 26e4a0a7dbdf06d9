"""Who asks for something and gets no answer in words comes onto the desk; a reaction stops nothing."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.accounts.models import Block
from community.safety.actions import deciding, desk
from community.safety.enums import ItemKind, ItemState, Level
from community.safety.models import Item, Letter
from groups.actions.aside import ask_aside, end_talk
from groups.actions.asks import tick
from groups.actions.messages import delete_message
from groups.actions.speaking import react
from groups.enums import Intent, ReactionKind
from groups.models import Room, Seat
from groups.queries.asks import LIVE_WITHIN, TALK_WITHIN, waiting
from tests.people import browser_of, on_duty
from tests.safety.conftest import decision
from tests.words import say

HOUR, LATER = timedelta(hours=1), timedelta(seconds=1)


@pytest.fixture
def led(emil, room):
    """Emil is there, and nobody is new: first words have a clock of their own."""
    on_duty(emil, room, until=timezone.now() + 9 * HOUR)
    Seat.objects.filter(room=room).update(first_words_at=timezone.now() - 9 * HOUR)
    return room


def in_a_while(wait=LIVE_WITHIN):
    return timezone.now() + wait + LATER


def asks(somebody, room, words="Is anybody there?", **more):
    return say(somebody, room, words, intent=Intent.LISTEN, **more).seq


def on_the_desk():
    found = Item.objects.filter(kind=ItemKind.ASKED).order_by("pk")
    return [(item.about.handle, item.level, item.state) for item in found]


WAITS = [("ana-lark", Level.TODAY, ItemState.OPEN)]
DONE = [("ana-lark", Level.TODAY, ItemState.CLOSED)]


def test_no_answer_in_a_live_room_comes_onto_the_desk_once(ana, ben, led):
    asked = asks(ana, led)
    react(room=led.pk, seq=asked, kind=ReactionKind.HEARD, by=ben)
    tick(in_a_while(LIVE_WITHIN - timedelta(minutes=1)))
    early = on_the_desk()

    for _ in range(2):
        tick(in_a_while())

    item = Item.objects.get(kind=ItemKind.ASKED)
    assert (early, on_the_desk()) == ([], WAITS)
    assert (item.area, item.subject_kind, item.promised_at > timezone.now()) == (
        led.area,
        "message",
        True,
    )


def test_who_asks_for_nothing_has_no_clock(ana, emil, led):
    say(ana, led, "Good evening.")
    asks(emil, led)  # looks after the room

    tick(in_a_while())

    assert on_the_desk() == []


def test_only_words_that_reach_them_stop_the_clock(ana, ben, emil, led):
    said = say(ben, led, "What is for supper?").seq
    asked = asks(ana, led)
    say(emil, led, "Soup.", reply_to=said)
    other = Block.objects.create(by=ana, of=emil)
    say(emil, led, "I am here.", reply_to=asked)
    tick(in_a_while())
    to_others_or_unheard = on_the_desk()
    other.delete()

    tick(in_a_while())

    assert (to_others_or_unheard, on_the_desk()) == (WAITS, DONE)


def test_it_runs_again_where_they_write_on_unanswered(ana, ben, led):
    asks(ana, led)
    say(ben, led, "I am listening.")
    tick(in_a_while())
    answered = on_the_desk()
    say(ana, led, "It is worse than yesterday.")

    tick(in_a_while())

    assert (answered, on_the_desk()) == ([], WAITS)


def test_what_a_person_closed_stays_closed_until_more_is_said(ana, emil, led):
    asks(ana, led)
    tick(in_a_while())
    item = desk.take(item=Item.objects.get(kind=ItemKind.ASKED).pk, by=emil)
    deciding.decide(item=item.pk, by=emil, decision=decision("write", words="I read you, Ana."))
    tick(in_a_while())
    once = on_the_desk()
    say(ana, led, "Nobody has said a word.")

    tick(in_a_while())

    assert (once, on_the_desk()) == (DONE, [*DONE, *WAITS])
    assert Letter.objects.get().person == ana


def test_what_is_taken_out_waits_for_nobody(ana, led):
    asked = asks(ana, led)
    tick(in_a_while())
    delete_message(room=led.pk, seq=asked, by=ana)

    tick(in_a_while())

    assert [state for *_, state in on_the_desk()] == [ItemState.CLOSED]


def test_on_a_wall_the_author_reads_when_the_team_hears_of_it(ana, ben, wall):
    post, other = asks(ana, wall), say(ben, wall, "Good morning.").seq
    say(ben, wall, "Elsewhere.", reply_to=other)
    page = browser_of(ana).get(wall.get_absolute_url()).text
    tick(in_a_while(5 * HOUR))

    late = browser_of(ana).get(wall.get_absolute_url()).text
    desk_of_ben = browser_of(ben).get(wall.get_absolute_url()).text
    say(ben, wall, "I hear you.", reply_to=post)
    tick(in_a_while(5 * HOUR))

    assert "If nobody has answered you by" in page
    assert "The team is asked to look." in late
    assert "If nobody has answered you" not in desk_of_ben
    assert on_the_desk() == DONE


def test_however_many_ask_the_clock_asks_as_often(ana, ben, led, django_assert_num_queries):
    now = in_a_while()
    asks(ana, led)
    with django_assert_num_queries(2):
        assert len(waiting(now=now)) == 1
    asks(ben, led, reply_to=None)
    asks(ana, led, "Hello?", reply_to=1)

    with django_assert_num_queries(2):
        waiting(now=now)


# A talk for two ----------------------------------------------------------------------------------


def test_a_talk_nobody_answers_reaches_others_of_the_team(ana, emil, noor, led):
    side = ask_aside(room=led.pk, by=ana)
    shown = browser_of(ana).get(side.get_absolute_url()).text
    to_emil = browser_of(emil).get(side.get_absolute_url()).text
    tick(in_a_while(TALK_WITHIN))

    late = browser_of(ana).get(side.get_absolute_url()).text
    item = Item.objects.get(kind=ItemKind.ASKED)
    page = browser_of(noor).get(f"/desk/items/{item.pk}/").text

    assert "others from the team hear that you asked" in shown
    assert "wait for your first words" in to_emil
    assert "Others from the team were called." in late
    assert (item.level, item.about, item.subject_kind) == (Level.SOON, ana, "talk")
    assert "asked somebody of the team for a talk, and has no answer there" in page


def test_an_answer_there_stops_it_and_asking_again_begins_anew(ana, emil, led):
    side = ask_aside(room=led.pk, by=ana)
    say(ana, side, "Are you there?")
    tick(in_a_while(TALK_WITHIN))
    say(emil, side, "I am here now.")
    tick(in_a_while(TALK_WITHIN))
    answered = on_the_desk()
    again = ask_aside(room=led.pk, by=ana)

    tick(in_a_while(TALK_WITHIN))

    assert (side, [state for *_, state in answered]) == (again, [ItemState.CLOSED])
    assert [state for *_, state in on_the_desk()] == [ItemState.CLOSED, ItemState.OPEN]


def test_ending_a_talk_unheard_closes_nothing(ana, emil, led):
    side = ask_aside(room=led.pk, by=ana)
    tick(in_a_while(TALK_WITHIN))
    end_talk(room=side.pk, by=ana)

    tick(in_a_while(TALK_WITHIN))

    assert [state for *_, state in on_the_desk()] == [ItemState.OPEN]


def test_only_a_side_room_was_asked_for(room):
    with pytest.raises(IntegrityError), transaction.atomic():
        Room.objects.filter(pk=room.pk).update(asked_at=timezone.now())
