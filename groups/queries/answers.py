"""Whom words answer, as this reader may see it now. What is hidden, taken out, folded or written by
somebody they blocked is quoted nowhere: a quote is read from the message as it is, never kept."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from groups.asked import fold_of
from groups.enums import EventKind, Intent, MessageState, RoomKind
from groups.events import Event, seen_by, spoken_at
from groups.folding import Wishes
from groups.models import Seat
from groups.spans import in_brackets

QUOTED = 80  # characters: enough to know which words are meant


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands above an answer. Without a name it is only "an earlier message"."""

    seq: int
    name: str = ""
    own: bool = False
    wire_id: str = ""
    words: str = ""
    intent: str = ""  # what its author would like, in words
    on_page: bool = False


def quotes(
    heard: Iterable[Event], *, seat: Seat, blocked: Collection[int], wishes: Wishes
) -> dict[int, Quote]:
    """What these messages of a page answer, by the number that is answered: words that are not shown
    quote nothing, and on a wall an answer stands under its post. One query where something is
    answered that is not on the page."""
    if seat.room.kind == RoomKind.SLOW:
        return {}
    here = {event.seq: event for event in heard}
    wanted = {event.reply_to for event in here.values() if event.reply_to and event.body}
    known = {seq: here[seq] for seq in wanted & here.keys()}
    away = seen_by(spoken_at(seat.room_id, wanted - here.keys()), blocked=frozenset(blocked))
    known |= {event.seq: event for event in away}
    return {
        seq: _quote(seq, known, seat=seat, wishes=wishes, on_page=seq in here) for seq in wanted
    }


def answered(
    seat: Seat, seq: int, *, blocked: Collection[int], wishes: Wishes, on_page: bool = False
) -> Quote | None:
    """The message somebody is about to answer, or None where there is nothing to answer. One
    query."""
    found = seen_by(spoken_at(seat.room_id, [seq]), blocked=frozenset(blocked))
    event = found[0] if found else None
    if event is None or event.kind != EventKind.MSG or event.state != MessageState.SHOWN:
        return None
    return _quote(seq, {seq: event}, seat=seat, wishes=wishes, on_page=on_page)


def _quote(
    seq: int, known: Mapping[int, Event], *, seat: Seat, wishes: Wishes, on_page: bool
) -> Quote:
    event = known.get(seq)
    if event is None or event.kind != EventKind.MSG or not event.name:
        return Quote(seq, on_page=on_page)
    own = event.seat == seat.pk
    fold = fold_of(event, own=own, wishes=wishes)
    return Quote(
        seq=seq,
        name=event.name,
        own=own,
        wire_id=event.wire_id,
        words="" if fold.is_closed else beginning(in_brackets(event.body)),
        intent=str(Intent(event.intent).label) if event.intent else "",
        on_page=on_page,
    )


def beginning(body: str) -> str:
    """The first words, on one line."""
    line = " ".join(body.split())
    return line if len(line) <= QUOTED else f"{line[:QUOTED].rstrip()}…"
