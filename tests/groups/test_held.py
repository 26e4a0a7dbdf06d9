"""Waiting words: a moderator reads and offers, only the author lets them in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts.actions.consent import withdraw
from community.accounts.actions.leaving import start_leaving
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.actions import measures
from community.safety.enums import ItemKind, ItemState, Level
from community.safety.models import Item
from groups.actions import held
from groups.actions.belonging import leave_room
from groups.enums import HeldFor, MessageState
from groups.models import Message
from groups.near import Signal
from tests.people import on_duty, seat
from tests.words import history, told, wait


@pytest.fixture
def waiting(ana, room):
    return wait(ana, room, "I could not sleep.")


def read_and_offer(message, by):
    held.open_held(room=message.room_id, message=message.pk, by=by)
    held.offer_held(room=message.room_id, message=message.pk, by=by)


def now(message):
    return Message.objects.get(pk=message.pk)


def code(act, **how):
    with pytest.raises(Refused) as caught:
        act(**how)
    return caught.value.refusal.code


def test_nobody_has_seen_them_until_a_moderator_opens_them(emil, waiting):
    assert waiting.seen_at is None

    held.open_held(room=waiting.room_id, message=waiting.pk, by=emil)

    assert (now(waiting).seen_by, now(waiting).seen_at is not None) == (emil.pk, True)


def test_the_first_reader_stays_the_one_who_read(emil, noor, waiting):
    held.open_held(room=waiting.room_id, message=waiting.pk, by=emil)
    held.open_held(room=waiting.room_id, message=waiting.pk, by=noor)

    assert now(waiting).seen_by == emil.pk


def test_an_offer_shows_nothing_to_the_room(emil, room, waiting):
    read_and_offer(waiting, emil)

    assert (told(room), history(room)) == ([], [])
    assert now(waiting).state == MessageState.HELD


def test_the_authors_yes_numbers_them(ana, emil, room, waiting):
    on_duty(emil, room)
    read_and_offer(waiting, emil)

    assert held.let_in(room=room.pk, cid=waiting.cid, by=ana)

    assert told(room) == [(1, "msg", "I could not sleep.")]
    assert Item.objects.get(kind=ItemKind.HELD).outcome == "let_in"


def test_a_yes_without_an_offer_is_not_enough(ana, emil, room, waiting):
    on_duty(emil, room)

    assert code(held.let_in, room=room.pk, cid=waiting.cid, by=ana) == "not_offered"
    assert told(room) == []


def test_a_yes_at_night_waits_for_somebody_to_be_there(ana, emil, room, waiting):
    read_and_offer(waiting, emil)

    assert not held.let_in(room=room.pk, cid=waiting.cid, by=ana)
    held.let_in_agreed(timezone.now())
    assert told(room) == []

    on_duty(emil, room)
    held.let_in_agreed(timezone.now())
    held.let_in_agreed(timezone.now())

    assert told(room) == [(1, "msg", "I could not sleep.")]


def leave(ana, hana, room):
    start_leaving(by=ana, keeps_words=False)


def withdraw_consent(ana, hana, room):
    withdraw(by=ana)


def be_suspended(ana, hana, room):
    measures.suspend(person=ana, until=None, reason="rules", words="For a while.", by=hana)


def stand_up(ana, hana, room):
    leave_room(room=room, by=ana)


@pytest.mark.parametrize("go", [leave, withdraw_consent, be_suspended, stand_up])
def test_a_kept_yes_ends_with_the_authors_place(ana, emil, hana, room, waiting, go):
    read_and_offer(waiting, emil)
    assert not held.let_in(room=room.pk, cid=waiting.cid, by=ana)

    go(ana, hana, room)
    on_duty(emil, room)
    held.let_in_agreed(timezone.now())

    assert history(room) == []
    assert now(waiting).state == MessageState.HELD


def test_a_yes_counts_only_for_the_words_that_were_read(ana, emil, room, waiting):
    on_duty(emil, room)
    read_and_offer(waiting, emil)

    held.change_held(room=room.pk, cid=waiting.cid, body="Something else entirely.", by=ana)

    assert code(held.let_in, room=room.pk, cid=waiting.cid, by=ana) == "not_offered"
    assert (now(waiting).seen_at, now(waiting).offered_at) == (None, None)


def test_a_moderator_cannot_say_yes_for_the_author(emil, room, waiting):
    read_and_offer(waiting, emil)

    assert code(held.let_in, room=room.pk, cid=waiting.cid, by=emil) == "not_there"


def test_nothing_is_offered_unread(emil, room, waiting):
    assert code(held.offer_held, room=room.pk, message=waiting.pk, by=emil) == "not_read"


def test_a_moderator_offers_no_words_of_their_own(emil, noor, room):
    own = wait(emil, room, "I too could not sleep.")
    held.open_held(room=room.pk, message=own.pk, by=noor)

    assert code(held.offer_held, room=room.pk, message=own.pk, by=emil) == "own_words"


def test_words_for_the_team_are_never_offered_to_the_group(ana, emil, room):
    private = wait(ana, room, "Only for you.", held_for=HeldFor.TEAM)
    held.open_held(room=room.pk, message=private.pk, by=emil)

    assert code(held.offer_held, room=room.pk, message=private.pk, by=emil) == "not_for_group"


def test_words_for_the_author_alone_open_for_nobody(ana, emil, room):
    mine = wait(ana, room, "Only for me.", held_for=HeldFor.ME)

    assert code(held.open_held, room=room.pk, message=mine.pk, by=emil) == "not_there"
    assert not Item.objects.exists()


@pytest.mark.parametrize(
    ("who", "refused"),
    [("ben", "not_moderator"), ("cleo", "not_member"), ("hana", "take_first")],
)
def test_who_does_not_moderate_reads_no_waiting_words(who, refused, room, waiting, request):
    by = request.getfixturevalue(who)

    assert code(held.open_held, room=room.pk, message=waiting.pk, by=by) == refused
    assert now(waiting).seen_at is None


def test_words_of_another_room_are_not_found_through_mine(emil, room, wall, waiting):
    assert code(held.open_held, room=wall.pk, message=waiting.pk, by=emil) == "not_there"


def test_a_wish_for_other_words_reaches_the_author_sealed(ana, emil, room, waiting):
    held.open_held(room=room.pk, message=waiting.pk, by=emil)

    held.ask_for_change(
        room=room.pk, message=waiting.pk, words="Could you leave the dose out?", by=emil
    )

    assert now(waiting).wish == "Could you leave the dose out?"
    assert Notification.objects.get(person=ana).kind == "ask_for_change"
    assert Entry.objects.get(act="ask_for_change").data == {}


def test_keeping_words_between_us_takes_them_from_the_group(ana, emil, room, waiting):
    read_and_offer(waiting, emil)

    held.keep_between_us(room=room.pk, message=waiting.pk, by=emil)

    assert (now(waiting).held_for, now(waiting).offered_at) == ("team", None)
    assert code(held.let_in, room=room.pk, cid=waiting.cid, by=ana) == "not_offered"


def test_the_author_may_rather_not(ana, emil, room, waiting):
    read_and_offer(waiting, emil)

    held.decline_offer(room=room.pk, cid=waiting.cid, by=ana)

    assert (now(waiting).state, now(waiting).held_for) == ("held", "team")


def test_taking_back_leaves_nothing(ana, room, waiting):
    held.take_back(room=room.pk, cid=waiting.cid, by=ana)

    kept = now(waiting)
    assert (kept.body, kept.state, kept.seq) == ("", "deleted", None)
    assert Item.objects.get(kind=ItemKind.HELD).state == ItemState.CLOSED
    assert told(room) == []


def test_taking_back_lowers_no_flag(ana, room):
    grave = wait(ana, room, "A grave thing.", signal=Signal(Level.NOW, ("means",)))

    held.take_back(room=room.pk, cid=grave.cid, by=ana)

    assert Item.objects.get(kind=ItemKind.SIGNAL).state == ItemState.OPEN


def test_choosing_the_team_after_oneself_puts_them_on_the_desk(ana, room):
    mine = wait(ana, room, "Only for me, or not.", held_for=HeldFor.ME)

    held.choose_held_for(room=room.pk, cid=mine.cid, held_for=HeldFor.TEAM, by=ana)

    assert Item.objects.get(kind=ItemKind.HELD).subject_id == str(mine.pk)


def test_choosing_oneself_takes_them_off_the_desk(ana, emil, room, waiting):
    held.choose_held_for(room=room.pk, cid=waiting.cid, held_for=HeldFor.ME, by=ana)

    assert Item.objects.get(kind=ItemKind.HELD).outcome == "kept_private"
    assert code(held.open_held, room=room.pk, message=waiting.pk, by=emil) == "not_there"


def test_a_paused_author_lets_nothing_in(ana, emil, room, waiting):
    on_duty(emil, room)
    read_and_offer(waiting, emil)
    place = seat(ana, room)
    place.paused_until = timezone.now() + timedelta(hours=1)
    place.save()

    assert code(held.let_in, room=room.pk, cid=waiting.cid, by=ana) == "paused"
