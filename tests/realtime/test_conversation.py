"""What one socket is answered when it asks too fast: late, and never not at all."""

import asyncio
import json

from realtime.consumers.screen import Conversation
from realtime.line import Place
from realtime.strikes import FRAMES, PER

SOON = 0.05


class Clockwork:
    """A hub that answers pages, with a clock that stands still until it is set."""

    def __init__(self):
        self.now, self.pages, self.loop = 0.0, [], self

    def time(self):
        return self.now

    def start(self, work):
        return asyncio.get_running_loop().create_task(work)

    def has_read(self, line, room, seq):
        pass

    async def page(self, line, room, after, limit):
        self.pages.append((room, after, limit))


async def test_a_page_that_is_asked_for_too_fast_comes_late():
    hub = Clockwork()
    told = Conversation(hub, {}, receive=None, send=None)
    told._line.places["ab"] = Place(told._line, "ab", wire_id="w", role="member", pos=9)
    for n in range(FRAMES):
        told._hear(json.dumps({"t": "read", "r": "ab", "seq": n}))
    hub.now = PER - SOON

    told._hear(json.dumps({"t": "more", "r": "ab", "after": 5, "limit": 200}))
    await asyncio.sleep(0)
    at_once = list(hub.pages)
    await asyncio.sleep(2 * SOON)

    assert (at_once, hub.pages) == ([], [("ab", 5, 200)])
