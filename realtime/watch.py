"""Looks again at who may listen, and ends whoever may not. First hushed, then asked about."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import Error as DatabaseTrouble
from django.utils import timezone

from realtime import access
from realtime.access import Away, Held, Stays
from realtime.inbound import Close
from realtime.line import Line

log = logging.getLogger(__name__)

AT_ONCE = 200


class Watch:
    """`ask` answers from a thread, `start` runs in the background, `not_known` is called where
    the database gave no answer."""

    def __init__(
        self,
        *,
        ask: Callable[..., Awaitable[Any]],
        start: Callable[[Any], object],
        not_known: Callable[[], None],
    ) -> None:
        self._ask = ask
        self._start = start
        self._not_known = not_known

    def look_at(self, lines: list[Line]) -> None:
        """Nothing more is said to them before they were looked at."""
        for line in lines:
            line.hush()
        if lines:
            self._start(self.look_again(lines))

    def until(self, line: Line, expires: datetime) -> None:
        """Looks at the line when its session is over."""
        if line.timer is not None:
            line.timer.cancel()
        wait = max(0.05, (expires - timezone.now()).total_seconds())
        loop = asyncio.get_running_loop()
        line.timer = loop.call_later(wait, lambda: self._start(self.look_again([line])))

    async def look_again(self, lines: Iterable[Line]) -> None:
        """Asks anew who may listen; ends the others. Where the database does not answer, whoever
        was hushed is ended too: permission fails closed."""
        asked = [line for line in lines if line.ended is None]
        for start in range(0, len(asked), AT_ONCE):
            await self._look(asked[start : start + AT_ONCE])

    async def _look(self, lines: list[Line]) -> None:
        held = {id(o): _held(o) for o in lines}
        hushes = {id(o): o.hushes for o in lines}
        try:
            answers = await self._ask(access.look_again, held)
        except DatabaseTrouble as error:
            log.warning("nobody could be looked at: %s", type(error).__name__)
            self._not_known()
            for line in lines:
                if line.is_hushed:
                    line.end(Close.UNKNOWN_OUTCOME, "away", retry_ms=1000)
            return
        for line in lines:
            self._go_by(line, answers[id(line)], hushes[id(line)])

    def _go_by(self, line: Line, answer: Stays | Away, hushes: int) -> None:
        if not isinstance(answer, Stays):
            line.end(answer.code, answer.why)
            return
        if line.ended is not None:
            return
        line.traits, line.blocked = answer.traits, answer.blocked
        for room, role in answer.roles.items():
            line.places[room].role = role
            line.places[room].typing = room in answer.typing
        self.until(line, answer.expires)
        if line.hushes == hushes:  # else it was hushed again since the question was asked
            line.go_on()


def _held(line: Line) -> Held:
    rooms = {room: place.wire_id for room, place in line.places.items()}
    return Held(line.person, line.session, line.traits, rooms)
