"""A talking round: one speaker at a time, passing is fine, everybody else listens."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from community import live
from community.accounts.enums import Standing
from community.record.models import Entry
from community.refusal import Refused
from community.safety.enums import Level
from community.safety.models import Duty, Item
from groups import own_data, presence
from groups.actions import belonging, rounds
from groups.actions.being_here import be_here, set_pace
from groups.actions.hands import raise_hand
from groups.actions.hosting import make_host, take_hosting
from groups.actions.messages import edit_message
from groups.actions.rounds_clock import tick_rounds
from groups.enums import HostKind, MessageState
from groups.events import events_after
from groups.models import Hand, Meeting, Message, RoomEvent, Round, Turn
from groups.near import Near, Signal
from tests.groups.meetings import meet_at
from tests.people import browser_of, join, on_duty, person, seat
from tests.words import history, say

MINUTE = timedelta(minutes=1)
NOW = Signal(Level.NOW, ("plan",))


@pytest.fixture
def here(monkeypatch, room):
    """`here(ana, ben)`: these people have the room open."""
    open_in = set()
    monkeypatch.setattr(presence, "_asked", [lambda _room: frozenset(open_in)])

    def opens(*people):
        open_in.update(seat(one, room).wire_id for one in people)

    return opens


@pytest.fixture
def led(emil, room):
    """Emil is on duty for an hour."""
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    return room


@pytest.fixture
def three(ana, ben, evenings, led, here):
    """Ben, then Ana, then Cleo said that they are here; Juno listens."""
    cleo, juno = person("cleo-finch"), person("juno-sky")
    for one in (cleo, juno):
        join(one, evenings)
    for one in (ben, ana, cleo):
        be_here(room=led.pk, by=one)
    here(ana, ben, cleo, juno)
    return ben, ana, cleo


@pytest.fixture
def running(three, emil, led):
    """A round of the three; Ben has the turn."""
    rounds.open_round(room=led.pk, seconds=120, by=emil)
    rounds.next_turn(room=led.pk, by=emil)
    return led


def standing(room):
    """Everybody's place in the newest round, in order."""
    turns = Turn.objects.filter(round=Round.objects.latest("pk")).select_related("seat__person")
    return [(turn.seat.person.handle.split("-")[0], str(turn.state)) for turn in turns]


def code(verdict):
    return verdict.refusal.code if verdict.refusal else None


def refusal(act, **named):
    with pytest.raises(Refused) as refused:
        act(**named)
    return refused.value.refusal.code


# Opening and leading ------------------------------------------------------------------------------


def test_who_is_here_by_name_has_a_turn_in_the_order_of_arrival(three, emil, led):
    rounds.open_round(room=led.pk, seconds=120, by=emil)

    assert standing(led) == [("ben", "waits"), ("ana", "waits"), ("cleo", "waits")]


def test_before_it_begins_everybody_may_write(three, ana, emil, led):
    rounds.open_round(room=led.pk, by=emil)

    assert code(say(ana, led, "Can you all read me?")) is None


def test_one_after_the_other_and_then_the_talk_is_open(running, emil, ana):
    seen = [standing(running)]
    for _ in range(3):
        rounds.next_turn(room=running.pk, by=emil)
        seen.append(standing(running))

    assert seen == [
        [("ben", "speaks"), ("ana", "waits"), ("cleo", "waits")],
        [("ben", "spoke"), ("ana", "speaks"), ("cleo", "waits")],
        [("ben", "spoke"), ("ana", "spoke"), ("cleo", "speaks")],
        [("ben", "spoke"), ("ana", "spoke"), ("cleo", "spoke")],
    ]
    assert code(say(ana, running, "Thank you all.")) is None


def test_a_room_says_truly_whether_a_round_is_open(three, emil, led):
    seen = [led.in_round]
    for act in (rounds.open_round, rounds.end_round):
        act(room=led.pk, by=emil)
        led.refresh_from_db()
        seen.append(led.in_round)

    assert seen == [False, True, False]


