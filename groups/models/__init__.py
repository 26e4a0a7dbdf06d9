from groups.models.arrival import Arrival
from groups.models.comfort import MUTED_LIMIT, MutedWords, NoteChoice, TypingShown
from groups.models.event import RoomEvent
from groups.models.greeting import Greeting
from groups.models.meeting import Host, Hosting, Meeting, MeetingPlan, Reply, Visit
from groups.models.members_fold import FoldFlag, MembersFold
from groups.models.membership import EarlierName, Membership, Seat
from groups.models.memorial import ExtraHost, Memorial
from groups.models.message import BODY_LIMIT, EMPTY, NOTE_LIMIT, WISH_LIMIT, Draft, Message
from groups.models.reaction import Reaction
from groups.models.room import Room
from groups.models.round import Hand, Round, Turn
from groups.models.support_group import SupportGroup
from groups.models.word_rule import WordRule

__all__ = [
    "BODY_LIMIT",
    "EMPTY",
    "MUTED_LIMIT",
    "NOTE_LIMIT",
    "WISH_LIMIT",
    "Arrival",
    "Draft",
    "EarlierName",
    "ExtraHost",
    "FoldFlag",
    "Greeting",
    "Hand",
    "Host",
    "Hosting",
    "Meeting",
    "MeetingPlan",
    "MembersFold",
    "Membership",
    "Memorial",
    "Message",
    "MutedWords",
    "NoteChoice",
    "Reaction",
    "Reply",
    "Room",
    "RoomEvent",
    "Round",
    "Seat",
    "SupportGroup",
    "Turn",
    "TypingShown",
    "Visit",
    "WordRule",
]
