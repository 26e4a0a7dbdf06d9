"""The outgoing side of a socket: order, back-pressure, and an end that says why."""

import asyncio
import json

from realtime.inbound import Close
from realtime.line import MOST_EVENTS_AHEAD, Line, Place


class Wire:
    """A transport that takes everything, until it is told to make the sender wait."""

    def __init__(self):
        self.sent, self.free = [], asyncio.Event()
        self.free.set()

    async def send(self, message):
        await self.free.wait()
        self.sent.append(message.get("text") or message["code"])


def line_on(wire):
    stopped = []
    line = Line(wire.send, stop=lambda: stopped.append(True))
    line.places["ab"] = Place(line, "ab", wire_id="w", role="member", pos=0)
    return line, line.places["ab"], stopped


async def settle():
    for _ in range(5):
        await asyncio.sleep(0)


async def test_frames_of_a_free_wire_go_at_once_without_a_task():
    wire = Wire()
    line, _, _ = line_on(wire)

    before = len(asyncio.all_tasks())
    line.say("one")
    line.say("two")

    assert wire.sent == ["one", "two"]
    assert len(asyncio.all_tasks()) == before


async def test_a_wire_that_waits_keeps_the_order():
    wire = Wire()
    line, _, _ = line_on(wire)
    wire.free.clear()
    for text in ("one", "two", "three"):
        line.say(text)
    assert wire.sent == []

    wire.free.set()
    await settle()
    line.say("four")
    await settle()

    assert wire.sent == ["one", "two", "three", "four"]


async def test_a_hushed_line_says_nothing_until_it_goes_on():
    wire = Wire()
    line, _, _ = line_on(wire)
    line.hush()
    line.say("one")
    await settle()
    assert wire.sent == []

    line.go_on()
    await settle()
    assert wire.sent == ["one"]


async def test_what_a_hushed_line_kept_back_is_never_said_when_it_ends():
    wire = Wire()
    line, _, stopped = line_on(wire)
    line.hush()
    line.say("words above gone")
    line.end(Close.NOT_A_MEMBER, "not_member")
    await line.say_bye()

    assert stopped == [True]
    assert wire.sent[1:] == [4403]
    assert json.loads(wire.sent[0]) == {
        "t": "bye",
        "code": 4403,
        "why": "not_member",
        "retry_ms": 0,
    }


async def test_an_end_does_not_wait_for_who_takes_nothing():
    wire = Wire()
    line, _, _ = line_on(wire)
    wire.free.clear()
    line.say("stuck")
    line.end(Close.SESSION_OVER, "session")

    async with asyncio.timeout(30):
        await line.say_bye()
    assert wire.sent == []


async def test_two_thousand_events_past_the_confirmed_one_is_too_slow():
    line, place, _ = line_on(Wire())
    line.feed(place, ["a"], to=MOST_EVENTS_AHEAD, size=1)
    assert line.ended is None

    line.feed(place, ["b"], to=MOST_EVENTS_AHEAD + 1, size=1)
    assert line.ended[0] == Close.TOO_SLOW


async def test_a_mebibyte_past_the_confirmed_one_is_too_slow():
    line, place, _ = line_on(Wire())
    for to in range(1, 65):
        line.feed(place, ["a"], to=to, size=32 * 1024)

    assert line.ended[0] == Close.TOO_SLOW
    assert place.pos < 64 // 2 + 3


async def test_a_screen_that_confirms_may_be_fed_for_ever():
    line, place, _ = line_on(Wire())
    for to in range(1, 10_001):
        line.feed(place, [], to=to, size=1024)
        if to % 200 == 0:
            line.confirm("ab", to - 50)

    assert line.ended is None
    assert line.size <= 200 * 1024


async def test_a_position_nobody_was_at_confirms_nothing():
    line, place, _ = line_on(Wire())
    line.feed(place, [], to=10, size=1000)
    for room, pos in (("ab", 11), ("ab", 0), ("cd", 5)):
        line.confirm(room, pos)

    assert (place.confirmed, line.size) == (0, 1000)


async def test_a_broken_wire_ends_quietly():
    async def broken(_):
        raise OSError

    line = Line(broken, stop=lambda: None)
    line.say("one")
    line.say("two")

    assert line.ended is None
