"""Where sockets come in: one path, from one of our own origins.

`OriginValidator` compares scheme, host and port; a missing, doubled or strange origin is refused
in the handshake, before anything is asked of the database.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from channels.routing import URLRouter
from channels.security.websocket import OriginValidator
from django.conf import settings
from django.urls import path

from realtime.consumers.screen import screen

Send = Callable[[Any], Awaitable[None]]


class OwnOrigin(OriginValidator):  # type: ignore[misc]
    """One well-formed Origin header, equal to one of `settings.ALLOWED_ORIGINS`."""

    async def __call__(self, scope: Any, receive: Any, send: Send) -> None:
        given = [value for name, value in scope["headers"] if name == b"origin"]
        if len(given) != 1 or scope["path"] != "/ws/":
            await refuse(receive, send)
            return
        await super().__call__(scope, receive, send)

    def valid_origin(self, parsed_origin: Any) -> bool:
        try:
            return bool(super().valid_origin(parsed_origin))
        except ValueError:  # a port that is no number
            return False


async def refuse(receive: Any, send: Send) -> None:
    """A handshake that is answered with 403."""
    await receive()
    await send({"type": "websocket.close", "code": 1000})


_routes = [path("ws/", screen)]  # type: ignore[arg-type]
application = OwnOrigin(URLRouter(_routes), settings.ALLOWED_ORIGINS)