def test_a_second_round_is_refused_while_one_is_open(running, emil):
    assert refusal(rounds.open_round, room=running.pk, by=emil) == "round_open"
    rounds.end_round(room=running.pk, by=emil)
    rounds.open_round(room=running.pk, by=emil)

    assert Round.objects.count() == 2


@pytest.mark.parametrize(
    "act", [rounds.open_round, rounds.next_turn, rounds.extend_turn, rounds.end_round]
)
def test_only_the_moderator_on_duty_leads(running, ana, noor, hana, act):
    before = standing(running)

    found = [refusal(act, room=running.pk, by=one) for one in (ana, noor, hana)]

    assert found == ["not_moderator", "off_duty", "not_member"]
    assert standing(running) == before


def test_two_who_press_next_at_once_pass_over_nobody(running, emil, ben):
    ben_speaks = seat(ben, running).wire_id

    for _ in range(2):
        rounds.next_turn(room=running.pk, after=ben_speaks, by=emil)

    assert standing(running) == [("ben", "spoke"), ("ana", "speaks"), ("cleo", "waits")]


def test_the_host_changes_the_order(running, emil):
    cleo = Turn.objects.get(seat__person__handle="cleo-finch").seat

    rounds.put_first(room=running.pk, wire_id=cleo.wire_id, by=emil)
    rounds.next_turn(room=running.pk, by=emil)

    assert standing(running) == [("cleo", "speaks"), ("ben", "spoke"), ("ana", "waits")]


def test_a_minute_more_is_a_minute_more(running, emil):
    before = Round.objects.get().turn_ends_at

    rounds.extend_turn(room=running.pk, by=emil)

    assert Round.objects.get().turn_ends_at == before + timedelta(minutes=1)


def test_without_a_clock_there_is_nothing_to_extend(three, emil, led):
    rounds.open_round(room=led.pk, by=emil)
    rounds.next_turn(room=led.pk, by=emil)

    assert refusal(rounds.extend_turn, room=led.pk, by=emil) == "no_clock"


# Listening ----------------------------------------------------------------------------------------


def test_whoever_has_the_turn_is_heard_and_the_others_are_not_yet(running, ana, ben):
    verdicts = [say(ben, running, "It was a long week."), say(ana, running, "Same here.")]

    assert [code(verdict) for verdict in verdicts] == [None, "listening"]
    assert "ben-moss has the turn" in str(verdicts[1].refusal.words)
    assert history(running) == ["It was a long week."]


def test_what_is_left_for_the_team_goes_to_the_team(running, ana):
    verdict = say(ana, running, "Only for you.", held_for="team")

    assert verdict.held
    assert Message.objects.get().state == MessageState.HELD


def test_words_that_sound_like_need_are_never_kept_back(running, ana):
    verdict = say(ana, running, "I have pills here.", signal=NOW)

    assert (code(verdict), verdict.near) == (None, Near.OPEN)
    assert history(running) == ["I have pills here."]
    assert Item.objects.filter(level=Level.NOW).count() == 1


def test_the_host_can_always_say_how_it_goes_on(running, emil, noor):
    assert [code(say(one, running, "Thank you.")) for one in (emil, noor)] == [None, None]


def test_a_repeat_of_words_said_before_the_turn_ended_is_still_a_repeat(running, ben, emil):
    first = say(ben, running, "Half a thought")
    rounds.next_turn(room=running.pk, by=emil)

    again = say(ben, running, "Half a thought")  # under a new name: a new wish
    known = Message.objects.get(seq=first.seq)

    assert code(again) == "listening"
    assert known.body == "Half a thought"


# Passing, coming later, stepping out --------------------------------------------------------------


def test_passing_gives_the_turn_on_and_needs_no_reason(running, ben):
    rounds.pass_turn(room=running.pk, by=ben)

    assert standing(running) == [("ben", "passed"), ("ana", "speaks"), ("cleo", "waits")]


