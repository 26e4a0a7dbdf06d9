"""One frame for all screens is the frame each of them would have had."""

import asyncio

import pytest
from uvicorn.config import Config
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets import frames

from realtime.framing import ManyScreens

SHAKE = (
    b"GET /ws/ HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n"
)
CLOSE = bytes([0x88, 0x80, 0, 0, 0, 0])  # as a browser says goodbye, masked with nothing


class Transport(asyncio.Transport):
    """Keeps what is written."""

    def __init__(self):
        super().__init__()
        self.written, self.over = b"", False

    def write(self, data):
        self.written += data

    def is_closing(self):
        return self.over

    def close(self):
        self.over = True

    def pause_reading(self):
        pass

    def resume_reading(self):
        pass


class Screen:
    """A socket that was let in, on this kind of protocol."""

    def __init__(self, kind, *, deflates=False):
        self.send = None
        self.in_ = asyncio.Event()
        config = Config(self, ws=kind, ws_per_message_deflate=deflates, lifespan="off")
        config.load()
        self.protocol, self.transport = kind(config, ServerState(), {}), Transport()
        self.protocol.connection_made(self.transport)
        self.protocol.data_received(SHAKE)

    async def __call__(self, scope, receive, send):
        await receive()
        await send({"type": "websocket.accept"})
        self.send = send
        self.transport.written = b""
        self.in_.set()
        await asyncio.Event().wait()

    async def open(self):
        await self.in_.wait()
        return self

    async def say(self, text):
        await self.send({"type": "websocket.send", "text": text})


SIZES = [0, 1, 125, 126, 65_535, 65_536, 70_000]


@pytest.mark.parametrize("text", [*("x" * size for size in SIZES), "Guten Abend, Zoë \U0001f30a"])
async def test_each_screen_gets_the_frame_it_would_have_had(text):
    one, other = await Screen(ManyScreens).open(), await Screen(ManyScreens).open()
    usual = await Screen(WebSocketsSansIOProtocol).open()

    for screen in (one, other, usual):
        await screen.say("before")
        await screen.say(text)
        await screen.say("after")

    assert one.transport.written == usual.transport.written
    assert other.transport.written == usual.transport.written


async def test_a_text_is_framed_once_for_all(monkeypatch):
    screens = [await Screen(ManyScreens).open() for _ in range(20)]
    made, real = [], frames.Frame.serialize
    monkeypatch.setattr(
        frames.Frame, "serialize", lambda self, **how: made.append(self) or real(self, **how)
    )
    text = "Good evening, " + "everybody"

    for screen in screens:
        await screen.say(text)

    assert len(made) == 1
    assert all(screen.transport.written.endswith(text.encode()) for screen in screens)


async def test_where_frames_are_made_smaller_each_screen_has_its_own():
    screen = await Screen(ManyScreens, deflates=True).open()
    usual = await Screen(WebSocketsSansIOProtocol, deflates=True).open()

    for one in (screen, usual):
        await one.say("again and again and again")

    assert screen.transport.written == usual.transport.written
    assert b"again and again" not in screen.transport.written


@pytest.mark.parametrize("ends", ["the browser", "the line"])
async def test_nothing_is_said_to_a_screen_that_is_gone(ends):
    screen = await Screen(ManyScreens).open()
    if ends == "the browser":
        screen.protocol.data_received(CLOSE)
    else:
        screen.protocol.connection_lost(OSError())
    written = screen.transport.written

    with pytest.raises(ClientDisconnected):
        await screen.say("Good evening")

    assert screen.transport.written == written


async def test_a_screen_that_takes_nothing_is_waited_for():
    screen = await Screen(ManyScreens).open()
    screen.protocol.pause_writing()
    saying = asyncio.create_task(screen.say("Good evening"))
    await asyncio.sleep(0)
    before = screen.transport.written

    screen.protocol.resume_writing()
    await saying

    assert before == b""
    assert screen.transport.written.endswith(b"Good evening")


async def test_a_screen_that_goes_while_it_is_waited_for_hears_nothing():
    screen = await Screen(ManyScreens).open()
    screen.protocol.pause_writing()
    saying = asyncio.create_task(screen.say("Good evening"))
    await asyncio.sleep(0)

    screen.protocol.connection_lost(OSError())

    with pytest.raises(ClientDisconnected):
        await saying
    assert screen.transport.written == b""
