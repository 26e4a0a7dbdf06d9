"""The clock of those who ask: who has no answer in words after a while comes onto the desk, and stays
there until somebody has answered or a person of the team decides."""

from datetime import datetime, timedelta

from django.db import transaction

from community.safety import intake
from community.safety.clocks import decided_within
from community.safety.enums import ItemKind, Level
from groups import staffing
from groups.append import lock_room
from groups.enums import MessageState
from groups.finding import room_under_lock
from groups.models import Message
from groups.queries import asks
from groups.queries.asks import TALK, Ask

ANSWERED, GONE = "answered", "gone"


def tick(now: datetime) -> None:
    """The ticker's job. Doing it twice does it once."""
    _tick_words(now)
    _tick_talks(now)


def _tick_words(now: datetime) -> None:
    on_desk = {int(id) for id in intake.unfinished_subjects(ItemKind.ASKED, "message")}
    waiting = asks.waiting(now=now, also=on_desk)
    for number in sorted(on_desk - waiting.keys()):
        _settle(number)
    late = [ask for ask in waiting.values() if ask.told_at <= now and ask.message not in on_desk]
    closed = intake.closed_at(ItemKind.ASKED, "message", [str(ask.message) for ask in late])
    for ask in late:
        since = _waits_since(ask, closed=closed.get(str(ask.message)))
        if since is not None and since + ask.within <= now:
            _put_on_desk(ask.message, ask.room, since=since, now=now)


def _waits_since(ask: Ask, *, closed: datetime | None) -> datetime | None:
    """What a person closed is done with, until its author says more."""
    if closed is None or closed < ask.since:
        return ask.since
    return ask.last if closed < ask.last else None


@transaction.atomic
def _settle(number: int) -> None:
    """Somebody answered in words, or nothing is left to answer: a clock of the room's lowers nothing
    that a person has to see for another reason."""
    message = Message.objects.filter(pk=number).first()
    if message is not None:
        lock_room(message.room_id)
        if asks.one(number) is not None:
            return
    is_there = message is not None and message.state == MessageState.SHOWN
    intake.settle(
        kind=ItemKind.ASKED,
        subject_kind="message",
        subject_id=str(number),
        outcome=ANSWERED if is_there else GONE,
    )


@transaction.atomic
def _put_on_desk(number: int, room: str, *, since: datetime, now: datetime) -> None:
    where = lock_room(room)
    message = Message.objects.select_related("author", "said_as").filter(pk=number).first()
    if asks.one(number) is None or message is None or message.author is None:
        return
    intake.put_on_desk(
        kind=ItemKind.ASKED,
        level=Level.TODAY,
        area=where.area,
        subject_kind="message",
        subject_id=str(number),
        about=message.author.person_id,
        signals=["asked_words"],
        at=since,
        promise=staffing.looked_at_by(now=now) - since,
        named_at=message.named_at,
    )


# Talks for two -----------------------------------------------------------------------------------


def _tick_talks(now: datetime) -> None:
    """A member asked for a talk with who is on duty: whoever answers there stops the clock. Where
    nobody does, the others of the team hear that somebody asked, and no word of it."""
    for talk in asks.talks_asked_for(now=now):
        if talk.is_answered:
            _stop_talk(talk.room)
        elif talk.is_late:
            _put_talk_on_desk(talk.room, now=now)


@transaction.atomic
def _stop_talk(room: str) -> None:
    side = room_under_lock(room)
    side.asked_at = None
    side.save(update_fields=["asked_at"])
    intake.settle(kind=ItemKind.ASKED, subject_kind=TALK, subject_id=room, outcome=ANSWERED)


@transaction.atomic
def _put_talk_on_desk(room: str, *, now: datetime) -> None:
    side = room_under_lock(room)
    about = asks.who_asked_for(side)
    if side.asked_at is None or about is None or asks.was_put_on_desk(side):
        return
    intake.put_on_desk(
        kind=ItemKind.ASKED,
        level=Level.SOON,
        area=side.area,
        subject_kind=TALK,
        subject_id=room,
        about=about,
        signals=["asked_talk"],
        at=now,
        promise=max(side.asked_at + decided_within(Level.SOON) - now, timedelta()),
    )
