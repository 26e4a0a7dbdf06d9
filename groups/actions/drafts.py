"""What is still in the box: kept on the server, sealed, for thirty days; never in the browser."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.refusal import insist
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
    by: Person,
) -> None:
    """Keeps what the person is writing in this room, in place of what was kept before, whole.
    An emptied box takes back what was kept from it, and nothing kept from another screen's. Raises
    Refused for whom the room is not open."""
    seat = Seat.objects.filter(room=room, person=by).first()
    if seat is None:
        insist(rules_words.NOT_THERE)
    insist(rules.may_read(seat))
    if not (body.strip() or note.strip()):
        drop_draft(room=room, cid=cid, by=by)
        return
    Draft.objects.update_or_create(
        room_id=room,
        person=by,
        defaults={
            "cid": cid,
            "body": body,
            "note": note,
            "note_kind": note_kind or "",
            "intent": intent or "",
            "reply_to": reply_to,
            "at": timezone.now(),
        },
    )


def drop_draft(*, room: str, cid: UUID, by: Person) -> None:
    """These words were sent, or taken out of the box. What another screen is writing stays."""
    Draft.objects.filter(room=room, person=by, cid=cid).delete()


def forget_old_drafts(now: datetime) -> None:
    """Deletes what nobody came back for."""
    Draft.objects.filter(at__lt=now - KEPT).delete()
