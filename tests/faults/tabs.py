"""Screens that talk, lose their line, come back and repeat: real sockets, one thread for all."""

import asyncio
import json
import random
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, WebSocketException

from realtime.reads import FURTHEST_BACK
from tests.faults.history import History
from tests.faults.invariants import NEVER
from tests.faults.late import Told

FINAL = {4400, 4401, 4403, 4409}  # a client does not come back from these
LONGEST = 45.0  # seconds within which every screen has caught up after the last word
BEAT = 0.25
ANSWER = 3.0  # seconds without an answer after which a line is given up
NAP = 1.5


@dataclass(eq=False)
class Tab:
    """One person's open page of one room. `last` is what it has shown; it survives the line."""

    person: str
    cookie: str
    session: str
    key: str
    room: str
    urls: list[str]
    origin: str
    history: History
    screen: str = ""
    pause: float = 0.12
    talks: bool = True
    restless: bool = False  # its line goes every second or two, without a word
    sleepy: bool = False  # stops reading now and then
    is_late: bool = False  # opened when all has been said: it reads the whole room
    other: "Tab | None" = None  # the same person's second screen
    post: Callable | None = None  # the page's form: (cid, body) -> (status, number or None)
    last: int = 0
    over: bool = False
    line: object = None
    unanswered: list[tuple[str, str]] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, kind, conn=0, **fields):
        return self.history.note(kind, self.person, conn, self.screen or self.person, **fields)


