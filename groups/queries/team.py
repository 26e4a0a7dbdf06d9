"""Who from the team stands for a room: facts for the rules, and names for the strip."""

from datetime import datetime

from community.accounts.enums import Standing
from community.safety.models import Appointment, Duty
from groups.models import Room


def is_appointed(person: int, room: Room) -> bool:
    """Whether this person moderates the room's area now."""
    return Appointment.objects.filter(
        area=room.area, person=person, ended_at=None, person__standing=Standing.ACTIVE
    ).exists()


def is_on_duty(person: int, room: Room, *, now: datetime) -> bool:
    """Whether this person's own lease for the room runs."""
    return Duty.objects.filter(
        place=room.place, person=person, ended_at=None, until__gt=now
    ).exists()


def names_on_duty(room: Room, *, now: datetime) -> list[str]:
    """The visible names of those who are there for the room, who came first coming first."""
    rows = Duty.objects.filter(place=room.place, ended_at=None, until__gt=now).order_by("began_at")
    return list(dict.fromkeys(rows.values_list("person__handle", flat=True)))
