"""A person takes their words along, or goes with them; the numbers of the room stay whole."""

import pytest

from community.accounts.actions.blocking import block
from groups.actions import rounds
from groups.actions.belonging import leave_room
from groups.actions.hands import raise_hand
from groups.enums import HeldFor
from groups.events import events_after, seen_by
from groups.models import Draft, Membership, Message, Seat
from groups.own_data import erase, export
from groups.queries.room import blocked_by
from tests.people import on_duty, seat
from tests.words import history, say, told, wait


@pytest.fixture
def talk(ana, ben, emil, room):
    """Ana waits with words of her own; then she and Ben talk."""
    wait(ana, room, "Only for me.", held_for=HeldFor.ME)
    on_duty(emil, room)
    say(ana, room, "From Ana.")
    say(ben, room, "From Ben.")
    return room


def test_the_archive_holds_own_words_and_nobody_elses(ana, talk):
    archive = export(ana)

    assert [row["words"] for row in archive["words"]] == ["Only for me.", "From Ana."]
    assert "From Ben." not in str(archive)
    assert [row["group"] for row in archive["groups"]] == ["Evenings"]


def test_the_archive_tells_of_ones_turns_in_rounds_and_of_nobody_elses(ana, ben, emil, talk):
    rounds.open_round(room=talk.pk, by=emil)
    for one in (ben, ana):
        rounds.ask_for_turn(room=talk.pk, by=one)
    rounds.next_turn(room=talk.pk, by=emil)
    rounds.pass_turn(room=talk.pk, by=ana)
    raise_hand(room=talk.pk, by=ben)

    mine, theirs = export(ana), export(ben)

    assert [(turn["room"], turn["became"]) for turn in mine["rounds"]] == [
        ("The long evening", "passed")
    ]
    assert [turn["became"] for turn in theirs["rounds"]] == ["speaks"]
    assert [len(each["hand_is_up"]) for each in (mine, theirs)] == [0, 1]
    assert "ben-moss" not in str(mine)


def test_leaving_with_ones_words_empties_them(ana, talk):
    left = seat(ana, talk).wire_id

    erase(ana, False)

    assert history(talk) == ["", "From Ben."]
    assert told(talk)[-1] == (3, "erased", "")
    assert talk.events.get(kind="erased").data == {"a": left}
    assert not Message.objects.filter(body__in=["Only for me.", "From Ana."]).exists()


def test_no_name_and_no_row_is_left(ana, talk):
    erase(ana, False)

    assert not Seat.objects.filter(person=ana).exists()
    assert not Membership.objects.filter(person=ana).exists()
    assert not Draft.objects.filter(person=ana).exists()
    assert not talk.events.exclude(actor=None).filter(actor__person=ana).exists()


def test_words_may_stay_without_the_name(ana, talk):
    erase(ana, True)

    assert history(talk) == ["From Ana.", "From Ben."]
    assert Message.objects.get(room=talk, seq=1).author is None
    assert not Message.objects.filter(body="Only for me.").exists()
    assert talk.events.get(kind="erased").data["kept"] is True


def test_kept_words_come_back_to_nobody_who_blocked_their_author(ana, ben, room, wall, emil):
    on_duty(emil, room)
    say(ben, room, "Words Ana did not want.")
    block(by=ana, person=ben)
    leave_room(room=room, by=ana)

    erase(ben, True)

    heard = seen_by(events_after(room.pk, 0), blocked=blocked_by(ana))
    assert [event.body for event in heard if event.body] == []
    assert not Message.objects.filter(body="Words Ana did not want.").exists()


def test_a_block_elsewhere_takes_no_kept_words(ben, cleo, room, emil):
    on_duty(emil, room)
    say(ben, room, "Words for the room.")
    block(by=cleo, person=ben)

    erase(ben, True)

    assert history(room) == ["Words for the room."]


def test_each_room_is_told_once(ana, talk, wall):
    erase(ana, False)

    assert [room.events.filter(kind="erased").count() for room in (talk, wall)] == [1, 1]
