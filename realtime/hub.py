"""The hub: one a process, on the server's event loop. A screen is a cursor over a table.

One cursor per room and process. A nudge, or the poller half a second later, makes it read the new
events once, encode them once and hand the same text to every local screen. Whoever may no longer
listen is found by the same poller: the access clock is read with the heads.
"""

import asyncio
import logging
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from django.conf import settings
from django.db import Error as DatabaseTrouble

from community import live
from groups.append import Verdict
from groups.queries.together import inside_round
from realtime import access, presence, protocol, reads, typing
from realtime.access import Away, Knock, Welcome
from realtime.aftermath import Aftermath, Reading
from realtime.committer import Committer, Prepare
from realtime.cursor import PAGE, Cursor
from realtime.gathered import Gathered
from realtime.inbound import Close
from realtime.line import Line, Place
from realtime.protocol import Encoded
from realtime.subscriber import listen_to_redis
from realtime.tabs import Tabs
from realtime.threads import asked
from realtime.watch import Watch

log = logging.getLogger(__name__)

POLL_EVERY = 0.5
SWEEP_EVERY = 5.0
SILENCE = 60.0
MOST_IN_ALL = 10_000  # sockets in each process: two processes allow twice as many
TURN = 0.001  # seconds for which a busy thread keeps the others from running

Answer = TypeVar("Answer")
Decided = Callable[[Verdict | None], None]
Answers = list[tuple[Decided, Verdict | None]]


