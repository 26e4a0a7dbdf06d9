"""Heavy words in a pair's room: the desk has them, and the mentor is told so at once only inside the
hours that are theirs. They are never asked to answer: whoever is called is of the team."""

from datetime import datetime

from community.notifications.actions import notify
from groups.models import Room
from mentoring.models import Pair


def tell_mentor(room: Room, person: int, now: datetime) -> None:
    """Called inside the transaction of the words. Of the mentor's own words nobody is told here."""
    pair = Pair.objects.select_related("mentor__person").filter(room=room, ended_at=None).first()
    if pair is None or pair.mentor.person_id == person:
        return
    if pair.mentor.has_time(now):
        notify(person=pair.mentor.person, kind="pair_heavy", path=room.get_absolute_url())
