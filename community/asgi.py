"""Pages and sockets, for an ASGI server."""

import os

import django
from asgiref.sync import sync_to_async
from channels.routing import ProtocolTypeRouter
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from community import starting

starting.begin()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.local")
django.setup(set_prefix=False)

from realtime import routing  # noqa: E402  (models exist only after the line above)


class Pages(ASGIHandler):
    """A page is made in one thread, from the first middleware to the last. The framework's own way
    goes back to the event loop in the middle of it: a server told to end stops that loop, and
    would wait for ever for the thread that waits for it."""

    def load_middleware(self, is_async: bool = False) -> None:
        super().load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        return await sync_to_async(self.get_response, thread_sensitive=True)(request)


application = ProtocolTypeRouter({"http": Pages(), "websocket": routing.application})
starting.done()