class Screens:
    """All tabs in one event loop of its own thread."""

    def __init__(self, tabs, seed, *, longest=LONGEST):
        self.tabs, self.longest = tabs, longest
        self.random = random.Random(seed)
        self.talking = True
        self.heads = None
        self.error = None
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def start(self):
        """Opens every tab but the late ones."""
        self.thread.start()
        self.ready.wait()

    def wait_for_all(self):
        """Until everybody is in, however slow the machine."""
        deadline = time.monotonic() + LONGEST
        ways = ("line", "is_late", "over")
        while not all(any(getattr(tab, way) for way in ways) for tab in self.tabs):
            if time.monotonic() > deadline:
                return
            time.sleep(0.02)

    def quiet(self):
        """No new words; waits a while until what was said is answered."""
        self.talking = False
        deadline = time.monotonic() + 3 * ANSWER
        while time.monotonic() < deadline and any(t.unanswered for t in self.tabs if not t.over):
            time.sleep(0.02)

    def finish(self, heads):
        """Each tab says its last words again until they are answered, and ends once it has shown
        everything up to its room's head. Waits for all of them."""
        self.heads = heads
        self.loop.call_soon_threadsafe(self.said.set)
        self.thread.join(self.longest + 5)
        if self.error is not None:
            raise self.error

    def _run(self):
        try:
            asyncio.run(self._all())
        except Exception as error:  # told to the test, in `finish`
            self.error = error
        finally:
            self.ready.set()

    async def _all(self):
        self.loop, self.said = asyncio.get_running_loop(), asyncio.Event()
        self.ready.set()
        watch = asyncio.create_task(self._watch())
        living = asyncio.gather(*(self._live(tab) for tab in self.tabs))
        try:
            await self.said.wait()
            async with asyncio.timeout(self.longest):
                await living
        except TimeoutError:
            for tab in (tab for tab in self.tabs if not self._done(tab)):
                tab.note("fault", what=NEVER, since=time.monotonic(), database=False)
        finally:
            living.cancel()
            watch.cancel()

    async def _watch(self):
        """A quarter of a second, again and again: how late the machine itself is, here and in the
        servers, is not held against the rooms."""
        told = Told(Path(settings.DATA_DIR) / "late")
        histories = {id(tab.history): tab.history for tab in self.tabs}.values()
        while True:
            began = time.monotonic()
            await asyncio.sleep(BEAT)
            late = max([time.monotonic() - began - BEAT, *told.new()])
            for history in histories:
                history.note("beat", late=late)

    def _done(self, tab):
        if tab.over:
            return True
        return self.heads is not None and tab.last >= self.heads[tab.room] and not tab.unanswered

    async def _live(self, tab):
        if tab.is_late:
            await self.said.wait()
        while not self._done(tab):
            with suppress(OSError, InvalidHandshake, WebSocketException, TimeoutError):
                await self._once(tab)  # the line goes, as lines go; come back
            await asyncio.sleep(self.random.uniform(0.02, 0.25))

    async def _once(self, tab):
        conn = tab.history.new_conn()
        async with connect(
            self.random.choice(tab.urls),
            subprotocols=["peer.v1"],
            origin=tab.origin,
            additional_headers={"Cookie": tab.cookie},
            compression=None,
            open_timeout=ANSWER,
            close_timeout=0.2,
        ) as line:
            try:
                await self._talk(tab, line, conn)
            finally:
                tab.line = None
                tab.note("close", conn, code=line.close_code)
                tab.over = tab.over or line.close_code in FINAL

    async def _talk(self, tab, line, conn):
        hello = {"t": "hello", "v": 1, "tab": str(uuid.uuid4()), "key": tab.key}
        tab.note("open", conn)
        after = self._after(tab)
        await line.send(json.dumps({**hello, "rooms": [{"r": tab.room, "after": after}]}))
        if after > tab.last:
            await self._ask_more(tab, line)
        beside = [asyncio.create_task(self._speak(tab, line, conn))]
        if tab.restless:
            beside.append(asyncio.create_task(self._break(line)))
        try:
            async for text in line:
                await self._hear(tab, line, conn, json.loads(text))
                if tab.sleepy and self.random.random() < 0.03:
                    tab.note("asleep", conn)
                    await asyncio.sleep(NAP)
        finally:
            for task in beside:
                task.cancel()

    def _after(self, tab):
        """Where a screen goes on from. Who is further back than a resume goes asks page by page."""
        head = self.heads[tab.room] if self.heads else 0
        return head if head - tab.last > FURTHEST_BACK else tab.last

    async def _ask_more(self, tab, line):
        page = {"t": "more", "r": tab.room, "after": tab.last, "limit": 200}
        await line.send(json.dumps(page))

    async def _break(self, line):
        await asyncio.sleep(self.random.uniform(0.7, 2.5))
        line.transport.abort()

    async def _speak(self, tab, line, conn):
        """Until all is said. What ends it ends the line."""
        try:
            await self._say_all(tab, line, conn)
        except WebSocketException:
            return
        finally:
            await line.close()

    async def _say_all(self, tab, line, conn):
        while True:
            if not tab.unanswered and self.talking and tab.talks and not tab.is_late:
                cid = str(uuid.uuid4())
                tab.unanswered.append((cid, f"{tab.person} says {cid}"))
                await self._send(tab, line, conn, repeat=False)
                await self._perhaps_twice(tab, line, conn)
            elif tab.unanswered:
                await self._send(tab, line, conn, repeat=True)
            with suppress(TimeoutError):
                if tab.unanswered:
                    await asyncio.wait_for(tab.answered.wait(), ANSWER)
            if tab.unanswered or self._done(tab):
                return
            await asyncio.sleep(self.random.uniform(0, 2 * tab.pause))

    async def _perhaps_twice(self, tab, line, conn):
        """A double press; the same words from the other screen, or from the page's form, at the
        same moment."""
        chance = self.random.random()
        if chance < 0.15:
            await self._send(tab, line, conn, repeat=True)
        elif chance < 0.35 and tab.other and tab.other.line:
            with suppress(WebSocketException):
                await self._send(tab, *tab.other.line, repeat=True)
        elif chance < 0.45 and tab.post:
            cid, body = tab.unanswered[0]
            tab.note("invoke", cid=cid, body=body, repeat=True, way="page")
            status, number = await asyncio.to_thread(tab.post, cid, body)
            if number is not None:
                tab.note("ack", cid=cid, seq=number, dup=False, way="page")
            else:
                tab.note("nack", cid=cid, err=f"page {status}")

    async def _send(self, tab, line, conn, *, repeat):
        tab.answered.clear()
        if not tab.unanswered:  # answered meanwhile
            return
        cid, body = tab.unanswered[0]
        tab.note("invoke", conn, cid=cid, body=body, repeat=repeat)
        await line.send(json.dumps({"t": "send", "r": tab.room, "cid": cid, "body": body}))

    async def _hear(self, tab, line, conn, frame):
        kind = frame["t"]
        if kind == "welcome":
            tab.line = line, conn
            tab.note("welcomed", conn)
        elif kind == "ev":
            self._apply(tab, conn, frame)
        elif kind == "evs":
            for event in frame["ev"]:
                self._apply(tab, conn, event)
            if frame["more"]:
                await self._ask_more(tab, line)
        elif kind in {"ack", "nack"}:
            self._answered(tab, conn, frame)
        elif kind == "reset":
            tab.note("fault", conn, what="reset", since=time.monotonic(), database=False)

    def _apply(self, tab, conn, event):
        """A number at or below what is shown is ignored, as every client must; it is noted all the
        same, for it went over the wire."""
        is_new = event["s"] > tab.last
        tab.last = max(tab.last, event["s"])
        tab.note(
            "received" if is_new else "ignored",
            conn,
            seq=event["s"],
            event=event["k"],
            ref=event.get("ref"),
            cid=event.get("cid", ""),
            body=(event.get("d") or {}).get("body", ""),
        )

    def _answered(self, tab, conn, frame):
        if frame["t"] == "ack":
            tab.note("ack", conn, cid=frame["cid"], seq=frame.get("s"), dup=frame["dup"])
        else:
            tab.note("nack", conn, cid=frame["cid"], err=frame["err"])
            if not frame["final"]:
                return
        for one in filter(None, (tab, tab.other)):
            one.unanswered = [said for said in one.unanswered if said[0] != frame["cid"]]
            one.answered.set()
