"""Open screens that speak `peer.v1`, cheap enough that one process plays a thousand of them.

Each checks what it is given: numbers in order and without a hole, its own words acknowledged. What
is wrong is counted, never passed over.
"""

import asyncio
import base64
import json
import os
import time
import uuid
from array import array
from collections import Counter, deque

from tests.bench import words

CONFIRM_EVERY = 200
HELLO = (
    '{{"t":"hello","v":1,"tab":"{tab}","key":"{key}","rooms":[{{"r":"{room}","after":{after}}}]}}'
)
SEND = '{{"t":"send","r":"{room}","cid":"{cid}","body":"{body}"}}'
SHAKE = (
    "GET /ws/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: {nonce}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: peer.v1\r\n"
    "Origin: {origin}\r\nCookie: {cookie}\r\n\r\n"
)


class Tally:
    """What all lines of one run have seen."""

    def __init__(self):
        self.number = 0
        self.sent = {}  # mark -> (when it was due, the line it came from)
        self.delivered = 0
        self.acked = 0
        self.delays = array("d")  # seconds from when it was due to another's screen
        self.answers = array("d")  # seconds from when it was due to its acknowledgement
        self.wrong = Counter()
        self.measuring = False
        self.heard = None  # called with a line that has heard its own words and their answer

    def begin(self):
        """Counts from here on."""
        self.delivered = self.acked = 0
        self.delays, self.answers = array("d"), array("d")
        self.measuring = True