def test_a_turn_to_come_is_passed_beforehand(running, ana, emil):
    rounds.pass_turn(room=running.pk, by=ana)
    rounds.next_turn(room=running.pk, by=emil)

    assert standing(running) == [("ben", "spoke"), ("ana", "passed"), ("cleo", "speaks")]


def test_who_has_no_turn_has_none_to_pass_on(running, ben, emil):
    rounds.next_turn(room=running.pk, by=emil)

    assert refusal(rounds.pass_turn, room=running.pk, by=ben) == "no_turn"


def test_a_latecomer_listens_until_the_host_lets_them_in(running, emil):
    juno = person("juno-late")
    join(juno, running.group)

    rounds.ask_for_turn(room=running.pk, by=juno)
    asked = standing(running)[-1]
    heard = code(say(juno, running, "Hello?"))
    rounds.admit_to_round(room=running.pk, wire_id=seat(juno, running).wire_id, by=emil)

    assert (asked, heard) == (("juno", "asks"), "listening")
    assert standing(running)[-1] == ("juno", "waits")


def test_old_words_are_not_changed_into_the_turn_of_another(three, led, emil, ana):
    said = say(ana, led, "As it was.")
    rounds.open_round(room=led.pk, seconds=120, by=emil)
    rounds.next_turn(room=led.pk, by=emil)
    page = reverse("groups:edit", args=[led.pk, said.seq])

    answer = browser_of(ana).post(page, {"body": "Said anew.", "intent": ""})
    edit_message(room=led.pk, seq=said.seq, body="I cannot go on.", signal=NOW, by=ana)

    assert answer.status_code == 200
    assert "Said anew." in answer.content.decode()
    assert "ben-moss has the turn." in answer.content.decode()
    assert history(led) == ["I cannot go on."]


def test_nobody_lets_themselves_in(running, ana):
    juno = person("juno-late")
    join(juno, running.group)
    rounds.ask_for_turn(room=running.pk, by=juno)
    wire_id = seat(juno, running).wire_id

    found = refusal(rounds.admit_to_round, room=running.pk, wire_id=wire_id, by=juno)

    assert found == "not_moderator"
    assert standing(running)[-1] == ("juno", "asks")


def test_only_who_asked_is_let_in(running, emil, ana):
    wire_id = seat(ana, running).wire_id

    assert refusal(rounds.admit_to_round, room=running.pk, wire_id=wire_id, by=emil) == "not_asking"


@pytest.mark.parametrize("goes", ["steps out", "leaves", "is removed", "is erased"])
def test_the_round_goes_on_without_its_speaker(running, ana, ben, emil, goes):
    {
        "steps out": lambda: rounds.step_out(room=running.pk, by=ben),
        "leaves": lambda: belonging.leave_room(room=running, by=ben),
        "is removed": lambda: belonging.remove_from_room(
            room=running, person=ben, by=emil, reason="rules", words="Until tomorrow."
        ),
        "is erased": lambda: own_data.erase(ben, False),
    }[goes]()

    left = [line for line in standing(running) if line[0] != "ben"]
    assert left == [("ana", "speaks"), ("cleo", "waits")]
    assert code(say(ana, running, "Then it is me.")) is None


def test_it_goes_on_where_the_speaker_is_on_hold(running, ben):
    ben.standing = Standing.SUSPENDED
    ben.save()

    tick_rounds(timezone.now())

    assert standing(running)[:2] == [("ben", "out"), ("ana", "speaks")]


# What happens by itself ---------------------------------------------------------------------------


def over():
    """A moment after the time of this turn."""
    return Round.objects.latest("pk").turn_ends_at + timedelta(seconds=1)


def test_the_clock_moves_nothing_where_the_host_did_not_choose_so(running, emil, commits):
    heard = []
    live.listen(heard.append)

    with commits():
        tick_rounds(over())
        tick_rounds(over())

    assert standing(running)[0] == ("ben", "speaks")
    assert [(h.people, h.data["k"]) for h in heard if h.kind == "me"] == [((emil.pk,), "turn_over")]


