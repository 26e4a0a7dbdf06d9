"""What is still in a box: kept on the server, sealed, for thirty days; never in the browser."""

import hmac
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.refusal import Refused, insist
from groups import rules, rules_words
from groups.enums import HeldFor, Intent, NoteKind
from groups.models import Draft, Message, Room, Seat
from groups.models.message import first_mac
from groups.queries.drafts import draft_of

KEPT = timedelta(days=30)
NAMED = timedelta(days=1)  # words that were sent, by a MAC of them
AT_ONCE = 500


@transaction.atomic
def save_draft(
    *,
    room: str,
    cid: UUID,
    body: str,
    note: str = "",
    note_kind: NoteKind | None = None,
    intent: Intent | None = None,
    held_for: HeldFor = HeldFor.GROUP,
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
            "held_for": held_for,
            "reply_to": below or reply_to,
            "at": timezone.now(),
        },
    )


@transaction.atomic
def add_to_draft(*, room: Room, words: str, by: Person) -> None:
    """Lays words into the room's own box, below what is there, which keeps all that goes along.
    Raises Refused for whom the room is not open."""
    kept = draft_of(by, room)
    if kept is None:
        save_draft(room=room.pk, cid=uuid4(), body=words, by=by)
        return
    save_draft(
        room=room.pk,
        cid=kept.cid,
        body=f"{kept.body}\n\n{words}".strip(),
        note=kept.note,
        note_kind=NoteKind(kept.note_kind) if kept.note_kind else None,
        intent=Intent(kept.intent) if kept.intent else None,
        held_for=HeldFor(kept.held_for),
        reply_to=kept.reply_to,
        by=by,
    )


def drop_draft(*, room: str, cid: UUID, by: Person) -> None:
    """These words were sent, or taken out of the box. What another screen is writing stays."""
    Draft.objects.filter(room=room, person=by, cid=cid).delete()


def forget_old_drafts(now: datetime) -> None:
    """Deletes what nobody came back for."""
    Draft.objects.filter(at__lt=now - KEPT).delete()


def forget_first_words(now: datetime) -> None:
    """A day after words were sent nothing is kept that could tell a repeat of them from others. A
    draft of the same words, kept late, goes with it: it would come back as something unsaid."""
    old = Message.objects.filter(written_at__lt=now - NAMED).exclude(first_mac="").order_by("pk")
    for draft in Draft.objects.filter(cid__in=old.values("cid")):
        sent = old.filter(room=draft.room_id, author__person=draft.person_id, cid=draft.cid).first()
        if sent and hmac.compare_digest(sent.first_mac, first_mac(draft.body.strip())):
            draft.delete()
    ids = list(old.values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        Message.objects.filter(pk__in=ids[start : start + AT_ONCE]).update(first_mac="")
