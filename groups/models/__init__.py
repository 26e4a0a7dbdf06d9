from groups.models.event import RoomEvent
from groups.models.membership import Membership, Seat
from groups.models.message import BODY_LIMIT, NOTE_LIMIT, WISH_LIMIT, Draft, Message
from groups.models.room import Room
from groups.models.support_group import SupportGroup

__all__ = [
    "BODY_LIMIT",
    "NOTE_LIMIT",
    "WISH_LIMIT",
    "Draft",
    "Membership",
    "Message",
    "Room",
    "RoomEvent",
    "Seat",
    "SupportGroup",
]
