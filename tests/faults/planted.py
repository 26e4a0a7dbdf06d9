"""Bugs the checker must catch: if it does not, it would not catch ours either.

Each is planted in the rooms it is given and nowhere else, so that one server holds them all.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from django.db import connection, transaction
from django.utils import timezone

import groups.append
import groups.events
from community import live
from groups.append import Verdict
from groups.enums import EventKind
from groups.models import Message, Room, RoomEvent, Seat
from groups.models.message import first_mac
from realtime import access, committer, protocol, reads
from realtime.hub import Hub


def no_dedupe(rooms):
    """A repeat is taken for new words."""
    honest = committer.append

    def append(wishes):
        fresh = [replace(w, cid=uuid4()) if w.room in rooms else w for w in wishes]
        return [replace(v, cid=w.cid) for v, w in zip(honest(fresh), wishes, strict=True)]

    committer.append = append


def body_on_replay(rooms):
    """Who comes back gets the words as they were sent."""
    shown = "CASE WHEN m.state = 'shown' THEN m.body ELSE '' END"
    assert shown in groups.events._AFTER.text, "the read has changed: plant the bug anew"
    as_sent = groups.events._AFTER.text.replace(shown, "m.body")
    honest, said_honestly = reads.events_after, protocol._content

    def events_after(room, seq, *, limit=200):
        if room not in rooms:
            return honest(room, seq, limit=limit)
        return groups.events._read(as_sent, [room, seq, limit])

    def content(event):
        said = said_honestly(event)
        return {**said, "body": event.body} if event.room in rooms and event.body else said

    reads.events_after, protocol._content = events_after, content


def no_recheck(rooms):
    """Who was let in once stays in."""
    honest, seated = access.look_again, access.is_seated
    for_good = timezone.now() + timedelta(days=1)

    def look_again(held):
        planted = {key: h for key, h in held.items() if rooms & set(h.rooms)}
        return honest({key: h for key, h in held.items() if key not in planted}) | {
            key: access.Stays(for_good, h.traits, dict.fromkeys(h.rooms, "member"), frozenset())
            for key, h in planted.items()
        }

    access.look_again = look_again
    access.is_seated = lambda person, room: room in rooms or seated(person, room)


def content_through_pubsub(rooms):
    """What a hint brings is shown; what no hint brought is never read."""
    hear, has_head, told = Hub._hear, Hub._has_head, groups.append._tell
    hint = Hub._hint

    def tell(known, events):
        told(known, events)
        for event in events:
            if event.room_id in rooms:
                transaction.on_commit(lambda e=event: live.nudge(e.room_id, e.seq))

    async def carry(self, cursor, seq):
        batch = await self.ask(reads.page, cursor.room, seq - 1, 1)
        if batch and batch[0].seq > cursor.seq:
            self._hand_out(cursor, batch)

    def hint_content(self, told):
        if told.room in rooms:
            self.loop.call_soon_threadsafe(self._hear, told)
        else:
            hint(self, told)

    def hear_content(self, hint):
        cursor = self.cursors.get(hint.room)
        if hint.kind != "nudge" or hint.room not in rooms:
            hear(self, hint)
        elif cursor is not None:
            self.start(carry(self, cursor, hint.head))

    def no_head(self, room, head):
        if room not in rooms:
            has_head(self, room, head)

    groups.append._tell = tell
    Hub._hint, Hub._hear, Hub._has_head = hint_content, hear_content, no_head


def cursor_by_sequence(rooms):
    """Numbers are handed out before the commit that makes their words seen."""
    honest = committer.append

    def append(wishes):
        numbered = [(wish, number(wish) if wish.room in rooms else None) for wish in wishes]
        first = min((n for _, n in numbered if n), default=None)
        with ThreadPoolExecutor(len(wishes)) as pool:
            return list(pool.map(lambda it: alone(*it, is_late=it[1] == first), numbered))

    def number(wish):
        """The next of the room, to be seen at once; None for a repeat."""
        if Message.objects.filter(author__person=wish.person, cid=wish.cid).exists():
            return None
        with transaction.atomic():
            room = Room.objects.select_for_update().get(pk=wish.room)
            room.last_seq += 1
            room.save(update_fields=["last_seq"])
        return room.last_seq

    def alone(wish, seq, *, is_late):
        try:
            return store(wish, seq, is_late=is_late) if seq else honest([wish])[0]
        finally:
            connection.close()

    def store(wish, seq, *, is_late):
        if is_late:  # what waits meanwhile is of one commit then, and is seen before it
            time.sleep(0.2)
        seat = Seat.objects.get(room=wish.room, person=wish.person)
        said = {"room_id": wish.room, "seq": seq}
        with transaction.atomic():
            RoomEvent.objects.create(**said, kind=EventKind.MSG, actor=seat, at=timezone.now())
            words = {"cid": wish.cid, "body": wish.body, "first_mac": first_mac(wish.body)}
            message = Message.objects.create(**said, author=seat, **words)
        live.nudge(wish.room, seq)
        return Verdict(wish.room, wish.cid, seq=seq, at=message.written_at)

    committer.append = append


def no_poller(rooms):
    """Hints are taken for the truth."""
    honest = reads.heads_and_clock

    def heads_and_clock(wanted):
        return honest([room for room in wanted if room not in rooms])

    reads.heads_and_clock = heads_and_clock


# The bug and the promise it breaks.
PLANTS = {
    no_dedupe: "acked is stored once",
    body_on_replay: "hidden stays hidden",
    no_recheck: "a removed person hears nothing more",
    content_through_pubsub: "everyone has everything",
    cursor_by_sequence: "everyone has everything",
    no_poller: "a hide arrives within a second",
}


def plant(told):
    """`told`: "room=bug room=bug"."""
    bugs = {bug.__name__: bug for bug in PLANTS}
    for pair in told.split():
        room, name = pair.split("=")
        bugs[name](frozenset({room}))
