"""Two people talk: in order, once, and what waits is said to wait."""

import uuid

import pytest

from community.safety.models import Item
from groups.actions import held
from groups.models import Message
from tests import people
from tests.screens import opened, until


def test_two_people_talk_in_one_order(server, house):
    with opened(server, house.ana, house.room) as ana, opened(server, house.ben, house.room) as ben:
        ana.post("Is anyone here?")
        ben.sees("Is anyone here?")
        ben.post("I am.")
        ana.sees("I am.")
        ben.sees("I am.")

        assert [(e["s"], e["d"]["body"]) for e in ana.events[house.room.pk]] == [
            (1, "Is anyone here?"),
            (2, "I am."),
        ]
        assert ana.events == ben.events


def test_words_reach_a_screen_of_another_process(server, other_server, house):
    with (
        opened(server, house.ana, house.room) as ana,
        opened(other_server, house.ben, house.room) as ben,
    ):
        ana.post("Can you hear me there?")

        assert ben.sees("Can you hear me there?")["a"]["name"] == "ana-lark"


def test_an_event_carries_its_whole_form(server, house):
    cid = str(uuid.uuid4())
    with opened(server, house.ana, house.room) as ana, opened(server, house.ben, house.room) as ben:
        first = ana.post("First.")
        ben.sees("First.")  # two that come together are told in one frame
        along = {"note": "about work", "note_kind": "other", "intent": "listen"}
        ack = ana.post("It was a long day.", cid=cid, reply_to=first["s"], **along)
        event = ben.sees("It was a long day.")

    seat = people.seat(house.ana, house.room)
    assert event == {
        "t": "ev",
        "r": house.room.pk,
        "s": ack["s"],
        "k": "msg",
        "a": {"id": seat.wire_id, "name": "ana-lark", "role": "member"},
        "cid": cid,
        "at": ack["at"],
        "d": {"body": "It was a long day.", **along, "reply_to": first["s"]},
    }


def test_the_same_words_under_the_same_name_are_said_once(server, house):
    cid = str(uuid.uuid4())
    with opened(server, house.ana, house.room) as ana:
        first = ana.post("Only once", cid=cid)
        ana.frames.clear()
        again = ana.post("Only once", cid=cid)

    assert (again["s"], again["dup"], first["dup"]) == (first["s"], True, False)
    assert Message.objects.filter(cid=cid).count() == 1


def test_other_words_under_the_same_name_are_refused(server, house):
    cid = str(uuid.uuid4())
    with opened(server, house.ana, house.room) as ana:
        ana.post("What I meant", cid=cid)
        ana.frames.clear()
        answer = ana.post("Something else", cid=cid)

    assert (answer["t"], answer["err"], answer["final"]) == ("nack", "cid_conflict", True)


def test_without_duty_words_are_kept_and_have_no_number(server, other_server, house):
    house.duty.delete()
    with (
        opened(server, house.ana, house.room) as ana,
        opened(other_server, house.ben, house.room) as ben,
    ):
        answer = ana.post("Nobody is here, is there?")
        told = ben.hears_nothing_for(0.7)
        let_in(house, answer["cid"])
        ben.sees("Nobody is here, is there?")

    assert (answer["t"], answer["held"], "s" in answer) == ("ack", True, False)
    assert [f for f in told if f["t"] in ("ev", "evs")] == []
    assert Message.objects.get(cid=answer["cid"]).body == "Nobody is here, is there?"


def let_in(house, cid):
    """Emil reads what waits and offers to let it in; he is there, and Ana says yes."""
    waiting = Message.objects.get(cid=cid)
    held.open_held(room=house.room.pk, message=waiting.pk, by=house.emil)
    held.offer_held(room=house.room.pk, message=waiting.pk, by=house.emil)
    people.on_duty(house.emil, house.room)
    assert held.let_in(room=house.room.pk, cid=waiting.cid, by=house.ana)


@pytest.mark.parametrize("name", ["held_for", "intent"])
def test_words_for_the_team_wait_although_somebody_is_there(server, house, name):
    with opened(server, house.ana, house.room) as ana, opened(server, house.ben, house.room) as ben:
        answer = ana.post("Only for Emil, please.", **{name: "team"})
        told = ben.hears_nothing_for(0.7)

    assert answer["held"] is True
    assert [f for f in told if f["t"] in ("ev", "evs")] == []


