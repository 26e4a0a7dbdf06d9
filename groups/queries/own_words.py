"""What a person said themselves, in rooms that are open to them and in those that are not."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from community.accounts.models import Person
from community.safety.enums import MeasureKind, Why
from community.safety.models import Measure
from groups.enums import EMPTIED, MessageState
from groups.models import Message, Room, Seat
from groups.queries.history import PAGE


def own_said(seat: Seat, *, before: int | None = None) -> list[Message]:
    """Own words that others read, newest first: a page, and one more where there is more."""
    said = seat.messages.filter(state=MessageState.SHOWN, whole="")
    if before is not None:
        said = said.filter(seq__lt=before)
    return list(said.order_by("-seq")[: PAGE + 1])


@dataclass(frozen=True, slots=True)
class Taken:
    """Own words that the team has hidden, or covered in part, and what was said about it."""

    message: Message
    measure: Measure | None

    @property
    def is_hidden(self) -> bool:
        return self.message.state == MessageState.HIDDEN

    @property
    def why(self) -> str:
        """The reason in words."""
        why = self.message.state_why or (self.measure.reason if self.measure else "")
        return str(Why(why).label) if why in Why.values else ""


def own_taken(seat: Seat) -> list[Taken]:
    """This person's hidden and covered words in the room, newest first, each with why."""
    taken = Q(state=MessageState.HIDDEN) | ~Q(whole="")
    found = list(seat.messages.filter(taken).order_by("-seq"))
    measures = _measures(seat.person_id, found)
    return [_taken(message, measures) for message in found]


def taken_message(message: Message) -> Taken:
    """One of them."""
    assert message.author is not None
    return _taken(message, _measures(message.author.person_id, [message]))


_TAKEN = (MeasureKind.HIDING, MeasureKind.COVERING)


def _measures(person: int, found: list[Message]) -> dict[tuple[str, str], Measure]:
    given = Measure.objects.filter(
        person=person,
        kind__in=_TAKEN,
        subject__in=[message.desk_key for message in found],
        ended_at=None,
    )
    return {(measure.kind, measure.subject): measure for measure in given.order_by("pk")}


def _taken(message: Message, measures: dict[tuple[str, str], Measure]) -> Taken:
    is_hidden = message.state == MessageState.HIDDEN
    kind = MeasureKind.HIDING if is_hidden else MeasureKind.COVERING
    return Taken(message, measures.get((kind, message.desk_key)))


def rooms_with_own_words(person: Person) -> list[Room]:
    """The rooms in which something this person wrote is still kept."""
    kept = Message.objects.filter(author=OuterRef("pk")).exclude(state__in=EMPTIED)
    seats = Seat.objects.filter(person=person).filter(Exists(kept))
    rooms = Room.objects.filter(seats__in=seats).select_related("group")
    return list(rooms.order_by("group__title", "made_at"))
