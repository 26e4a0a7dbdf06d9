"""The outgoing side of one socket: what was said to it, how far it got, and how it ends.

Everything happens on the event loop. Sending is driven by hand until a server makes it wait: no
task is started for a frame that the transport takes at once, which is nearly every one.
"""

import asyncio
import types
from collections import deque
from collections.abc import Awaitable, Callable, Generator, Iterable
from typing import Any

from realtime import protocol
from realtime.access import Welcome
from realtime.inbound import Close

SEND = Callable[[dict[str, Any]], Awaitable[None]]
MOST_EVENTS_AHEAD = 2_000
MOST_BYTES_AHEAD = 1024 * 1024


class Place:
    """One room on one screen: fed up to `pos`, confirmed up to `confirmed`."""

    __slots__ = (
        "confirmed", "forgot", "keeps", "line", "pos", "role", "room", "size", "typed", "typing",
        "wire_id",
    )  # fmt: skip

    def __init__(
        self,
        line: "Line",
        room: str,
        *,
        wire_id: str,
        role: str,
        pos: int,
        keeps: tuple[str, ...] = (),
    ) -> None:
        self.line = line
        self.room = room
        self.wire_id = wire_id
        self.keeps = keeps
        self.role = role
        self.pos = pos
        self.confirmed = pos
        self.forgot = 0  # it has started over for what was forgotten up to here
        self.size = 0  # bytes past what was confirmed
        self.typing = False  # whether the person shows that they write, and sees it of others
        self.typed = float("-inf")

    def is_ahead(self) -> bool:
        """Whether no more may be sent before the screen says what reached it."""
        return self.pos - self.confirmed >= MOST_EVENTS_AHEAD or self.line.size >= MOST_BYTES_AHEAD


class Line:
    """One socket, seen from the hub."""

    def __init__(self, send: SEND, *, stop: Callable[[], object]) -> None:
        self.ended: tuple[Close, str, int] | None = None
        self.places: dict[str, Place] = {}
        self.person = 0
        self.session = ""
        self.traits: frozenset[str] = frozenset()
        self.blocked: frozenset[int] = frozenset()
        self.heard = 0.0
        self.renewed = 0.0
        self.size = 0
        self.timer: asyncio.TimerHandle | None = None
        self._send = send
        self._stop = stop
        self._outbox: deque[str] = deque()
        self._pump: asyncio.Task[None] | None = None
        self._hushed = False
        self.hushes = 0
        self._confirmed = asyncio.Event()

    def let_in(self, welcome: Welcome) -> None:
        """Takes over what was found at the door."""
        self.person = welcome.person
        self.session = welcome.session
        self.traits = welcome.traits
        self.blocked = welcome.blocked
        for sitting in welcome.sittings.values():
            place = self.places[sitting.room] = Place(
                self,
                sitting.room,
                wire_id=sitting.wire_id,
                role=sitting.role,
                pos=sitting.head,
                keeps=sitting.keeps,
            )
            place.typing = sitting.typing

    # Saying ------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """One frame, after all that was said before."""
        if self.ended is not None:
            return
        if self._pump is not None or self._hushed:
            self._outbox.append(text)
            return
        sending: Any = self._send({"type": "websocket.send", "text": text})
        try:
            waits_for = sending.send(None)
        except StopIteration:
            return
        except Exception:  # the other side is gone; the reader hears of it by itself
            self.break_off()
            return
        self._pump = asyncio.get_running_loop().create_task(self._drain(sending, waits_for))

    def feed(self, place: Place, texts: Iterable[str], *, to: int, size: int) -> None:
        """Events of a room. A screen that does not keep up is ended, to resume at once."""
        if self.ended is not None:
            return
        place.pos = to
        place.size += size
        self.size += size
        if to - place.confirmed > MOST_EVENTS_AHEAD or self.size > MOST_BYTES_AHEAD + size:
            self.end(Close.TOO_SLOW, "too_slow")
            return
        for text in texts:
            self.say(text)

    def confirm(self, room: str, pos: int) -> None:
        """The screen says that everything up to `pos` reached it."""
        place = self.places.get(room)
        if place is None or not place.confirmed < pos <= place.pos:
            return
        share = (pos - place.confirmed) / (place.pos - place.confirmed)
        freed = place.size if pos == place.pos else int(place.size * share)
        place.confirmed = pos
        place.size -= freed
        self.size -= freed
        self._confirmed.set()

    async def is_confirmed(self, place: Place, *, within: float) -> bool:
        """Waits until the screen confirmed enough to be sent more; False where it did not."""
        try:
            async with asyncio.timeout(within):
                while place.is_ahead():
                    self._confirmed.clear()
                    await self._confirmed.wait()
        except TimeoutError:
            return False
        return True

    # Ending ------------------------------------------------------------------------------------

    def hush(self) -> None:
        """Says nothing more until `go_on`: the right to listen is being looked at."""
        self._hushed = True
        self.hushes += 1

    @property
    def is_hushed(self) -> bool:
        return self._hushed

    def go_on(self) -> None:
        """Says what was kept back meanwhile."""
        self._hushed = False
        if self._pump is None and self._outbox and self.ended is None:
            self._pump = asyncio.get_running_loop().create_task(self._drain(None, None))

    def end(self, code: Close, why: str, *, retry_ms: int = 0) -> None:
        """Drops what was not sent yet, then says bye and closes: see `Conversation`."""
        if self.ended is not None:
            return
        self.ended = (code, why, retry_ms)
        self.break_off()
        self._stop()

    def break_off(self) -> None:
        """Sends nothing more, not even what was waiting."""
        self._outbox.clear()
        self._hushed = True
        if self._pump is not None:
            self._pump.cancel()
            self._pump = None

    async def say_bye(self) -> None:
        """The last frame, and the close. Gives up where the other side takes nothing."""
        if self.ended is None:
            return
        code, why, retry_ms = self.ended
        try:
            async with asyncio.timeout(0.5):
                text = protocol.bye(code, why, retry_ms)
                await self._send({"type": "websocket.send", "text": text})
                await self._send({"type": "websocket.close", "code": int(code)})
        except Exception:  # gone already
            return

    async def _drain(self, sending: Any, waits_for: Any) -> None:
        """Finishes a frame the transport did not take at once, then the ones behind it."""
        try:
            if sending is not None:
                await _finish(sending, waits_for)
            while self._outbox and not self._hushed:
                await self._send({"type": "websocket.send", "text": self._outbox.popleft()})
            self._pump = None
        except Exception:  # the other side is gone
            self._pump = None
            self.break_off()


@types.coroutine
def _finish(sending: Any, waits_for: Any) -> Generator[Any, Any, None]:
    """Goes on with a coroutine whose first wait was already met."""
    while True:
        try:
            given = yield waits_for
        except BaseException as error:
            step = sending.throw, error
        else:
            step = sending.send, given
        try:
            waits_for = step[0](step[1])
        except StopIteration:
            return