class Hub:
    """Screens and rooms of this process."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        sys.setswitchinterval(TURN)  # the loop is never kept waiting for long
        self.lines: set[Line] = set()
        self._tabs = Tabs()
        self.cursors: dict[str, Cursor] = {}
        self.clock: int | None = None
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="hub")
        self._thinkers = ThreadPoolExecutor(1, thread_name_prefix="think")
        self._errand = presence.Errand()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._reads: dict[tuple[int, str], int] = {}
        self._committer: Committer[Decided] = Committer(self._committed)
        self._aftermath = Aftermath(self.cursors)
        self._door: Gathered[Knock, Welcome | Away] = Gathered(self._admit_all, start=self.start)
        self._watch = Watch(ask=self.ask, start=self.start, not_known=self._clock_unknown)
        live.listen(self._hint)
        self.start(self._keep_polling())
        self.start(self._keep_sweeping())
        if settings.REDIS_URL:
            self.start(listen_to_redis(settings.REDIS_URL, self._hear))

    # Threads and tasks -------------------------------------------------------------------------

    async def ask(self, question: Callable[..., Answer], *args: Any, **more: Any) -> Answer:
        """The answer of something slow, from a thread that keeps its database connection."""
        call = partial(asked, question, *args, **more)
        return await self.loop.run_in_executor(self._threads, call)

    async def think(self, work: Callable[[], Answer]) -> Answer:
        """The answer of something that asks no database, from threads of its own."""
        return await self.loop.run_in_executor(self._thinkers, work)

    def start(self, work: Any) -> "asyncio.Task[Any]":
        """Runs it in the background, and keeps hold of it until it is done."""
        task = self.loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("the hub failed at something: %s", type(error).__name__, exc_info=error)

    # Saying something --------------------------------------------------------------------------

    def commit(self, prepare: Prepare, answer: Decided) -> None:
        """Gives the verdict on what `prepare` comes to, or None for "unknown", to `answer`, once its
        commit is over."""
        self._committer.prepare(answer, prepare)

    def _committed(self, answers: Answers) -> None:
        """In the committer's thread."""
        self.loop.call_soon_threadsafe(self._said, answers, self._aftermath.read())

    def _said(self, answers: Answers, readings: list[Reading]) -> None:
        for answer, verdict in answers:
            answer(verdict)
        for one in readings:
            cursor = self.cursors.get(one.room)
            if cursor is not None and one.counts_for(cursor):
                self._hand_out(cursor, list(one.batch), one.why)
            self._has_head(one.room, one.head)

    def has_read(self, line: Line, room: str, seq: int) -> None:
        """Remembers how far a person has read; written with the others in a moment."""
        if room in line.places:
            key = (line.person, room)
            self._reads[key] = max(seq, self._reads.get(key, 0))

    def heads_of(self, line: Line) -> dict[str, int]:
        """The last number of each room this screen is in, as far as this process knows."""
        return {room: c.head for room in line.places if (c := self.cursors.get(room)) is not None}

    def _clock_unknown(self) -> None:
        """The poller asks about everybody again."""
        self.clock = -1

    # Coming and going --------------------------------------------------------------------------

    async def admit(self, session: str, rooms: Iterable[str]) -> Welcome | Away:
        """Whether a screen may come in; who waits at the door is asked about together."""
        return await self._door.ask(Knock(session, tuple(rooms)))

    async def _admit_all(self, knocks: list[Knock]) -> list[Welcome | Away]:
        return await self.ask(access.admit_all, knocks)

    def enter(self, line: Line, welcome: Welcome, after: dict[str, int]) -> None:
        """Takes a screen in that `admit` let in, welcomes it and brings it up to date."""
        line.let_in(welcome)
        self._tabs.make_room_for(line)
        self.lines.add(line)
        here = self._tabs.add(line)
        self._watch.until(line, welcome.expires)
        if self.clock is None:
            self.clock = welcome.clock
        elif welcome.clock < self.clock:  # what the door saw was older than the last look
            self.start(self._watch.look_again([line]))
        rooms = [(s.room, s.head, s.role) for s in welcome.sittings.values()]
        line.say(protocol.welcome(conn=f"{id(line):x}", rooms=rooms))
        for sitting in welcome.sittings.values():
            cursor = self.cursors.get(sitting.room)
            if cursor is None:
                cursor = self.cursors[sitting.room] = Cursor(sitting.room, sitting.head)
            cursor.joining += 1
            place = line.places[sitting.room]
            self.start(self._bring_up(place, cursor, after[sitting.room], sitting.first))
        self._errand.tell(here, here=True)

    def leave(self, line: Line) -> None:
        """Forgets a screen. Its rooms are let go when nobody else here is in them."""
        line.break_off()
        if line.timer is not None:
            line.timer.cancel()
        if line not in self.lines:
            return
        self.lines.discard(line)
        if not self.lines:
            self.clock = None  # nobody is watched; the next one at the door brings the time
        for place in line.places.values():
            cursor = self.cursors.get(place.room)
            if cursor is not None:
                cursor.live.pop(place, None)
                self._let_go(cursor)
        self._errand.tell(self._tabs.discard(line), here=False)

    def _let_go(self, cursor: Cursor) -> None:
        if not cursor.live and not cursor.joining:
            self.cursors.pop(cursor.room, None)

    # Reading -----------------------------------------------------------------------------------

    async def _bring_up(self, place: Place, cursor: Cursor, after: int, first: int) -> None:
        """From where the screen says it is to where the room is, then live."""
        line = place.line
        try:
            await self._ask_about_round(cursor)
            place.pos = place.confirmed = self._start_of(place, cursor, after, first)
            while line.ended is None and line in self.lines:
                if place.pos < cursor.seq:
                    await self._feed_page(place, cursor)
                elif place.pos == cursor.seq and not cursor.reading:
                    # What is read from here on is newer than this screen: it cannot be handed
                    # words that were hidden before it opened.
                    cursor.join(place)
                    return
                else:
                    self._has_head(cursor.room, place.pos)
                    await asyncio.sleep(0.002)
        except DatabaseTrouble:
            line.end(Close.UNKNOWN_OUTCOME, "away", retry_ms=1000)
        finally:
            cursor.joining -= 1
            self._let_go(cursor)

    def _start_of(self, place: Place, cursor: Cursor, after: int, first: int) -> int:
        """Where to begin: at `after`, unless that is ahead, gone, or too far back."""
        head = cursor.seq
        if not (why := reads.why_reset(after, first=first, head=max(head, place.pos))):
            return after
        place.line.say(protocol.reset(place.room, head, why))
        place.forgot = head
        return reads.start_over(first=first, head=head)

    async def _feed_page(self, place: Place, cursor: Cursor) -> None:
        line = place.line
        if place.is_ahead() and not await line.is_confirmed(place, within=30):
            line.end(Close.TOO_SLOW, "too_slow")
            return
        page = await self.ask(reads.page, place.room, place.pos, PAGE)
        page = [e for e in page if e.seq <= cursor.seq]
        if not page:
            place.pos = cursor.seq
            return
        if (first := reads.first_kept(e for e in page if e.seq > place.forgot)) is not None:
            place.pos = self._start_of(place, cursor, 0, first)
            return
        if any(e.gone == line.person for e in page):
            await self._watch.look_again([line])
        page = reads.for_reader(page, line.blocked, shut=cursor.is_shut_to(place))
        texts = list(protocol.frames(place.room, page, more=page[-1].seq < cursor.seq))
        line.feed(place, texts, to=page[-1].seq, size=sum(e.size for e in page))

    async def page(self, line: Line, room: str, after: int, limit: int) -> None:
        """Answers `more`: read, then ask whether the person still sits there, then say. Read again
        where words were taken away meanwhile: no frame may carry what a screen saw hidden."""
        place, cursor = line.places[room], self.cursors.get(room)
        while cursor is not None and line.ended is None:
            changes = cursor.changes
            page, why, sits = await self.ask(reads.page_for, line.person, room, after, limit)
            if not sits:
                line.end(Close.NOT_A_MEMBER, "not_member")
                return
            if changes == cursor.changes:
                break
        if cursor is not None:
            page = reads.for_reader(page, line.blocked, shut=cursor.is_shut_to(place))
        if cursor is None or not page:
            line.say(protocol.nothing_more(room, after))
            return
        for text in protocol.frames(room, page, more=page[-1].seq < place.pos, anew=why):
            line.say(text)

    def _wake(self, cursor: Cursor) -> None:
        if self.cursors.get(cursor.room) is not cursor:
            return
        if cursor.task is None and cursor.head > cursor.seq:
            cursor.task = self.start(self._advance(cursor))

    async def _advance(self, cursor: Cursor) -> None:
        """Reads and hands out until the head is reached."""
        try:
            while cursor.head > cursor.seq and self.cursors.get(cursor.room) is cursor:
                if (rest := cursor.has_rest()) > 0:
                    await asyncio.sleep(rest)
                cursor.reading = True
                batch, why = await self.ask(reads.page_anew, cursor.room, cursor.seq, PAGE)
                if any(e.is_round for e in batch):
                    cursor.in_round(await self.ask(inside_round, cursor.room))
                cursor.reading = False
                if not batch:
                    cursor.head = cursor.seq
                    return
                self._hand_out(cursor, batch, why)
        except DatabaseTrouble as error:  # the poller tries again
            log.warning("a room could not be read: %s", type(error).__name__)
            cursor.head = cursor.seq
        finally:
            cursor.reading = False
            cursor.task = None
            self._wake(cursor)

    def _hand_out(self, cursor: Cursor, batch: list[Encoded], why: str = "") -> None:
        """The same text to all but those who blocked an author or are not in the round that runs.
        `why`: screens start over with it."""
        cursor.rest(len(batch))
        cursor.seq = batch[-1].seq
        cursor.head = max(cursor.head, cursor.seq)
        cursor.changes += any(e.changes for e in batch)
        self._hush_the_gone(cursor, batch)
        texts = list(protocol.frames(cursor.room, batch, anew=why))
        size = sum(e.size for e in batch)
        authors = frozenset(e.author for e in batch if e.author is not None)
        voided: dict[tuple[frozenset[int], bool], list[str]] = {}
        for place in list(cursor.live):
            unheard, shut = place.line.blocked & authors, cursor.is_shut_to(place)
            if not unheard and not shut:
                place.line.feed(place, texts, to=cursor.seq, size=size)
                continue
            if (unheard, shut) not in voided:
                mine = reads.for_reader(batch, unheard, shut=shut)
                voided[unheard, shut] = list(protocol.frames(cursor.room, mine, anew=why))
            place.line.feed(place, voided[unheard, shut], to=cursor.seq, size=size)

    async def _ask_about_round(self, cursor: Cursor) -> None:
        """Once a room: later rounds are heard of by their events."""
        if not cursor.knows_round:
            inside = await self.ask(inside_round, cursor.room)
            if not cursor.knows_round:  # else something newer was read meanwhile
                cursor.in_round(inside)

    def _hush_the_gone(self, cursor: Cursor, batch: list[Encoded]) -> None:
        """Somebody whose `gone` is in the batch hears nothing of it before they were looked at."""
        if gone := {e.gone for e in batch if e.gone is not None}:
            self._watch.look_at([p.line for p in cursor.live if p.line.person in gone])

    # Hints -------------------------------------------------------------------------------------

    def _hint(self, hint: live.Hint) -> None:
        """A hint of this process, from whatever thread did the act."""
        if hint.kind == "nudge" and self._committer.is_here():
            self._aftermath.note(hint.room, hint.head)
            return
        self.loop.call_soon_threadsafe(self._hear, hint)

    def _hear(self, hint: live.Hint) -> None:
        if hint.kind == "nudge":
            self._has_head(hint.room, hint.head)
        elif hint.kind == "kick":
            theirs = self._tabs.of(hint.people)
            self._watch.look_at([o for o in theirs if not hint.room or hint.room in o.places])
        elif hint.kind == "me":
            for line in self._tabs.of(hint.people):
                line.say(protocol.me(hint.data))
        elif hint.kind == "eph" and (cursor := self.cursors.get(hint.room)) is not None:
            text = protocol.eph(hint.room, hint.data)
            for place in cursor.live:
                if typing.hears(place, hint):
                    place.line.say(text)

    def _has_head(self, room: str, head: int) -> None:
        cursor = self.cursors.get(room)
        if cursor is not None and head > cursor.head:
            cursor.head = head
            self._wake(cursor)

    # The poller is the correctness, nudges are only speed ----------------------------------------

    async def _keep_polling(self) -> None:
        while True:
            await asyncio.sleep(POLL_EVERY)
            if not self.lines:
                continue
            try:
                await self._poll()
            except Exception as error:  # it is the correctness: nothing may end it
                log.warning("heads could not be read: %s", type(error).__name__)

    async def _poll(self) -> None:
        clock, heads = await self.ask(reads.heads_and_clock, list(self.cursors))
        if clock != self.clock and self.lines:
            self.clock = clock
            await self._watch.look_again(list(self.lines))
        for room, head in heads.items():
            self._has_head(room, head)
        if self._reads:
            positions, self._reads = self._reads, {}
            await self.ask(reads.mark_read, positions)

    async def _keep_sweeping(self) -> None:
        """Ends screens that have been silent, and keeps the others present."""
        renewed = self.loop.time()  # whoever comes is present by coming
        while True:
            await asyncio.sleep(SWEEP_EVERY)
            now = self.loop.time()
            for line in list(self.lines):
                if now - line.heard > SILENCE:
                    line.end(Close.NORMAL, "silence")
            if now - renewed > presence.RENEW_EVERY and self.lines:
                renewed = now
                self._errand.tell(self._tabs.here(), here=True)


_hubs: dict[asyncio.AbstractEventLoop, Hub] = {}


def hub() -> Hub:
    """The hub of the running loop; made at the first connection, as daphne has no lifespan."""
    loop = asyncio.get_running_loop()
    if loop not in _hubs:
        _hubs[loop] = Hub()
    return _hubs[loop]
