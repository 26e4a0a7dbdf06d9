"""First words of somebody new: the clock starts inside the transaction that gives them a number."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from groups.enums import RoomKind
from groups.models import Greeting, Message, Room, Seat


def hear(messages: Iterable[Message], rooms: Mapping[str, Room]) -> None:
    """Marks seats that spoke for the first time, and starts a clock for those of live rooms who do
    not look after the room. Nothing is asked where nobody is new."""
    first = [message for message in messages if _are_first(message)]
    if not first:
        return
    now = timezone.now()
    seats = [message.author for message in first if message.author is not None]
    Seat.objects.filter(pk__in=[seat.pk for seat in seats]).update(first_words_at=now)
    Greeting.objects.bulk_create(
        [
            Greeting(seat=message.author, seq=message.seq or 0, said_at=now)
            for message in first
            if message.author is not None
            and not message.author.moderates
            and rooms[message.room_id].kind == RoomKind.LIVE
        ],
        ignore_conflicts=True,
    )


def _are_first(message: Message) -> bool:
    """Whether the author has said nothing here before; asked once of each seat."""
    seat = message.author
    if message.seq is None or seat is None or seat.first_words_at is not None:
        return False
    seat.first_words_at = message.written_at
    return True
