"""The same words to many screens, put into one frame once.

What a server sends is the same bytes for everybody, as only what comes from a browser is masked. uvicorn
lets its protocol be named (`--ws`); its own makes the frame anew for each screen, which takes longer than
all that Kindred does for one. Everything else stays what it is there.
"""

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State


class _Last:
    """What was framed last."""

    __slots__ = ("frame", "text")

    def __init__(self) -> None:
        self.text: str | None = None
        self.frame = b""

    def frame_of(self, text: str) -> bytes:
        if text is not self.text:
            frame = Frame(Opcode.TEXT, text.encode()).serialize(mask=False, extensions=[])
            self.text, self.frame = text, frame
        return self.frame


_last = _Last()  # one a process: all happens on the server's loop


class ManyScreens(WebSocketsSansIOProtocol):
    """uvicorn's protocol, for one text after the other to a thousand sockets."""

    async def send(self, message: Any) -> None:
        text = message.get("text")
        if text is None or not self._is_talking():
            await super().send(message)
            return
        if not self.writable.is_set():
            await self.writable.wait()
            if not self._is_talking():  # it ended while it was waited for: said as it always is
                await super().send(message)
                return
        self.transport.write(_last.frame_of(text))

    def _is_talking(self) -> bool:
        """Whether a text is nothing but one more frame: no greeting before it, no end, and nothing
        that changes frames."""
        return (
            self.conn.state is State.OPEN
            and not self.conn.extensions
            and self.handshake_complete
            and not self.disconnected
            and not self.close_sent
            and self.initial_response is None
        )
