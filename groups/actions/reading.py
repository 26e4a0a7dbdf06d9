"""How far somebody has read: for their own unread mark, shown to nobody else."""

from django.utils import timezone

from community import live
from community.accounts.models import Person
from groups.enums import SeatState
from groups.models import Room, Seat


def mark_read(*, room: str, seq: int, by: Person) -> None:
    """Moves the person's mark forward, never back and never past the last number of the room."""
    head = Room.objects.filter(pk=room).values_list("last_seq", flat=True).first()
    if head is None:
        return
    read = min(seq, head)
    mine = Seat.objects.filter(room=room, person=by, state=SeatState.ACTIVE, read_seq__lt=read)
    if mine.update(read_seq=read):  # what was read here is not new on their other screens
        live.me(by.pk, kind="read", id=f"{room}.{read}")


def note_reminded(*, room: str, by: Person) -> None:
    """The three rules were above the box when the person first wrote: once is enough."""
    Seat.objects.filter(room=room, person=by, reminded_at=None).update(reminded_at=timezone.now())
