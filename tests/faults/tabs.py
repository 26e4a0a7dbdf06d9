"""Screens that talk, lose their line, come back and repeat: real sockets, one thread for all."""

import asyncio
import json
import random
import threading
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass, field

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, WebSocketException

FINAL = {4400, 4401, 4403, 4409}  # a client does not come back from these
LONGEST = 40.0  # seconds a run may take, healing included
BEAT = 0.25
ANSWER = 3.0  # seconds without an answer after which a line is given up


@dataclass
class Tab:
    """One person's open page of one room. `last` is what it has shown; it survives the line."""

    person: str
    cookie: str
    key: str
    room: str
    urls: list[str]
    origin: str
    pause: float
    is_late: bool = False  # opened when all has been said: it reads the whole room, says nothing
    last: int = 0
    over: bool = False
    unanswered: list[tuple[str, str]] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)


class Screens:
    """All tabs in one event loop of its own thread. `stop` lets every tab say its last words
    again until they are answered, and hear what there is up to `head`."""

    def __init__(self, tabs, history, seed):
        self.tabs, self.history = tabs, history
        self.random = random.Random(seed)
        self.talking = True
        self.head = None
        self.thread = threading.Thread(target=lambda: asyncio.run(self._all()))

    def start(self):
        self.thread.start()

    def quiet(self):
        """No new words; what is unanswered is still repeated."""
        self.talking = False

    def finish(self, head):
        """Each tab ends once it has shown everything up to `head`. Waits for all of them."""
        self.head = head
        self.loop.call_soon_threadsafe(self.said.set)
        self.thread.join(LONGEST)

    async def _watch(self):
        """Half a second, again and again: how late the machine itself is, is not held against the
        rooms."""
        while self.head is None:
            began = time.monotonic()
            await asyncio.sleep(BEAT)
            self.history.note("beat", late=time.monotonic() - began - BEAT)

    async def _all(self):
        watch = asyncio.create_task(self._watch())
        try:
            await self._all_tabs()
        finally:
            watch.cancel()

    async def _all_tabs(self):
        self.loop, self.said = asyncio.get_running_loop(), asyncio.Event()
        try:
            async with asyncio.timeout(LONGEST):
                await asyncio.gather(*(self._live(tab) for tab in self.tabs))
        except TimeoutError:
            self.history.note("fault", what="some screens never caught up")

    def _done(self, tab):
        if tab.over:
            return True
        return self.head is not None and tab.last >= self.head and not tab.unanswered

    async def _live(self, tab):
        if tab.is_late:
            await self.said.wait()
        while not self._done(tab):
            with suppress(OSError, InvalidHandshake, WebSocketException, TimeoutError):
                await self._once(tab)  # the line goes, as lines go; come back
            await asyncio.sleep(self.random.uniform(0.02, 0.25))

    async def _once(self, tab):
        url = self.random.choice(tab.urls)
        headers = {"Cookie": tab.cookie}
        conn = self.history.new_conn()
        async with connect(
            url,
            subprotocols=["peer.v1"],
            origin=tab.origin,
            additional_headers=headers,
            open_timeout=ANSWER,
            close_timeout=0.2,
        ) as line:
            try:
                await self._talk(tab, line, conn)
            finally:
                self.history.note("close", tab.person, conn, code=line.close_code)
                tab.over = tab.over or line.close_code in FINAL

    async def _talk(self, tab, line, conn):
        hello = {"t": "hello", "v": 1, "tab": str(uuid.uuid4()), "key": tab.key}
        self.history.note("open", tab.person, conn)
        await line.send(json.dumps({**hello, "rooms": [{"r": tab.room, "after": tab.last}]}))
        speaker = asyncio.create_task(self._speak(tab, line, conn))
        try:
            async for text in line:
                await self._hear(tab, line, conn, json.loads(text))
        finally:
            speaker.cancel()

    async def _speak(self, tab, line, conn):
        while True:
            if not tab.unanswered and self.talking and not tab.is_late:
                cid = str(uuid.uuid4())
                tab.unanswered.append((cid, f"{tab.person} says {cid}"))
                await self._send(tab, line, conn, repeat=False)
                if tab.unanswered and self.random.random() < 0.2:  # a double press
                    await self._send(tab, line, conn, repeat=True)
            elif tab.unanswered:
                await self._send(tab, line, conn, repeat=True)
            with suppress(TimeoutError):
                if tab.unanswered:
                    await asyncio.wait_for(tab.answered.wait(), ANSWER)
            if tab.unanswered or self._done(tab):
                await line.close()
                return
            await asyncio.sleep(self.random.uniform(0, 2 * tab.pause))

    async def _send(self, tab, line, conn, *, repeat):
        tab.answered.clear()
        cid, body = tab.unanswered[0]
        self.history.note("invoke", tab.person, conn, cid=cid, body=body, repeat=repeat)
        await line.send(json.dumps({"t": "send", "r": tab.room, "cid": cid, "body": body}))

    async def _hear(self, tab, line, conn, frame):
        kind = frame["t"]
        if kind == "ev":
            self._apply(tab, conn, frame)
        elif kind == "evs":
            for event in frame["ev"]:
                self._apply(tab, conn, event)
            if frame["more"]:
                page = {"t": "more", "r": tab.room, "after": tab.last, "limit": 200}
                await line.send(json.dumps(page))
        elif kind in {"ack", "nack"}:
            self._answered(tab, conn, frame)
        elif kind == "reset":
            self.history.note("fault", what="reset", person=tab.person)

    def _apply(self, tab, conn, event):
        """A number at or below what is shown is ignored, as every client must; it is
        noted all the same, for it went over the wire."""
        said = event.get("d") or {}
        is_new = event["s"] > tab.last
        tab.last = max(tab.last, event["s"])
        self.history.note(
            "received" if is_new else "ignored",
            tab.person,
            conn,
            seq=event["s"],
            event=event["k"],
            ref=event.get("ref"),
            body=said.get("body", ""),
        )

    def _answered(self, tab, conn, frame):
        if frame["t"] == "ack":
            fields = {"cid": frame["cid"], "seq": frame.get("s"), "dup": frame["dup"]}
            self.history.note("ack", tab.person, conn, **fields)
        else:
            self.history.note("nack", tab.person, conn, cid=frame["cid"], err=frame["err"])
            if not frame["final"]:
                return
        tab.unanswered = [(cid, body) for cid, body in tab.unanswered if cid != frame["cid"]]
        tab.answered.set()