def test_it_moves_on_by_itself_where_the_host_chose_so(three, emil, led):
    rounds.open_round(room=led.pk, seconds=60, moves_on=True, by=emil)
    rounds.next_turn(room=led.pk, by=emil)

    tick_rounds(over() - timedelta(seconds=2))
    before = standing(led)[0]
    tick_rounds(over())

    assert before == ("ben", "speaks")
    assert standing(led)[:2] == [("ben", "spoke"), ("ana", "speaks")]


def test_it_ends_when_duty_ends_and_the_room_waits_as_always(running, ana):
    Duty.objects.update(until=timezone.now() - timedelta(seconds=1))

    at_once = say(ana, running, "Is anybody there?")
    tick_rounds(timezone.now())

    assert at_once.held
    assert Round.objects.get().ended_at is not None
    assert RoomEvent.objects.latest("seq").data == {"state": "end"}


def test_the_end_opens_the_talk(running, ana, emil):
    rounds.end_round(room=running.pk, by=emil)

    assert code(say(ana, running, "That was good.")) is None


# What screens and the record are told -------------------------------------------------------------


def test_screens_hear_of_it_in_the_order_of_the_room_without_words_or_names(
    running, ana, ben, emil
):
    say(ben, running, "It was a long week.")
    rounds.pass_turn(room=running.pk, by=ben)
    rounds.end_round(room=running.pk, by=emil)

    told = [(e.kind, e.data and e.data.get("state"), e.name) for e in events_after(running.pk, 0)]
    assert told == [
        ("round", "open", ""),
        ("round", "turn", ""),
        ("msg", None, "ben-moss"),
        ("round", "turn", ""),
        ("round", "end", ""),
    ]
    turn = RoomEvent.objects.get(seq=4).data
    assert turn["now"] == seat(ana, running).wire_id
    assert turn["ends"].startswith(str(timezone.now().year))


def test_opening_and_ending_are_recorded(running, emil):
    rounds.end_round(room=running.pk, by=emil)

    acts = Entry.objects.filter(subject=running.place, by=emil.pk).order_by("pk")
    assert list(acts.values_list("act", flat=True)) == ["open_round", "end_round"]


def test_a_raised_hand_goes_down_with_the_turn(running, ana, emil):
    raise_hand(room=running.pk, by=ana)

    rounds.next_turn(room=running.pk, by=emil)

    assert not Hand.objects.exists()


def test_who_hosts_what_is_on_leads_while_the_team_is_there(three, evenings, led, emil, here):
    """A host's powers and no others: they listen to the turns of others as everyone does."""
    ben, _ana, cleo = three
    make_host(group=evenings, person=cleo, kind=HostKind.PEER, by=emil)
    meeting = meet_at(led, timezone.now() + 5 * MINUTE, by=emil)

    for one in (ben, cleo):  # a member; somebody who hosts here, but not this
        with pytest.raises(Refused):
            rounds.open_round(room=led.pk, by=one)
    take_hosting(meeting=meeting, by=cleo)
    rounds.open_round(room=led.pk, by=cleo)
    rounds.next_turn(room=led.pk, by=cleo)
    set_pace(room=led.pk, seconds=30, by=cleo)
    assert say(cleo, led, "And I?").refusal.code == "listening"
    rounds.end_round(room=led.pk, by=cleo)
    page = browser_of(cleo).get(f"/rooms/{led.pk}/").content.decode()
    assert "<bdi>you</bdi> (host)" in page
    assert "Only you as host see who listens: <bdi>juno-sky</bdi>" in page
    assert "Only you as host" not in browser_of(ben).get(f"/rooms/{led.pk}/").content.decode()
    Duty.objects.update(until=timezone.now())
    with pytest.raises(Refused, match="nobody_here"):
        set_pace(room=led.pk, seconds=0, by=cleo)
    Duty.objects.update(until=timezone.now() + 5 * MINUTE)
    Meeting.objects.update(begins_at=timezone.now() - 2 * MINUTE, ends_at=timezone.now() - MINUTE)
    with pytest.raises(Refused, match="not_a_host"):
        set_pace(room=led.pk, seconds=0, by=cleo)
