"""A room that rests refuses no word: everybody reads, what is written waits."""

import pytest
from django.urls import reverse
from django.utils import timezone

from community.record.models import Entry
from community.refusal import Refused
from groups.actions.held import let_in, let_in_agreed, offer_held, open_held
from groups.actions.messages import edit_message
from groups.actions.resting import let_rest, wake
from tests.people import browser_of, on_duty
from tests.words import history, say, told, wait


@pytest.fixture
def resting(emil, room):
    on_duty(emil, room)
    let_rest(room=room.pk, by=emil)
    return room


def test_what_members_write_waits_and_is_kept(ana, resting):
    verdict = say(ana, resting, "Is anybody there?")

    assert (verdict.refusal, verdict.held, verdict.seq) == (None, True, None)
    assert history(resting) == []


def test_its_moderators_are_heard(emil, resting):
    say(emil, resting, "Let us breathe for a moment.")

    assert history(resting) == ["Let us breathe for a moment."]


def test_a_moderator_waits_as_ever_while_nobody_is_on_duty(emil, noor, resting):
    emil.duties.all().delete()

    assert say(noor, resting, "I am here.").held


def test_everybody_is_told_in_calm_words_and_by_a_number(ana, ben, emil, resting):
    page = browser_of(ben).get(resting.get_absolute_url()).content.decode()

    assert "The room rests for a while." in page
    assert told(resting) == [(1, "lock", "")]
    assert Entry.objects.get(act="lock_room").by == emil.pk


def test_opening_lets_nothing_in_by_itself(ana, emil, resting):
    wait(ana, resting, "Is anybody there?")

    wake(room=resting.pk, by=emil)

    assert history(resting) == []
    assert say(ana, resting, "Now I am heard.").held is False
    assert [kind for _seq, kind, _body in told(resting)] == ["lock", "unlock", "msg"]


def test_a_yes_given_while_it_rests_is_kept_until_it_is_open(ana, emil, resting):
    held = wait(ana, resting, "Is anybody there?")
    open_held(room=resting.pk, message=held.pk, by=emil)
    offer_held(room=resting.pk, message=held.pk, by=emil)

    went_in = let_in(room=resting.pk, cid=held.cid, by=ana)
    let_in_agreed(timezone.now())
    before = history(resting)
    wake(room=resting.pk, by=emil)
    let_in_agreed(timezone.now())

    assert (went_in, before, history(resting)) == (False, [], ["Is anybody there?"])


def test_words_others_have_read_stay_as_they_are(ana, emil, room):
    on_duty(emil, room)
    said = say(ana, room, "Hello.")
    let_rest(room=room.pk, by=emil)

    with pytest.raises(Refused) as caught:
        edit_message(room=room.pk, seq=said.seq, body="Goodbye.", by=ana)

    assert (caught.value.refusal.code, history(room)) == ("waiting", ["Hello."])


@pytest.mark.parametrize("who", ["ana", "noor", "cleo"])
def test_only_who_is_on_duty_lets_it_rest(who, emil, room, request):
    on_duty(emil, room)

    with pytest.raises(Refused):
        let_rest(room=room.pk, by=request.getfixturevalue(who))

    room.refresh_from_db()
    assert room.locked_at is None


def test_two_moderators_do_it_once(emil, noor, resting):
    on_duty(noor, resting)

    with pytest.raises(Refused) as caught:
        let_rest(room=resting.pk, by=noor)

    assert (caught.value.refusal.code, len(told(resting))) == ("rests", 1)


def test_a_slow_room_rests_too(ana, emil, wall):
    let_rest(room=wall.pk, by=emil)

    assert say(ana, wall, "A line for the wall.").held


def test_the_buttons_are_for_who_looks_after_it(ana, emil, room):
    on_duty(emil, room)
    page = {
        who: browser_of(who).get(room.get_absolute_url()).content.decode() for who in (ana, emil)
    }
    rest = reverse("groups:rest", args=[room.pk])

    answer = browser_of(emil).post(rest)

    room.refresh_from_db()
    assert [rest in page[who] for who in (ana, emil)] == [False, True]
    assert (answer.status_code, room.locked_at is None) == (303, False)
