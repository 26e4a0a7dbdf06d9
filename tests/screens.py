"""One open browser tab as a value: `opened(...)`, `post(...)`, `sees(...)`.

A screen speaks `peer.v1` over a real websocket against a real server process. It keeps every frame
it was sent, applies events in order, and asks for nothing by itself.
"""

import json
import time
import uuid

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from realtime.keys import key_of
from tests.people import browser_of

SOON = 30.0  # seconds: a busy machine is slow; how soon is measured by tests/faults and the bench


class Screen:
    """A tab of `person` in `rooms`."""

    def __init__(self, server, person, *rooms, after=None, session=None, key=None):
        self.person = person
        self.rooms = [room.pk for room in rooms]
        self.session = session or browser_of(person).cookies["sessionid"].value
        self.frames = []
        self.events = {room: [] for room in self.rooms}
        self.closed = None
        self._line = connect(
            server.ws_url,
            origin=server.url,
            subprotocols=["peer.v1"],
            additional_headers={"Cookie": f"sessionid={self.session}"},
            compression=None,
            open_timeout=SOON,
        )
        self._socket = self._line.__enter__()
        after = after if after is not None else {room.pk: room.last_seq for room in rooms}
        self.say(
            t="hello",
            v=1,
            tab=str(uuid.uuid4()),
            key=key_of(self.session) if key is None else key,
            rooms=[{"r": room, "after": after.get(room, 0)} for room in self.rooms],
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def say(self, **frame):
        """Sends one frame as it is."""
        self.say_raw(json.dumps(frame))

    def say_raw(self, text):
        try:
            self._socket.send(text)
        except ConnectionClosed:
            self._end()

    def post(self, body, *, room=None, cid=None, **more):
        """Sends words and waits for what became of them: the `ack` or `nack` frame."""
        room, cid = room or self.rooms[0], cid or str(uuid.uuid4())
        self.say(t="send", r=room, cid=cid, body=body, **more)
        return self.waits_for(lambda f: f["t"] in ("ack", "nack") and f["cid"] == cid)

    def welcomed(self):
        """Waits for the welcome and answers it."""
        return self.waits_for(lambda f: f["t"] == "welcome")

    def sees(self, body, *, within=SOON):
        """Waits for an event with these words and answers it."""
        return self.event(lambda e: e["d"].get("body") == body, within=within)

    def event(self, fits, *, room=None, within=SOON):
        """Waits for an event of a room that fits, and answers it."""
        room = room or self.rooms[0]
        deadline = time.monotonic() + within
        while True:
            for event in self.events[room]:
                if fits(event):
                    return event
            self._read(deadline)

    def waits_for(self, fits, *, within=SOON):
        """Waits for any frame that fits, and answers it."""
        deadline = time.monotonic() + within
        while True:
            for frame in self.frames:
                if fits(frame):
                    return frame
            self._read(deadline)

    def waits_for_end_or(self, fits, *, within=SOON):
        """Waits for a frame that fits, or for the end of the line."""
        try:
            self.waits_for(fits, within=within)
        except ConnectionError:
            return

    def hears_nothing_for(self, seconds):
        """Reads for a while; answers the frames that came."""
        before, deadline = len(self.frames), time.monotonic() + seconds
        while self.closed is None and time.monotonic() < deadline:
            try:
                self._read(deadline)
            except (TimeoutError, ConnectionError):
                break
        return self.frames[before:]

    def is_closed(self, *, within=SOON):
        """Waits for the end; answers the close code."""
        deadline = time.monotonic() + within
        while self.closed is None:
            try:
                self._read(deadline)
            except ConnectionError:
                break
        return self.closed

    def close(self):
        self._line.__exit__(None, None, None)

    def _read(self, deadline):
        if self.closed is not None:
            raise ConnectionError(f"closed with {self.closed}: {self.frames[-1:]}")
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError(f"not seen; last frames {self.frames[-3:]}")
        try:
            frame = json.loads(self._socket.recv(timeout=left))
        except ConnectionClosed:
            self._end()
            return
        except TimeoutError:
            return
        self.frames.append(frame)
        if frame["t"] == "ev":
            self.events[frame["r"]].append(frame)
        elif frame["t"] == "evs":  # what came behind the rest: the same events, said together
            self.events[frame["r"]].extend({"t": "ev", "r": frame["r"], **e} for e in frame["ev"])

    def _end(self):
        received = self._socket.protocol.close_rcvd
        self.closed = received.code if received else 1006


def until(so, *, within=SOON):
    """Waits until this is so, in the database or elsewhere."""
    deadline = time.monotonic() + within
    while not so():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.05)


def opened(server, person, *rooms, **more):
    """An open tab, welcomed."""
    tab = Screen(server, person, *rooms, **more)
    tab.welcomed()
    return tab
