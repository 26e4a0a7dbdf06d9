"""What was left in the boxes of a room, for whoever left it there."""

import hmac
from datetime import datetime
from uuid import uuid4

from community.accounts.models import Person
from groups.models import Draft, Message, Room
from groups.models.message import first_mac


def draft_of(person: Person, room: Room) -> Draft | None:
    """What was left in the room's own box."""
    return drafts_of(person, room).get(0)


def drafts_of(person: Person, room: Room) -> dict[int, Draft]:
    """What was left in each box, by the post it stands below, unless it was sent since. Words that
    another screen wrote in the same box after those were sent are other words, and get a name of
    their own. One query, one more where something was left."""
    found = {draft.below: draft for draft in Draft.objects.filter(person=person, room=room)}
    if not found:
        return {}
    names = [draft.cid for draft in found.values()]
    own = Message.objects.filter(room=room, cid__in=names, author__person=person)
    sent = {cid: (mac, at) for cid, mac, at in own.values_list("cid", "first_mac", "written_at")}
    for draft in found.values():
        if draft.cid in sent and _is_other(draft, *sent[draft.cid]):
            del sent[draft.cid]
            draft.cid = uuid4()
    return {below: draft for below, draft in found.items() if draft.cid not in sent}


def _is_other(draft: Draft, mac: str, sent_at: datetime) -> bool:
    """Whether these words were written after what was sent under their name, and differ from it.
    The MAC of what was sent is kept for a day."""
    is_same = bool(mac) and hmac.compare_digest(mac, first_mac(draft.body.strip()))
    return draft.at > sent_at and not is_same
