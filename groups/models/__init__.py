from groups.models.event import RoomEvent
from groups.models.greeting import Greeting
from groups.models.membership import Membership, Seat
from groups.models.message import BODY_LIMIT, NOTE_LIMIT, WISH_LIMIT, Draft, Message
from groups.models.room import Room
from groups.models.round import Hand, Round, Turn
from groups.models.support_group import SupportGroup

__all__ = [
    "BODY_LIMIT",
    "NOTE_LIMIT",
    "WISH_LIMIT",
    "Draft",
    "Greeting",
    "Hand",
    "Membership",
    "Message",
    "Room",
    "RoomEvent",
    "Round",
    "Seat",
    "SupportGroup",
    "Turn",
]
