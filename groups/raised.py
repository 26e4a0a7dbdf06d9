"""What screening found comes onto the desk, in the transaction of the words themselves.

In a room for two, what hurries belongs to the whole house: whoever is on duty is called, then who is
on call, and they read that message and five lines before it. Neither of the two looks at it there:
the mentor is never the one who has to hold it.
"""

from datetime import datetime

from community.safety import intake
from community.safety.clocks import CALLED_AT_ONCE
from community.safety.enums import Apart, ItemKind
from community.safety.subjects import HOUSE
from groups import for_two
from groups.enums import RoomKind
from groups.models import Message, Room, Seat
from groups.near import Signal


def put_signal_on_desk(
    message: Message, room: Room, signal: Signal, *, about: int, at: datetime
) -> None:
    """Asks a person to look at what screening found."""
    hurries = room.kind == RoomKind.PAIR and signal.level in CALLED_AT_ONCE
    intake.put_on_desk(
        kind=ItemKind.SIGNAL,
        level=signal.level,
        area=HOUSE if hurries else room.area,
        subject_kind="message",
        subject_id=str(message.pk),
        about=about,
        signals=signal.codes,
        at=at,
        apart=dict.fromkeys(_others(room, about), Apart.MENTORS) if hurries else None,
    )
    if hurries:
        for_two.say_heavy(room, about, at)


def _others(room: Room, about: int) -> list[int]:
    seated = Seat.objects.filter(room=room).exclude(person=about)
    return list(seated.values_list("person_id", flat=True))
