"""Pages on an ASGI server are made in one thread each: a server that ends waits for none of them."""

import asyncio
import threading

from asgiref.testing import ApplicationCommunicator

from community import health
from community.asgi import Pages
from community.urls import urlpatterns

ASKED = {
    "type": "http",
    "method": "GET",
    "path": "/healthz",
    "query_string": b"",
    "headers": [(b"host", b"127.0.0.1")],
}


def test_a_page_is_made_in_one_thread_from_the_first_middleware_to_the_last(monkeypatch):
    threads, pages = [], Pages()
    made, asked = health.alive, pages.get_response

    def alive(request):
        threads.append(threading.get_ident())
        return made(request)

    def get_response(request):
        threads.append(threading.get_ident())
        return asked(request)

    async def ask():
        screen = ApplicationCommunicator(pages, ASKED)
        await screen.send_input({"type": "http.request"})
        return (await screen.receive_output(5))["status"], threading.get_ident()

    address = next(one for one in urlpatterns if getattr(one, "name", "") == "alive")
    monkeypatch.setattr(address, "callback", alive)
    monkeypatch.setattr(pages, "get_response", get_response)
    status, loop = asyncio.run(ask())

    assert (status, len(threads), len(set(threads))) == (200, 2, 1)
    assert loop not in threads
