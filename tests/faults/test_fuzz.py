"""Frames nobody wrote: each is a frame of the protocol or is refused by a rule; nothing else ever
comes of it, and the others in the room go on."""

import json
import random
import string
import time
import uuid
from collections import Counter

import pytest

from realtime import inbound
from realtime.inbound import BadFrame, Close
from tests.faults import scale
from tests.faults.house import House
from tests.screens import Screen, opened

FRAMES = 10_000
OVER_A_SOCKET = scale.of(200, 2_000)
BETWEEN = 50  # so many of them: the other screen looks

GOOD = [
    {"t": "hello", "v": 1, "tab": "", "key": "a" * 64, "rooms": [{"r": "ab", "after": 0}]},
    {"t": "send", "r": "ab", "cid": "", "body": "Hello", "note": "work", "sure": True},
    {"t": "send", "r": "ab", "cid": "", "body": "Hello", "reply_to": 3, "intent": "team"},
    {"t": "more", "r": "ab", "after": 3, "limit": 200},
    {"t": "read", "r": "ab", "seq": 4},
    {"t": "ping", "n": 7, "pos": {"ab": 3}},
]
STRANGE = [
    "a" * 20_000, None, True, False, 0, -1, 1.5, 2**53, 10**400, "", " ", "\x00", "\ud800", "🌊" * 30, "a" * 5_000,
    [], [[]], {}, {"r": "ab"}, "__proto__", "' OR 1=1 --", "<script>", "../../etc/passwd", "%00", [0] * 500,
]  # fmt: skip


def frames(seed, count):
    """Good frames, each bent in one to three places; and some that were never one."""
    luck = random.Random(seed)
    for _ in range(count):
        frame = json.loads(json.dumps(luck.choice(GOOD)))
        for name in ("tab", "cid"):
            if name in frame:
                frame[name] = str(uuid.UUID(int=luck.getrandbits(128), version=4))
        for _ in range(luck.randrange(4)):
            bend(frame, luck)
        yield garbled(json.dumps(frame, ensure_ascii=luck.random() < 0.5), luck)


def bend(frame, luck):
    name = luck.choice([*frame, "extra", "t"])
    how = luck.random()
    if how < 0.6:
        frame[name] = luck.choice(STRANGE)
    elif how < 0.8:
        frame.pop(name, None)
    else:
        frame["".join(luck.choices(string.printable, k=luck.randrange(1, 9)))] = luck.choice(
            STRANGE
        )


def garbled(text, luck):
    """Now and then the text itself is torn, doubled, nested or overwritten."""
    how = luck.random()
    at = luck.randrange(len(text))
    if how < 0.08:
        return text[:at]
    if how < 0.12:
        return text + text
    if how < 0.16:
        return text[:at] + luck.choice(string.printable) + text[at + 1 :]
    if how < 0.18:
        return "[" * luck.randrange(1, 9_000) + text
    if how < 0.20:
        return text.replace("{", '{"t":"ping",', 1)
    return text


def test_ten_thousand_frames_are_parsed_or_refused_by_a_rule():
    became, refused, slowest = Counter(), [], 0.0
    for text in frames(1, FRAMES):
        began = time.thread_time()
        try:
            found = inbound.parse(text)
            became[type(found).__name__] += 1
        except BadFrame as bad:
            refused.append(bad)
            became[bad.why] += 1
        slowest = max(slowest, time.thread_time() - began)

    print(f"\n{FRAMES} frames: {dict(became)}; slowest {slowest * 1000:.1f} ms")
    assert sum(became.values()) == FRAMES
    assert {bad.code for bad in refused} == {Close.BAD_FRAME, Close.TOO_LARGE}
    assert all(bad.why.replace("_", "").isalpha() for bad in refused)  # the rule, never the content
    assert {"Hello", "Send", "More", "Read", "Ping", "not_json", "unknown_field"} <= set(became)


@pytest.fixture(scope="module")
def house(committed):
    return House("fuzz", members=2)


def test_fuzzed_frames_over_a_socket_end_that_socket_and_no_other(house, pair):
    """Each on a line of its own, and every end is one of those the protocol knows."""
    server = pair.ready()[0]
    ends, began = Counter(), time.monotonic()
    mallory, ana = house.members
    session = house.tab(0, [server]).session
    with opened(server, ana, house.room) as other:
        for n, text in enumerate(frames(2, OVER_A_SOCKET)):
            if n % BETWEEN == 0:  # as a screen does: one that never reads is ended, and rightly so
                other.say(t="ping", n=n)
                other.waits_for(lambda f, n=n: (f["t"], f.get("n")) == ("pong", n))
            with Screen(server, mallory, house.room, session=session) as tab:
                tab.say_raw(
                    text.encode("utf-8", "replace").decode().replace('"ab"', f'"{house.room.pk}"')
                )
                tab.say(t="ping", n=1)
                tab.waits_for_end_or(lambda f: f["t"] == "pong")
                ends[tab.closed or "went on"] += 1
        said = other.post("Still here?")

    took = time.monotonic() - began
    print(f"\n{OVER_A_SOCKET} frames over sockets in {took:.1f} s: {dict(ends)}")
    assert said["t"] == "ack"
    assert set(ends) <= {"went on", 4400, 4403, 4413, 4429, 1009, 1007}
    assert ends["went on"] > 0
    assert ends[4400] > 0
    assert [f for f in other.frames if f["t"] == "bye"] == []
    assert "Traceback" not in server.said
