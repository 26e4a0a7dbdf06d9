"""Waiting words go out without the ones a person would have to read first: a way to be harmed with
an amount, a place or means at hand. What screening found in them stays on the desk."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.refusal import Refusal, insist
from community.safety import intake
from community.safety.enums import ItemKind
from community.screening import can_go_out
from groups import order, rules, staffing
from groups.append import number_message
from groups.enums import MessageState
from groups.finding import own_held_under_lock
from groups.models import Message, Room, Seat
from groups.queries.room import is_marked

NOTHING_LEFT = Refusal(
    "nothing_left", _("Without these words nothing is left to send. You can change what you wrote.")
)
NOT_MARKED = Refusal("not_marked", _("These words wait for another reason. A person reads them."))


@transaction.atomic
def send_without(*, room: str, cid: UUID, by: Person) -> bool:
    """The author leaves the marked words out. True: the rest is in the room now. False: it waits as
    all words do here at the moment, without the marked ones. Raises Refused."""
    where, held, own = own_held_under_lock(room, cid, by=by)
    now = timezone.now()
    insist(None if is_marked(held, own) else NOT_MARKED)
    insist(rules.may_write(own, where, now=now))
    rest = can_go_out(held.body)
    insist(None if rest else NOTHING_LEFT)
    held.body, held.note = rest, can_go_out(held.note)
    if not held.note:
        held.note_kind = ""
    held.edited_at = now
    if _waits(where, own) or order.somebody_speaks(where):
        held.save(update_fields=["body", "note", "note_kind", "edited_at"])
        return False
    _goes_out(where, held, own)
    return True


def _waits(room: Room, own: Seat) -> bool:
    """What would keep any words of this person waiting at this moment."""
    if rules.waits(room, on_duty=staffing.is_open(room, now=timezone.now())):
        return True
    holds = room.group is not None and room.group.holds_first
    return holds and rules.is_first(own, holds_first=holds, is_heard=_is_heard(room, own))


def _is_heard(room: Room, own: Seat) -> bool:
    said = Message.objects.filter(room__group=room.group_id, author__person=own.person_id)
    return said.filter(seq__isnull=False).exists()


def _goes_out(room: Room, held: Message, own: Seat) -> None:
    held.state = MessageState.SHOWN
    number_message(room, held, actor=own)
    intake.settle(
        kind=ItemKind.HELD, subject_kind="message", subject_id=str(held.pk), outcome="let_in"
    )
