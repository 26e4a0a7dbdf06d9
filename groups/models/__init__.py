from groups.models.arrival import Arrival
from groups.models.event import RoomEvent
from groups.models.meeting import Host, Hosting, Meeting, MeetingPlan, Reply, Visit
from groups.models.membership import Membership, Seat
from groups.models.message import BODY_LIMIT, NOTE_LIMIT, WISH_LIMIT, Draft, Message
from groups.models.room import Room
from groups.models.support_group import SupportGroup

__all__ = [
    "BODY_LIMIT",
    "NOTE_LIMIT",
    "WISH_LIMIT",
    "Arrival",
    "Draft",
    "Host",
    "Hosting",
    "Meeting",
    "MeetingPlan",
    "Membership",
    "Message",
    "Reply",
    "Room",
    "RoomEvent",
    "Seat",
    "SupportGroup",
    "Visit",
]
