"""Rooms as places from which notices come, and what notices of rooms and meetings are about: somebody
can say from which of them no mail is sent."""

from django.urls import Resolver404, resolve

from community.accounts.models import Person
from community.notifications import places, topics
from community.notifications.places import Place
from community.notifications.topics import Topic
from groups.enums import SeatState
from groups.models import Meeting, Seat

_MEETINGS = (
    "reminder",
    "meeting_moved",
    "meeting_off",
    "meeting_news",
    "place_free",
    "nobody_there_yet",
    "visit_agreed",
    "visit_off",
)
_WORDS = (
    "words_restored",
    "offer_held",
    "ask_for_change",
    "keep_between_us",
    "let_out_anew",
    "ask_anew",
)
_WORK = ("will_you_host", "cover_wanted", "cover_hurries", "appointed", "appointment_ended")


def join() -> None:
    """Called once, when every app is ready."""
    places.register(of=_of, key_at=_key_at)
    topics.put(Topic.MEETINGS, _MEETINGS)
    topics.put(Topic.WORDS, _WORDS)
    topics.put(Topic.WORK, _WORK)


def _of(person: Person) -> list[Place]:
    seats = Seat.objects.filter(person=person, state=SeatState.ACTIVE).select_related("room__group")
    return [Place(f"room:{seat.room_id}", _title(seat)) for seat in seats.order_by("room__title")]


def _title(seat: Seat) -> str:
    group = seat.room.group.title if seat.room.group else ""
    return f"{seat.room.title} ({group})" if group not in ("", seat.room.title) else seat.room.title


def _key_at(path: str) -> str:
    """By the room's own address, or by that of one of its meetings."""
    try:
        found = resolve(path.partition("#")[0]).kwargs
    except Resolver404:
        return ""
    if room := found.get("room_id"):
        return f"room:{room}"
    rooms = Meeting.objects.filter(pk=found.get("meeting", 0)).values_list("room_id", flat=True)
    return f"room:{rooms[0]}" if "meeting" in found and rooms else ""
