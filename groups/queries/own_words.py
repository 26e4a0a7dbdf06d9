"""What a person said themselves, in rooms that are open to them and in those that are not."""

from django.db.models import Exists, OuterRef

from community.accounts.models import Person
from groups.enums import EMPTIED, MessageState
from groups.models import Message, Room, Seat
from groups.queries.history import PAGE


def own_said(seat: Seat, *, before: int | None = None) -> list[Message]:
    """Own words that others read, newest first: a page, and one more where there is more."""
    said = seat.messages.filter(state=MessageState.SHOWN)
    if before is not None:
        said = said.filter(seq__lt=before)
    return list(said.order_by("-seq")[: PAGE + 1])


def rooms_with_own_words(person: Person) -> list[Room]:
    """The rooms in which something this person wrote is still kept."""
    kept = Message.objects.filter(author=OuterRef("pk")).exclude(state__in=EMPTIED)
    seats = Seat.objects.filter(person=person).filter(Exists(kept))
    rooms = Room.objects.filter(seats__in=seats).select_related("group")
    return list(rooms.order_by("group__title", "made_at"))