def test_contact_details_are_asked_about_once(server, house):
    cid = str(uuid.uuid4())
    body = "Write to me at ana@example.org tonight"
    with opened(server, house.ana, house.room) as ana:
        asked = ana.post(body, cid=cid)
        ana.frames.clear()
        sent = ana.post(body, cid=cid, sure=True)

    found = asked["found"][0]
    assert (asked["err"], asked["final"]) == ("check", True)
    assert (found["kind"], body[found["start"] : found["end"]]) == ("email", "ana@example.org")
    assert sent["t"] == "ack"


def test_words_that_need_a_person_bring_help_and_a_desk_item(server, house):
    with opened(server, house.ana, house.room) as ana:
        answer = ana.post("I am going to end my life tonight. I have the pills here.")

    assert (answer["t"], answer["help"]) == ("ack", True)
    assert Item.objects.filter(kind="signal", about=house.ana).count() == 1


@pytest.mark.parametrize(
    ("body", "err"), [("", "empty"), (" \u200b ", "empty"), ("a" * 4001, "too_long")]
)
def test_what_cannot_be_sent_is_said_in_words(server, house, body, err):
    with opened(server, house.ana, house.room) as ana:
        answer = ana.post(body)

    assert (answer["t"], answer["err"], answer["final"]) == ("nack", err, True)
    assert answer["words"]


def test_the_eleventh_message_in_half_a_minute_waits(server, house):
    with opened(server, house.ana, house.room) as ana:
        answers = [ana.post(f"Number {n}") for n in range(6)]
        with opened(server, house.ana, house.room) as second_tab:
            answers += [second_tab.post(f"Number {n}") for n in range(6, 11)]

    assert [a["t"] for a in answers] == ["ack"] * 10 + ["nack"]
    assert (answers[-1]["err"], answers[-1]["final"]) == ("rate", False)
    assert 0 < answers[-1]["retry_ms"] <= 30_001


def test_how_far_somebody_read_only_goes_forward(server, house):
    with opened(server, house.ana, house.room) as ana:
        head = [ana.post(f"Number {n}")["s"] for n in range(3)][-1]
        for seq, stands_at in ((2, 2), (head + 50, head)):
            ana.say(t="read", r=house.room.pk, seq=seq)
            until(lambda at=stands_at: people.seat(house.ana, house.room).read_seq == at)
        ana.say(t="read", r=house.room.pk, seq=1)
        ana.hears_nothing_for(0.7)

    assert people.seat(house.ana, house.room).read_seq == head


def test_who_blocked_somebody_gets_their_numbers_without_words(server, house):
    house.ben.blocks.create(of=house.ana)
    with opened(server, house.ana, house.room) as ana, opened(server, house.ben, house.room) as ben:
        ana.post("Ben should not read this")
        house_voice = opened(server, house.emil, house.room)
        with house_voice as emil:
            emil.post("Everyone reads this")
            ben.sees("Everyone reads this")

    assert [e["k"] for e in ben.events[house.room.pk]] == ["void", "msg"]
    assert "Ben should not read this" not in str(ben.frames)


def test_a_ping_is_answered_with_the_heads(server, house):
    with opened(server, house.ana, house.room) as ana:
        head = ana.post("Hello")["s"]
        ana.sees("Hello")
        ana.say(t="ping", n=7, pos={house.room.pk: head})
        pong = ana.waits_for(lambda f: f["t"] == "pong")

    assert pong == {"t": "pong", "n": 7, "head": {house.room.pk: head}}


def test_a_moderators_ping_keeps_the_room_open(server, house):
    before = house.duty.until = house.duty.began_at
    house.duty.until = before + people.timedelta(seconds=30)
    house.duty.save()
    with opened(server, house.emil, house.room) as emil:
        emil.say(t="ping", n=1)
        emil.waits_for(lambda f: f["t"] == "pong")
        until(lambda: is_longer(house.duty, before + people.timedelta(seconds=60)))

    assert house.duty.ended_at is None


def is_longer(duty, than):
    duty.refresh_from_db()
    return duty.until > than


def test_a_promise_to_wait_is_kept_though_somebody_is_there(server, house):
    with opened(server, house.ana, house.room) as ana:
        left = ana.post("For the morning.", waits=True)

    assert (left["t"], left["held"]) == ("ack", True)
    assert Message.objects.get(room=house.room, cid=left["cid"]).state == "held"
