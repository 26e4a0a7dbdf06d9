"""What is measured, each scene on a fresh server, the crowd already there."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.bench import cost, crowd
from tests.bench.lines import Line, Tally

AT_ONCE = 32


def share(values, part):
    """The value below which this part of them lies, in milliseconds."""
    found = sorted(values)
    return round(found[int((len(found) - 1) * part)] * 1000, 2) if found else None


class Meter:
    """CPU of server and databases between two moments."""

    def __init__(self, server, held):
        self._pids = {"app": server.pid, **{k: s.process.pid for k, s in held.items()}}

    def start(self):
        self._before = {name: cost.cpu([pid]) for name, pid in self._pids.items()}
        return self

    def stop(self):
        return {
            name: round(cost.cpu([pid]) - self._before[name], 2) for name, pid in self._pids.items()
        }


async def come_in(lines):
    """All of them, some at a time, as a door lets people in."""
    waiting = iter(lines)

    async def porter():
        for line in waiting:
            await line.open()

    await asyncio.gather(*(porter() for _ in range(AT_ONCE)))


async def go_home(lines):
    for line in lines:
        line.close()
    await asyncio.sleep(0.2)


def told(tally, meter_cpu, seconds, expected=None):
    """The figures of a scene in which people talked."""
    per = 100_000 / max(1, tally.delivered)
    return {
        "seconds": round(seconds, 2),
        "deliveries_per_s": round(tally.delivered / seconds),
        "acked_per_s": round(tally.acked / seconds, 1),
        "cpu": meter_cpu,
        "cpu_100k": round(sum(meter_cpu.values()) * per, 2),
        "app_cpu_100k": round(meter_cpu["app"] * per, 2),
        **{f"p{n}": share(tally.delays, n / 100) for n in (50, 95, 99)},
        **{f"ack_p{n}": share(tally.answers, n / 100) for n in (50, 99)},
        "wrong": dict(tally.wrong),
    }


async def all_heard(lines, tally, within=10.0):
    """Waits until nothing is on its way; answers how many deliveries are missing."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        heads = {}
        for line in lines:
            heads[line.guest.room] = max(heads.get(line.guest.room, 0), line.last)
        missing = sum(heads[line.guest.room] - line.last for line in lines)
        unsaid = sum(1 for line in lines if line.on_its_way is not None or line.waiting)
        if not missing and not unsaid:
            return 0
        await asyncio.sleep(0.05)
    return missing + unsaid


async def closed_loop(server, held, guests, _moderator, *, senders, warm=1.0, seconds=3.0):
    """Each of some people speaks again as soon as their last words have come back to them."""
    tally = Tally()
    lines = [Line(guest, server, tally) for guest in guests]
    await come_in(lines)
    step = len(lines) / senders
    talking = [lines[int(n * step)] for n in range(senders)]
    tally.heard = lambda line: line.say(time.monotonic())
    for line in talking:
        line.say(time.monotonic())
    await asyncio.sleep(warm)
    tally.begin()
    meter, began = Meter(server, held).start(), time.monotonic()
    await asyncio.sleep(seconds)
    figures = told(tally, meter.stop(), time.monotonic() - began)
    tally.measuring, tally.heard = False, None
    figures["missing"] = await all_heard(lines, tally)
    await go_home(lines)
    return figures


async def open_loop(server, held, guests, _moderator, *, rate, warm=1.5, seconds=5.0):
    """So many messages a second from anybody, at random moments; delays count from the moment a
    message was due, however late it could leave."""
    tally, dice = Tally(), random.Random(42)
    lines = [Line(guest, server, tally) for guest in guests]
    await come_in(lines)
    due, began, meter = time.monotonic(), None, Meter(server, held)
    warm_until = due + warm
    while True:
        now = time.monotonic()
        if began is None and now >= warm_until:
            tally.begin()
            meter.start()
            began = now
        if began is not None and now >= began + seconds:
            break
        while due <= now:
            dice.choice(lines).say(due)
            due += dice.expovariate(rate)
        await asyncio.sleep(min(due, warm_until if began is None else began + seconds) - now)
    figures = told(tally, meter.stop(), time.monotonic() - began)
    figures["missing"] = await all_heard(lines, tally)
    tally.measuring = False
    await go_home(lines)
    return figures


async def idle(server, held, guests, _moderator):
    """Everybody comes in and says nothing: what a join costs, what a screen weighs."""
    before, tally = cost.memory(server.pid), Tally()
    lines = [Line(guest, server, tally) for guest in guests]
    meter, began = Meter(server, held).start(), time.monotonic()
    await come_in(lines)
    took, used = time.monotonic() - began, meter.stop()
    await asyncio.sleep(1.0)
    meter.start()
    await asyncio.sleep(3.0)
    resting = meter.stop()
    grown = cost.memory(server.pid) - before
    await go_home(lines)
    return {
        "joins_per_s": round(len(lines) / took),
        "cpu_ms_per_join": round(sum(used.values()) * 1000 / len(lines), 2),
        "cpu": used,
        "cpu_idle_percent": round(sum(resting.values()) / 3 * 100, 1),
        "mib_per_1000": round(grown * 1000 / len(lines), 1),
        "wrong": dict(tally.wrong),
    }


@dataclass(frozen=True)
class Scene:
    """Who is there, and what happens."""

    rooms: int
    members: int
    act: Callable
    said: int = 0  # in each room, before

    def crowd(self):
        return crowd.gather(self.rooms, self.members, self.said)

    def play(self, server, held, guests, moderator):
        return self.act(server, held, guests, moderator)


SCENES = {
    "sat100": Scene(1, 100, partial(closed_loop, senders=8), said=200),
    "fix": Scene(50, 12, partial(open_loop, rate=100), said=50),
    "fix300": Scene(50, 12, partial(open_loop, rate=300), said=50),
    "fix1k": Scene(50, 12, partial(open_loop, rate=1000, seconds=4.0), said=50),
    "idle": Scene(50, 20, idle),
}
