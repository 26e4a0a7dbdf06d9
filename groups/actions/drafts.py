"""What is still in a box: kept on the server, sealed, for thirty days; never in the browser."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.refusal import Refused, insist
from groups import rules, rules_words
from groups.enums import Intent, NoteKind
from groups.models import Draft, Seat

KEPT = timedelta(days=30)


@transaction.atomic
def save_draft(
    *,
    room: str,
    cid: UUID,
    body: str,
    note: str = "",
    note_kind: NoteKind | None = None,
    intent: Intent | None = None,
    reply_to: int | None = None,
    below: int = 0,
    by: Person,
) -> None:
    """Keeps what the person is writing in this box, the room's own or the one `below` a post, in
    place of what was kept from it before, whole. An emptied box takes back what was kept from it,
    and nothing kept from another screen's. Raises Refused for whom the room is not open."""
    seat = Seat.objects.filter(room=room, person=by).select_related("room").first()
    if seat is None:
        raise Refused(rules_words.NOT_THERE)
    insist(rules.may_read(seat))
    insist(rules_words.may_answer_below(seat.room, below))
    if not (body.strip() or note.strip()):
        Draft.objects.filter(room=room, person=by, cid=cid, below=below).delete()
        return
    Draft.objects.update_or_create(
        room_id=room,
        person=by,
        below=below,
        defaults={
            "cid": cid,
            "body": body,
            "note": note,
            "note_kind": note_kind or "",
            "intent": intent or "",
            "reply_to": below or reply_to,
            "at": timezone.now(),
        },
    )


def drop_draft(*, room: str, cid: UUID, by: Person) -> None:
    """These words were sent, or taken out of the box. What another screen is writing stays."""
    Draft.objects.filter(room=room, person=by, cid=cid).delete()


def forget_old_drafts(now: datetime) -> None:
    """Deletes what nobody came back for."""
    Draft.objects.filter(at__lt=now - KEPT).delete()
