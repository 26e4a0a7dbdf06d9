"""What is measured beside talk: a removal, a storm of reconnects, pages of history."""

import asyncio
import random
import statistics
import time
import urllib.request
from functools import partial

from community.accounts.models import Person
from groups.actions import belonging
from groups.models import Room
from tests.bench import crowd
from tests.bench.lines import Line, Tally
from tests.bench.scenes import Scene, come_in, go_home, share

SAID_BEFORE = 1_000
STORM = 1_000
REMOVALS = 6


async def removal(server, held, guests, moderator, *, redis_is_away):
    """Somebody is removed by another process while the room talks: how long after the act a frame
    still came, and when their screen was ended."""
    if redis_is_away:
        held["redis"].freeze()
    try:
        tally = Tally()
        lines = [Line(guest, server, tally) for guest in guests]
        await come_in(lines)
        talking = asyncio.create_task(_talk(lines[REMOVALS:]))
        late, ended = [], []
        for line in lines[:REMOVALS]:
            await asyncio.sleep(0.3)
            await asyncio.to_thread(_remove, line.guest, moderator)
            acked = time.monotonic()
            async with asyncio.timeout(5):
                await line.ended.wait()
            late.append(max(0.0, line.heard_at - acked))
            ended.append(line.ended_at - acked)
        talking.cancel()
        await go_home(lines[REMOVALS:])
    finally:
        if redis_is_away:
            held["redis"].thaw()
    return {
        "last_frame_s": round(max(late), 3),
        "ended_s": round(max(ended), 3),
        "removals": REMOVALS,
    }


async def _talk(lines):
    dice = random.Random(1)
    while True:
        dice.choice(lines).say(time.monotonic())
        await asyncio.sleep(0.02)


def _remove(guest, moderator):
    belonging.remove_from_room(
        room=Room.objects.get(pk=guest.room),
        person=Person.objects.get(pk=guest.person),
        by=moderator,
        reason="rules",
        words="Measured.",
    )


async def storm(server, _held, guests, _moderator):
    """Every line goes at once; words are said meanwhile; everybody comes back with the jitter of
    the room's page, to the number they had."""
    tally, dice = Tally(), random.Random(7)
    lines = [Line(guest, server, tally) for guest in guests]
    await come_in(lines)
    speakers = {line.guest.room: line for line in lines[:: len(lines) // 50]}
    for line in lines:
        if line is not speakers[line.guest.room]:
            line.drop()
    for line in speakers.values():
        line.say(time.monotonic())
    await asyncio.sleep(0.2)
    began, took = time.monotonic(), []

    async def back(line):
        await asyncio.sleep(dice.uniform(0, 0.5))
        tried = time.monotonic()
        while True:
            try:
                await line.open()
            except OSError:
                await asyncio.sleep(dice.uniform(0, 1.0))
            else:
                break
        took.append(time.monotonic() - tried)

    await asyncio.gather(*(back(line) for line in lines if line is not speakers[line.guest.room]))
    all_back = time.monotonic() - began
    heads = {room: line.last for room, line in speakers.items()}
    behind = sum(line.last < heads[line.guest.room] for line in lines)
    await go_home(lines)
    return {
        "screens": len(lines),
        "all_back_s": round(all_back, 2),
        "join_p50": share(took, 0.5),
        "join_p99": share(took, 0.99),
        "behind": behind,
        "wrong": dict(tally.wrong),
    }


async def history(server, _held, guests, _moderator):
    """A page of 200 events over the socket, a resume over 1,000, and the room's page."""
    guest = guests[0]
    await asyncio.to_thread(crowd.say_before, [Room(pk=guest.room)], SAID_BEFORE)
    line = Line(guest, server, Tally())
    line.last = SAID_BEFORE
    await line.open()
    line.pages, pages = asyncio.Queue(), []
    for _ in range(30):
        asked = time.monotonic()
        line.ask(t="more", r=guest.room, after=400, limit=200)
        pages.append(await line.pages.get() - asked)
    line.close()
    resumes = []
    for _ in range(5):
        late = Line(guest, server, Tally())
        began = time.monotonic()
        await late.open()
        resumes.append(time.monotonic() - began)
        late.close()
    return {
        "more_200_p50": share(pages, 0.5),
        "more_200_p99": share(pages, 0.99),
        "resume_1000_ms": round(statistics.median(resumes) * 1000, 1),
        **await asyncio.to_thread(_pages, server, guest),
    }


async def pages(server, _held, guests, _moderator):
    """The room's page and one that asks no database, over HTTP."""
    await asyncio.to_thread(crowd.say_before, [Room(pk=guests[0].room)], SAID_BEFORE)
    return await asyncio.to_thread(_pages, server, guests[0])


def _pages(server, guest):
    figures = {}
    for name, path in (("room_page", f"/rooms/{guest.room}/"), ("healthz", "/healthz")):
        asked = urllib.request.Request(server.url + path, headers={"Cookie": guest.cookie})
        took = []
        for _ in range(40):
            began = time.monotonic()
            with urllib.request.urlopen(asked) as answer:
                answer.read()
            took.append(time.monotonic() - began)
        figures[f"{name}_p50"] = share(took[10:], 0.5)
    return figures


SCENES = {
    "removal": Scene(1, 24, partial(removal, redis_is_away=False)),
    "removal_without_redis": Scene(1, 24, partial(removal, redis_is_away=True)),
    "storm": Scene(50, STORM // 50, storm),
    "history": Scene(1, 4, history),
    "pages": Scene(1, 4, pages),
}
