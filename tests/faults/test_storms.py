"""Too many, too fast, too slow: each is bounded, and what it cost is printed.

Nothing here is timed but what REALTIME promises: a screen is ended in words, the others go on.
"""

import json
import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

import pytest
from django.utils import timezone
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from groups.enums import EventKind
from groups.models import Message, Room, RoomEvent
from tests import people
from tests.faults import invariants, scale
from tests.faults.house import House
from tests.faults.night import report
from tests.faults.tabs import Screens
from tests.screens import opened

TABS = 50
FLOOD = 2_000
STORM = scale.of(2.0, 20.0)  # seconds
JOINS = scale.of(100, 1_000)
BACKLOG = scale.of(3_000, 10_000)
SLOW = 400_000  # bytes a second


def memory(server):
    """MiB the process has in memory now."""
    with open(f"/proc/{server.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


@pytest.fixture(scope="module", autouse=True)
def silent(strict):
    """Lines on which nothing comes any more, and no close either: opened before all else here."""
    server, house = strict.ready()[0], House("silent", members=5)
    lines = [opened(server, member, house.room) for member in house.members]
    yield lines, time.monotonic()
    for line in lines:
        line.close()


def test_fifty_tabs_of_one_person_leave_three(strict):
    server, house = strict.ready()[0], House("tabs", members=2)
    session = house.tab(0, [server]).session
    began = time.monotonic()
    tabs = [opened(server, house.members[0], house.room, session=session) for _ in range(TABS)]
    ends = Counter()
    for n, tab in enumerate(tabs[:-3]):
        ends[tab.is_closed(within=10)] += 1
        if n % 10 == 0:
            tabs[-1].say(t="ping", n=n)  # it is not silent
    took = time.monotonic() - began
    said = tabs[-1].post("The newest still speaks.")
    for tab in tabs:
        tab.close()

    print(f"\n{TABS} tabs of one person in {took:.1f} s: ended {dict(ends)}")
    assert ends == {4409: TABS - 3}
    assert said["t"] == "ack"
    assert [tab.closed for tab in tabs[-3:]] == [None] * 3


def test_a_flood_ends_its_own_line_and_slows_nobody(strict):
    server, house = strict.ready()[0], House("flood", members=2)
    with (
        opened(server, house.members[1], house.room) as other,
    ):
        before, began = memory(server), time.monotonic()
        flooding = raw(server, house.tab(0, [server]))
        with suppress(ConnectionClosed):
            for n in range(FLOOD):
                flooding.send(json.dumps({"t": "ping", "n": n}))
        said = other.post("Nobody else hears of it.")
        ended = drained(flooding)
        took, grown = time.monotonic() - began, memory(server) - before

    print(f"\n{FLOOD} frames on one line: ended with {ended} after {took:.2f} s, {grown:.1f} MiB")
    assert said["t"] == "ack"
    assert ended in (4429, 1006)  # 1006: it went on so fast that the bye was not read
    assert grown < 32


def test_a_storm_of_messages_loses_and_doubles_nothing(pair):
    servers, house = pair.ready(), House("storm", members=12)
    tabs = [house.tab(n, servers, screen=f"storm {n}", pause=0.0) for n in range(12)]
    screens, began = Screens(tabs, seed=5), time.monotonic()
    screens.start()
    time.sleep(STORM)
    screens.quiet()
    took = time.monotonic() - began
    time.sleep(0.3)
    screens.finish({house.room.pk: house.last_seq()})

    found = invariants.broken(house.history, house.store())
    report("storm", house, found)
    print(
        f"  {house.last_seq() / took:.0f} messages a second of 12 people who wait for each answer; "
        + invariants.speed(house.history, since=began)
    )
    assert found == {}


def test_a_storm_of_joins_leaves_nobody_behind(pair):
    """Every line goes at once and everybody comes back at once, to what was said meanwhile."""
    servers, house = pair.ready(), House("joins", members=10)
    tabs = []
    for n in range(10):
        first = house.tab(n, servers, screen=f"joins {n}", talks=False)
        tabs += [first, *(replace(first, screen=f"joins {n}.{k}") for k in range(1, JOINS // 10))]
    screens = Screens(tabs, seed=6)
    screens.start()
    wait_until(lambda: all(tab.line for tab in tabs))
    for tab in tabs:
        screens.loop.call_soon_threadsafe(tab.line[0].transport.abort)
    began = time.monotonic()
    with opened(servers[0], house.members[0], house.room) as speaker:
        for n in range(10):
            speaker.post(f"said meanwhile {n}")
    wait_until(lambda: all(tab.line and tab.last >= 10 for tab in tabs))
    took = time.monotonic() - began
    screens.finish({house.room.pk: house.last_seq()})

    found = invariants.broken(house.history, house.store())
    report("joins", house, found)
    print(f"{JOINS} screens were back and had everything after {took:.2f} s")
    assert found == {}


def wait_until(so, within=60):
    deadline = time.monotonic() + within
    while not so():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)


def test_screens_that_stop_reading_are_let_go_and_hold_nobody_up(pair):
    server, house = pair.ready()[0], House("slow", members=10)
    session = {n: house.tab(n, [server]) for n in range(10)}
    asleep = [raw(server, session[n]) for n in range(2, 10)]
    before, began = memory(server), time.monotonic()
    with (
        opened(server, house.members[0], house.room, session=session[0].session) as ana,
        opened(server, house.members[1], house.room, session=session[1].session) as ben,
    ):
        for n in range(90):  # 1.4 MB; each screen may be 1 MiB behind
            shout(ana, "🌊" * 3_990 + f"{n}")
            if n % 20 == 19:
                ana.say(t="ping", n=n, pos={house.room.pk: n})
                ben.say(t="ping", n=n, pos={house.room.pk: n})
                ben.event(lambda e, s=n: e["s"] == s)
        heard = len(ben.events[house.room.pk])
        grown, took = memory(server) - before, time.monotonic() - began
    ends = Counter(drained(line) for line in asleep)

    print(
        f"\n8 screens that do not read, 90 messages of 16 kB in {took:.1f} s: ended {dict(ends)}, "
        f"{grown:.0f} MiB more; the others heard {heard}"
    )
    assert set(ends) <= {4408, 1006, 1011}
    assert grown < 64


def shout(tab, body):
    """The longest message there is, as a browser writes it."""
    said = {"t": "send", "r": tab.rooms[0], "cid": str(uuid.uuid4()), "body": body}
    tab.say_raw(json.dumps(said, ensure_ascii=False))
    tab.waits_for(lambda f: f["t"] == "ack" and f["cid"] == said["cid"])


def raw(server, tab):
    """A line that says hello and never reads again."""
    line = connect(
        server.ws_url,
        origin=server.url,
        subprotocols=["peer.v1"],
        additional_headers={"Cookie": tab.cookie},
        compression=None,
        close_timeout=1,
        max_queue=1,
    ).__enter__()
    hello = {"t": "hello", "v": 1, "tab": str(uuid.uuid4()), "key": tab.key}
    line.send(json.dumps({**hello, "rooms": [{"r": tab.room, "after": 0}]}))
    return line


def drained(line):
    """Reads what had come and answers with which code the line was ended."""
    try:
        while True:
            line.recv(timeout=5)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 1006
    except TimeoutError:
        return "still open"
    finally:
        line.close()


@pytest.fixture
def long_room(committed):
    """A room in which much was said before."""
    house = House("backlog", members=1)
    seat, now = people.seat(house.members[0], house.room), timezone.now()
    numbers = range(1, BACKLOG + 1)
    same = {"room": house.room, "author": seat, "written_at": now, "first_mac": "0" * 64}
    Message.objects.bulk_create(
        [Message(**same, seq=n, cid=uuid.uuid4(), body=f"{n} was said long ago") for n in numbers]
    )
    same = {"room": house.room, "kind": EventKind.MSG, "actor": seat, "at": now}
    RoomEvent.objects.bulk_create([RoomEvent(**same, seq=n) for n in numbers])
    Room.objects.filter(pk=house.room.pk).update(last_seq=BACKLOG)
    return house


def test_a_long_backlog_comes_whole_over_a_slow_line(pair, long_room):
    """Who is far behind starts over at the last fifty, and asks page by page for the rest."""
    server, member, room = pair.ready()[0], long_room.members[0], long_room.room
    began, read = time.monotonic(), 0
    with opened(server, member, room, after={room.pk: 0}) as far:
        reset = far.waits_for(lambda f: f["t"] == "reset")
        far.event(lambda e: e["s"] == BACKLOG)
        fifty = [e["s"] for e in far.events[room.pk]]
        far.events[room.pk].clear()
        while not far.events[room.pk] or far.events[room.pk][-1]["s"] < BACKLOG:
            after = far.events[room.pk][-1]["s"] if far.events[room.pk] else 0
            far.frames.clear()
            far.say(t="more", r=room.pk, after=after, limit=200)
            frame = far.waits_for(lambda f: f["t"] in ("evs", "ev"))
            read += len(json.dumps(frame))
            time.sleep(max(0.0, began + read / SLOW - time.monotonic()))
        pages = [e["s"] for e in far.events[room.pk]]
    with opened(server, member, room, after={room.pk: BACKLOG - 1_990}) as near:
        near.event(lambda e: e["s"] == BACKLOG, within=20)
        resumed = [e["s"] for e in near.events[room.pk]]

    print(f"\n{BACKLOG} messages, {read / 1e6:.1f} MB, in {time.monotonic() - began:.1f} s")
    assert (reset["why"], reset["head"]) == ("far_behind", BACKLOG)
    assert fifty == list(range(BACKLOG - 49, BACKLOG + 1))
    assert pages == list(range(1, BACKLOG + 1))
    assert resumed == list(range(BACKLOG - 1_989, BACKLOG + 1))


def test_silent_lines_are_given_up(silent):
    """Half-open: the server waits, says why, and forgets them."""
    lines, began = silent
    with ThreadPoolExecutor(len(lines)) as pool:
        ends = Counter(pool.map(lambda line: line.is_closed(within=30), lines))
    took = time.monotonic() - began
    why = {frame["why"] for line in lines for frame in line.frames if frame["t"] == "bye"}

    print(f"\n{len(lines)} silent lines were ended within {took:.1f} s: {dict(ends)}")
    assert (ends, why) == ({1000: len(lines)}, {"silence"})
