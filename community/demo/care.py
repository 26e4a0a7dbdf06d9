"""What the demo's team did in its rooms: a part of one line covered, a note in a back room."""

import uuid

from community.accounts.models import Person
from community.demo.places import BACK_ROOM, COVERED
from community.safety.enums import Why
from groups.actions.back_room import open_back_room
from groups.actions.covering import cover_words, name_of
from groups.append import Append, append
from groups.models import Message, SupportGroup


def look_after(people: dict[str, Person]) -> None:
    """Done the real way, by those who look after the group."""
    slug, part, words = COVERED
    line = Message.objects.get(room__group__slug=slug, body__contains=part)
    assert line.seq is not None
    start = line.body.index(part)
    cover_words(
        room=line.room_id,
        seq=line.seq,
        parts=[(start, start + len(part))],
        read=name_of(line),
        reason=Why.CONTACT,
        words=words,
        by=people["Noor"],
    )
    slug, name, note = BACK_ROOM
    group = SupportGroup.objects.get(slug=slug)
    for who in ("Emil", "Noor"):
        room = open_back_room(group=group, by=people[who])
    append([Append(room=room.pk, person=people[name].pk, cid=uuid.uuid4(), body=note)])