class Line(asyncio.Protocol):
    """One screen: open it with `open`, say something with `say`."""

    def __init__(self, guest, server, tally):
        self.guest, self.server, self.tally = guest, server, tally
        self.last = guest.after
        self.confirmed = self.last
        self.head = None
        self.welcome = None  # a future while it is on its way in
        self.waiting = deque()  # (when it was due) of what stands behind the one on its way
        self.on_its_way = None  # (mark, when it was due, echo heard, answered)
        self.over = None  # the code it was ended with
        self.pages = None  # a queue, where somebody waits for answers to `more`
        self.ended = asyncio.Event()
        self.ended_at = self.heard_at = 0.0
        self._rest = b""
        self._shaken = False
        self._transport = None

    async def open(self):
        """In: welcomed, and everything heard that was said before."""
        loop = asyncio.get_running_loop()
        self.welcome = loop.create_future()
        self._rest, self._shaken, self.over, self.head = b"", False, None, None
        await loop.create_connection(lambda: self, "127.0.0.1", self.server.port)
        await self.welcome
        return self

    def close(self):
        """As a browser closes."""
        if self._transport is not None:
            self._frame_out(8, (1000).to_bytes(2, "big"))
            self._transport.close()

    def drop(self):
        """As a line drops: without a word."""
        if self._transport is not None:
            self._transport.abort()

    def say(self, due):
        """Says something now, or after what is on its way: one at a time."""
        if self.on_its_way is not None:
            self.waiting.append(due)
            return
        tally, number = self.tally, self.tally.number
        tally.number += 1
        name = words.mark(number).encode()
        tally.sent[name] = (due, self)
        self.on_its_way = [name, due, False, False]
        said = SEND.format(room=self.guest.room, cid=uuid.uuid4(), body=words.body(number))
        self._frame_out(1, said.encode())

    def ask(self, **frame):
        """Any frame as it is."""
        self._frame_out(1, json.dumps(frame).encode())

    # What the loop calls -------------------------------------------------------------------------

    def connection_made(self, transport):
        self._transport = transport
        nonce = base64.b64encode(os.urandom(16)).decode()
        shake = SHAKE.format(
            port=self.server.port, nonce=nonce, origin=self.server.url, cookie=self.guest.cookie
        )
        transport.write(shake.encode())

    def connection_lost(self, _error):
        self.over = self.over or 1006
        self._has_ended()
        self._arrived(ConnectionError(f"ended with {self.over}"))

    def data_received(self, data):
        if self._rest:
            data = self._rest + data
        at = 0 if self._shaken else self._shake(data)
        end = len(data)
        while end - at >= 2:
            size, start = data[at + 1], at + 2
            if size == 126:
                size, start = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif size == 127:
                size, start = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            if end - start < size:
                break
            kind = data[at] & 15
            at = start + size
            if kind == 1:
                self._hear(data, start, at)
            else:
                self._control(kind, data[start:at])
        self._rest = data[at:]

    # Frames --------------------------------------------------------------------------------------

    def _shake(self, data):
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return 0
        if b" 101 " not in data[:end]:
            self._arrived(ConnectionError(data[:end].decode()))
            return len(data)
        self._shaken = True
        hello = HELLO.format(
            tab=uuid.uuid4(), key=self.guest.key, room=self.guest.room, after=self.last
        )
        self._frame_out(1, hello.encode())
        return end + 4

    def _frame_out(self, kind, payload):
        size = len(payload)
        head = (
            bytes([0x80 | kind, 0x80 | size])
            if size < 126
            else (bytes([0x80 | kind, 0xFE]) + size.to_bytes(2, "big"))
        )
        self._transport.write(head + b"\0\0\0\0" + payload)

    def _control(self, kind, payload):
        if kind == 9:
            self._frame_out(10, payload)
        elif kind == 8:
            self.over = int.from_bytes(payload[:2], "big") if payload else 1005
            self._has_ended()
            self.close()

    def _has_ended(self):
        if not self.ended.is_set():
            self.ended_at = time.monotonic()
            self.ended.set()

    def _hear(self, data, start, stop):
        self.heard_at = now = time.monotonic()
        what = data[start + 6 : start + 9]
        if what == b'ev"':
            at = data.index(b'"s":', start) + 4
            number = int(data[at : data.index(b",", at, stop)])
            self._events(data, start, stop, number, number, now)
        elif what == b"evs":
            at = data.index(b'"from":', start) + 7
            first = int(data[at : data.index(b",", at)])
            at = data.index(b'"to":', at) + 5
            self._events(data, start, stop, first, int(data[at : data.index(b",", at)]), now)
        elif what == b"ack":
            self._acked(now)
        elif what == b"wel":
            self.head = json.loads(data[start:stop])["rooms"][0]["head"]
            self._up_to_date()
        elif what == b"nac":
            self.tally.wrong[json.loads(data[start:stop])["err"]] += 1
            self._acked(now)
        elif what == b"res":
            self.tally.wrong["reset"] += 1

    def _events(self, data, start, stop, first, last, now):
        if last <= self.last:  # an answer to `more`, read again
            if self.pages is not None:
                self.pages.put_nowait(now)
            return
        if first != self.last + 1:
            self.tally.wrong["out of order"] += 1
        self.last = last
        tally = self.tally
        for name in words.marks_in(data, start, stop):
            if (known := tally.sent.get(name)) is None:
                continue
            due, author = known
            if tally.measuring:
                tally.delivered += 1
                if author is not self:
                    tally.delays.append(now - due)
            if author is self and self.on_its_way is not None and self.on_its_way[0] == name:
                self.on_its_way[2] = True
                self._perhaps_next()
        if last - self.confirmed >= CONFIRM_EVERY:
            self.confirmed = last
            self.ask(t="ping", n=last, pos={self.guest.room: last})
        self._up_to_date()

    def _acked(self, now):
        if self.on_its_way is None:
            self.tally.wrong["answered twice"] += 1
            return
        if self.tally.measuring:
            self.tally.acked += 1
            self.tally.answers.append(now - self.on_its_way[1])
        self.on_its_way[3] = True
        self._perhaps_next()

    def _perhaps_next(self):
        """The next words leave when these were answered and have come back."""
        if not (self.on_its_way[2] and self.on_its_way[3]):
            return
        self.on_its_way = None
        if self.waiting:
            self.say(self.waiting.popleft())
        elif self.tally.heard is not None:
            self.tally.heard(self)

    def _up_to_date(self):
        if self.head is not None and self.last >= self.head:
            self._arrived(None)

    def _arrived(self, error):
        if self.welcome is None or self.welcome.done():
            return
        if error is None:
            self.welcome.set_result(None)
        else:
            self.welcome.set_exception(error)
