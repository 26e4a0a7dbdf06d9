"""Lines of a room as one person sees them: their words, and what stands around those."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from django.utils import timezone

from groups.asked import fold_of
from groups.cards import Card, alone_in, cards, paths_in
from groups.enums import EventKind
from groups.events import Event
from groups.folding import Folded, Wishes
from groups.models import Seat
from groups.queries.answers import Quote, quotes
from groups.queries.heard import heard

TOGETHER_SECONDS = 300  # words of one person this close stand under one name


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the room as this person sees it."""

    event: Event
    own: bool
    day: date | None = None  # set where a new day begins
    follows: bool = False  # the same person, a moment later: the name is not shown again
    is_first_new: bool = False
    fold: Folded = field(default_factory=Folded)
    to: Quote | None = None  # what it answers
    cards: tuple[Card, ...] = ()
    alone: frozenset[str] = frozenset()  # addresses that only their card shows
    heard: str = ""  # what readers told the author, for the author alone
    pressed: frozenset[str] = frozenset()  # what this reader told the author
    taken: str = ""  # in a back room: who has it


_L = TypeVar("_L", bound=Line)


def as_lines(listened: Iterable[Event], *, seat: Seat, wishes: Wishes) -> Iterator[Line]:
    """In the order they were said, with a mark where a day begins and where what is new does."""
    marked = False
    previous: Event | None = None
    for event in listened:
        if event.kind == EventKind.VOID:
            continue
        own = event.seat == seat.pk
        is_first_new = not marked and 0 < seat.read_seq < event.seq and not own
        marked = marked or is_first_new
        here = timezone.localtime(event.at).date()
        new_day = previous is None or timezone.localtime(previous.at).date() != here
        yield Line(
            event=event,
            own=own,
            day=here if new_day else None,
            follows=not new_day and not is_first_new and _follows(previous, event),
            is_first_new=is_first_new,
            fold=fold_of(event, own=own, wishes=wishes),
        )
        previous = event


def with_company(
    lines: list[_L], *, seat: Seat, wishes: Wishes, blocked: frozenset[int], host: str
) -> Iterator[_L]:
    """The lines with what stands around their words: what they answer, cards for links to this
    place, and what readers told their author."""
    events = [line.event for line in lines]
    answers = quotes(events, seat=seat, blocked=blocked, wishes=wishes)
    links = {event.seq: paths_in(event.body, host=host) for event in events}
    pages = cards(path for paths in links.values() for path in paths)
    told = heard(seat, [event.seq for event in events], blocked=blocked)
    for line in lines:
        event, seq = line.event, line.event.seq
        yield replace(
            line,
            to=answers.get(event.reply_to or 0),
            cards=tuple(pages[path] for path in links[seq] if path in pages),
            alone=alone_in(event.body, set(links[seq]) & set(pages), host=host),
            heard=told.sentence(seq),
            pressed=told.said.get(seq, frozenset()),
        )


def _follows(previous: Event | None, event: Event) -> bool:
    return (
        previous is not None
        and previous.wire_id == event.wire_id
        and previous.kind == event.kind == EventKind.MSG
        and (event.at - previous.at).total_seconds() < TOGETHER_SECONDS
    )
