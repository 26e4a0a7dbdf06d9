"""One socket per tab: parse, call, answer.

The server's task reads; what takes time waits in a short queue and is done one after the other. Words
need no task of their own: the hub calls back. Every deliberate end is said (`bye`) before the close.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.db import Error as DatabaseTrouble

from community.safety.actions.duty import renew
from groups import sending
from groups.append import Verdict
from realtime import door, inbound, protocol, typing
from realtime.access import Away
from realtime.hub import MOST_IN_ALL, Hub, hub
from realtime.inbound import BadFrame, Close, Frame, Hello, More, Ping, Read, Send, Typing
from realtime.keys import is_key
from realtime.line import Line
from realtime.strikes import Strikes

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]

HELLO_WITHIN = 5.0
MOST_WAITING = 8
RENEW_DUTY_EVERY = 20.0


async def screen(scope: Scope, receive: Receive, send: Callable[[Any], Awaitable[None]]) -> None:
    """The ASGI application at `/ws/`. The origin was checked before."""
    if (await receive())["type"] != "websocket.connect":
        return
    if protocol.SUBPROTOCOL not in scope.get("subprotocols", ()):
        await send({"type": "websocket.close", "code": 1000})
        return
    await send({"type": "websocket.accept", "subprotocol": protocol.SUBPROTOCOL})
    await Conversation(hub(), scope, receive, send).hold()


log = logging.getLogger(__name__)


class Conversation:
    """What is said on one socket, from hello to bye."""

    def __init__(
        self, hub: Hub, scope: Scope, receive: Receive, send: Callable[[Any], Awaitable[None]]
    ) -> None:
        self._hub = hub
        self._scope = scope
        self._receive = receive
        task = asyncio.current_task()
        assert task is not None
        self._task = task
        self._line = Line(send, stop=self._stop)
        self._strikes = Strikes()
        self._waiting: deque[Frame] = deque()
        self._is_busy = self._is_over = False
        self._reader: asyncio.Task[None] | None = None

    async def hold(self) -> None:
        """Until one side ends it. Every end of ours is said before the close."""
        try:
            await self._greet()
            while self._line.ended is None and (text := await self._next()) is not None:
                self._hear(text)
        except BadFrame as bad:
            self._line.end(bad.code, bad.why)
        except DatabaseTrouble:
            self._line.end(Close.UNKNOWN_OUTCOME, "away", retry_ms=1000)
        except asyncio.CancelledError:
            if self._line.ended is None:
                raise
            self._task.uncancel()
        finally:
            self._is_over = True
            if self._reader is not None:
                self._reader.cancel()
            self._hub.leave(self._line)
        await self._line.say_bye()

    def _stop(self) -> None:
        """Wakes the reader, which then says bye."""
        if asyncio.current_task() is not self._task:
            self._task.cancel()

    async def _next(self) -> str | None:
        """The next frame, or None when the other side is gone."""
        message = await self._receive()
        if message["type"] != "websocket.receive":
            return None
        self._line.heard = self._hub.loop.time()
        text = message.get("text")
        if text is None:
            raise BadFrame("binary")
        return str(text)

    # Hello -------------------------------------------------------------------------------------

    async def _greet(self) -> None:
        """The door: pace, session, key, rooms. Ends the line where one of them says no."""
        line, session = self._line, door.session_of(self._scope)
        if len(self._hub.lines) >= MOST_IN_ALL:
            return line.end(Close.TOO_FAST, "full", retry_ms=10_000)
        wait = await self._hub.think(partial(door.wait_for, door.address_of(self._scope)))
        if wait > 0:
            return line.end(Close.TOO_FAST, "handshakes", retry_ms=int(wait * 1000) + 1)
        if not session:
            return line.end(Close.SESSION_OVER, "session")
        hello = await self._hello()
        if hello is None:
            return None
        if not is_key(hello.key, session_key=session):
            return line.end(Close.SESSION_OVER, "key")
        found = await self._hub.admit(session, [room for room, _ in hello.rooms])
        if isinstance(found, Away):
            return line.end(found.code, found.why)
        self._hub.enter(line, found, dict(hello.rooms))
        return None

    async def _hello(self) -> Hello | None:
        try:
            async with asyncio.timeout(HELLO_WITHIN):
                text = await self._next()
        except TimeoutError:
            raise BadFrame("hello_late") from None
        if text is None:
            return None
        frame = inbound.parse(text)
        if not isinstance(frame, Hello):
            raise BadFrame("hello_first")
        return frame

    # Frames ------------------------------------------------------------------------------------

    def _hear(self, text: str) -> None:
        """Answers at once what costs nothing; lets the rest wait its turn."""
        frame = inbound.parse(text)
        if isinstance(frame, Hello):
            raise BadFrame("hello_twice")
        wait = 0.0 if settings.BENCH else self._strikes.count(self._hub.loop.time())
        if self._strikes.is_out:
            return self._line.end(Close.TOO_FAST, "frames", retry_ms=int(wait * 1000) + 1)
        if isinstance(frame, Ping):
            return self._pong(frame)
        if frame.room not in self._line.places:
            return self._line.end(Close.NOT_A_MEMBER, "not_member")
        if wait > 0:
            return self._not_so_fast(frame, wait)
        if isinstance(frame, Read):
            return self._hub.has_read(self._line, frame.room, frame.seq)
        if isinstance(frame, Typing):
            return typing.tell(self._line, frame.room, now=self._hub.loop.time())
        return self._take(frame)

    def _take(self, frame: Frame) -> None:
        """What takes time waits its turn."""
        if len(self._waiting) >= MOST_WAITING:
            return self._line.end(Close.TOO_FAST, "queue", retry_ms=1000)
        self._waiting.append(frame)
        self._go_on()
        return None

    def _go_on(self) -> None:
        """One after the other: the next begins when the last was answered."""
        if self._is_busy or self._is_over or not self._waiting or self._line.ended is not None:
            return
        frame, self._is_busy = self._waiting.popleft(), True
        if isinstance(frame, Send):
            self._send(frame)
        elif isinstance(frame, More):
            self._reader = self._hub.start(self._read(frame))

    def _pong(self, ping: Ping) -> None:
        line = self._line
        for room, pos in ping.pos:
            line.confirm(room, pos)
        line.say(protocol.pong(ping.n, self._hub.heads_of(line)))
        now = self._hub.loop.time()
        there = [p for p in line.places.values() if p.role == "moderator"]
        kept = [key for p in there for key in p.keeps]
        if kept and now - line.renewed > RENEW_DUTY_EVERY:
            line.renewed = now
            self._hub.start(self._hub.ask(renew, person=line.person, places=kept))

    def _not_so_fast(self, frame: Frame, wait: float) -> None:
        """A strike is said where something would be lost by silence."""
        if isinstance(frame, Send):
            told = Verdict(frame.room, frame.cid, refusal=sending.TOO_FAST, wait=wait)
            self._line.say(protocol.verdict(told))
        elif isinstance(frame, More):  # whoever asks waits for the answer: it comes late
            self._hub.start(self._later(frame, wait))

    async def _later(self, frame: Frame, wait: float) -> None:
        """In its own time. A third strike ends the line, so few ever wait like this."""
        await asyncio.sleep(wait)
        if self._line.ended is None:
            self._take(frame)

    async def _read(self, frame: More) -> None:
        try:
            await self._hub.page(self._line, frame.room, frame.after, frame.limit)
        except Exception as error:
            self._failed(error)
        self._is_busy, self._reader = False, None
        self._go_on()

    def _failed(self, error: Exception) -> None:
        """Whatever it was, the frame is not dropped without an answer."""
        if not isinstance(error, DatabaseTrouble):
            log.error("a frame failed: %s", type(error).__name__)
        self._line.end(Close.UNKNOWN_OUTCOME, "away", retry_ms=1000)

    def _send(self, frame: Send) -> None:
        """Clean, pace, screen; then the next commit. No answer where its outcome is unknown."""
        prepare = partial(
            sending.prepare,
            by=self._line.person,
            room=frame.room,
            cid=frame.cid,
            body=frame.body,
            note=frame.note,
            reply_to=frame.reply_to,
            note_kind=frame.note_kind,
            intent=frame.intent,
            held_for=frame.held_for,
            sure=frame.sure,
            waits=frame.waits,
        )
        self._hub.commit(prepare, self._decided)

    def _decided(self, verdict: Verdict | None) -> None:
        if self._is_over:
            return None
        if verdict is None:
            return self._line.end(Close.UNKNOWN_OUTCOME, "unknown", retry_ms=1000)
        try:
            self._line.say(protocol.verdict(verdict))
        except Exception as error:
            self._failed(error)
        self._is_busy = False
        return self._go_on()
