"""What is not a frame of the protocol is refused, by its rule and with its code; the rest is kept."""

import json
import uuid

import pytest

from realtime import inbound, protocol
from realtime.inbound import BadFrame, Close, Ping, Read, Send, Typing
from realtime.protocol import Encoded
from realtime.strikes import Strikes
from tests.screens import opened

CID = "3f0c9a52-8f5e-4a7e-9a53-0d9f6f0f8a11"
SEND = {"t": "send", "r": "0123456789", "cid": CID, "body": "Hello"}
HELLO = {"t": "hello", "v": 1, "tab": CID, "key": "a" * 64, "rooms": [{"r": "ab", "after": 0}]}

BAD = {
    "not json": "{",
    "no object": "[]",
    "a bare number": "3",
    "not a number": '{"t":"read","r":"ab","seq":NaN}',
    "a key given twice": '{"t":"ping","n":1,"n":2}',
    "very deep": '{"t":' + "[" * 8000 + "]" * 8000 + "}",
    "no type": "{}",
    "a type of nobody": json.dumps({"t": "shout"}),
    "a type that is no text": json.dumps({"t": ["send"]}),
    "a field too many": json.dumps({**SEND, "author": 3}),
    "a field too few": json.dumps({"t": "send", "r": "ab", "cid": CID}),
    "a body that is no text": json.dumps({**SEND, "body": {"a": 1}}),
    "a null body": json.dumps({**SEND, "body": None}),
    "a cid that is no uuid": json.dumps({**SEND, "cid": "1"}),
    "a cid of another version": json.dumps({**SEND, "cid": str(uuid.uuid1())}),
    "a cid with braces": json.dumps({**SEND, "cid": "{" + CID + "}"}),
    "a flag that is a number": json.dumps({**SEND, "sure": 1}),
    "a promise that is no flag": json.dumps({**SEND, "waits": "yes"}),
    "an intent of nobody": json.dumps({**SEND, "intent": "everyone"}),
    "words held for a wish": json.dumps({**SEND, "held_for": "listen"}),
    "a note about nothing known": json.dumps({**SEND, "note_kind": "weather"}),
    "typing what": json.dumps({"t": "typing", "r": "ab", "body": "secret"}),
    "a number that is a flag": json.dumps({"t": "read", "r": "ab", "seq": True}),
    "a number below zero": json.dumps({"t": "read", "r": "ab", "seq": -1}),
    "a broken number": json.dumps({"t": "read", "r": "ab", "seq": 1.5}),
    "a number no browser counts": json.dumps({"t": "read", "r": "ab", "seq": 2**53}),
    "a page too long": json.dumps({"t": "more", "r": "ab", "after": 0, "limit": 201}),
    "a page of nothing": json.dumps({"t": "more", "r": "ab", "after": 0, "limit": 0}),
    "a room id with spaces": json.dumps({"t": "read", "r": "a b", "seq": 1}),
    "another version": json.dumps({**HELLO, "v": 2}),
    "too many rooms": json.dumps(
        {**HELLO, "rooms": [{"r": f"{n}", "after": 0} for n in range(21)]}
    ),
    "no rooms": json.dumps({**HELLO, "rooms": []}),
    "a room twice": json.dumps({**HELLO, "rooms": [{"r": "ab", "after": 0}] * 2}),
    "a room with more": json.dumps({**HELLO, "rooms": [{"r": "ab", "after": 0, "as": "mod"}]}),
    "a key that is none": json.dumps({**HELLO, "key": "ü" * 64}),
    "positions as a list": json.dumps({"t": "ping", "n": 1, "pos": [1]}),
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_a_bad_frame_is_refused(text):
    with pytest.raises(BadFrame) as refused:
        inbound.parse(text)

    assert refused.value.code == Close.BAD_FRAME


@pytest.mark.parametrize("body", ["a" * 16_400, "ä" * 8_200])
def test_a_frame_above_16_kib_is_too_large(body):
    with pytest.raises(BadFrame) as refused:
        inbound.parse(json.dumps({**SEND, "body": body}, ensure_ascii=False))

    assert refused.value.code == Close.TOO_LARGE


def test_the_longest_message_fits_into_a_frame():
    body = "🌊" * 4000

    assert inbound.parse(json.dumps({**SEND, "body": body}, ensure_ascii=False)).body == body


def test_frames_are_read_with_their_defaults():
    assert inbound.parse(json.dumps(SEND)) == Send(
        room="0123456789",
        cid=uuid.UUID(CID),
        body="Hello",
        note="",
        held_for="group",
        reply_to=None,
        sure=False,
    )
    assert inbound.parse('{"t":"ping","n":3}') == Ping(3, ())
    assert inbound.parse('{"t":"read","r":"ab","seq":4}') == Read("ab", 4)
    assert inbound.parse('{"t":"typing","r":"ab"}') == Typing("ab")


@pytest.mark.parametrize(
    ("given", "held_for", "intent"),
    [
        ({"held_for": "team"}, "team", None),
        ({"intent": "listen"}, "group", "listen"),
        ({"held_for": "me", "intent": "practical"}, "me", "practical"),
        ({"intent": "team"}, "team", None),  # as pages said it before `held_for` had its name
        ({"intent": "group"}, "group", None),
    ],
)
def test_whom_words_wait_for_and_what_their_author_would_like_are_two_things(
    given, held_for, intent
):
    sent = inbound.parse(json.dumps({**SEND, **given}))

    assert (sent.held_for, sent.intent) == (held_for, intent)


def test_a_note_says_what_it_is_about():
    assert inbound.parse(json.dumps({**SEND, "note_kind": "loss"})).note_kind == "loss"


def event(seq, size=10):
    text = f'"s":{seq},"k":"notice","d":"{"x" * size}"'
    return Encoded(seq, text, len(text))


def test_one_event_goes_alone_and_several_go_together():
    one, several = (
        list(protocol.frames("ab", [event(1)])),
        list(protocol.frames("ab", [event(1), event(2)])),
    )

    assert [json.loads(f)["t"] for f in one + several] == ["ev", "evs"]
    assert [e["s"] for e in json.loads(several[0])["ev"]] == [1, 2]


def test_a_frame_holds_at_most_200_events_and_64_kib():
    many = [json.loads(f) for f in protocol.frames("ab", [event(n) for n in range(1, 451)])]
    large = list(protocol.frames("ab", [event(n, 16_000) for n in range(1, 9)]))

    assert [(f["from"], f["to"], f["more"]) for f in many] == [
        (1, 200, True),
        (201, 400, True),
        (401, 450, False),
    ]
    assert all(len(f.encode()) <= protocol.LARGEST_OUT for f in large)
    assert [e["s"] for f in large for e in json.loads(f)["ev"]] == list(range(1, 9))


def test_twenty_frames_in_ten_seconds_and_three_strikes():
    strikes = Strikes()
    in_time = [strikes.count(n * 0.1) for n in range(20)]
    too_fast = [strikes.count(2.0 + n) for n in range(2)]

    assert in_time == [0.0] * 20
    assert too_fast == [8.0, 7.0]
    assert not strikes.is_out
    assert strikes.count(10.0) == 0.0
    strikes.count(10.05)
    assert strikes.is_out


@pytest.mark.parametrize(
    "name", ["not json", "a type of nobody", "a field too many", "a key given twice", "very deep"]
)
def test_a_bad_frame_ends_the_socket_with_a_word(server, house, name):
    with opened(server, house.ana, house.room) as ana:
        ana.say_raw(BAD[name])

        assert ana.is_closed() in (4400, 4413)
        assert ana.frames[-1]["t"] == "bye"


def test_a_second_hello_ends_the_socket(server, house):
    with opened(server, house.ana, house.room) as ana:
        ana.say_raw(json.dumps(HELLO))

        assert ana.is_closed() == 4400


def test_a_binary_frame_ends_the_socket(server, house):
    with opened(server, house.ana, house.room) as ana:
        ana.say_raw(b"\x00\x01")

        assert ana.is_closed() == 4400


def test_a_frame_too_large_ends_the_socket(server, house):
    with opened(server, house.ana, house.room) as ana:
        ana.say_raw(json.dumps({**SEND, "body": "a" * 20_000}))

        assert ana.is_closed() == 4413
        assert ana.frames[-1]["t"] == "bye"


def test_a_flood_ends_the_socket(server, house):
    with opened(server, house.ana, house.room) as ana:
        for n in range(30):
            ana.say(t="ping", n=n)

        assert ana.is_closed() == 4429
        bye = ana.frames[-1]
        assert (bye["t"], bye["code"], bye["why"]) == ("bye", 4429, "frames")
        assert 0 < bye["retry_ms"] <= 10_001
