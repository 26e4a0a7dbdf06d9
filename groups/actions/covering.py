"""A moderator covers a part of somebody's words, and shows it again.

The message keeps the author's words whole, sealed; what everybody reads from then on does not hold
the covered part. Under the room's lock, so that covering and changing have one order: what was
changed meanwhile is not covered by places counted in other words.
"""

import hmac

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from community.accounts.models import Person
from community.record.write import write
from community.refusal import insist
from community.safety.actions.measures import keep_measure
from community.safety.enums import MeasureKind, Why
from community.safety.models import Measure
from groups import rules_moderating, rules_words, spans
from groups.actions import folds
from groups.actions.telling import tell_author
from groups.append import add_event
from groups.enums import EventKind, FoldEnd, WhyBack
from groups.finding import insist_moderates, message_under_lock, seat_of
from groups.models import Message
from groups.models.message import first_mac
from groups.spans import Span


@transaction.atomic
def cover_words(
    *,
    room: str,
    seq: int,
    parts: list[Span],
    read: str,
    reason: Why,
    words: str = "",
    by: Person,
) -> None:
    """Covers these parts for everybody; more and more of them add up. `read` names the words as
    they were when the parts were chosen (`name_of`). The author is told why, reads their own words
    on their page, and can ask somebody else to look again. Raises Refused."""
    where, message = message_under_lock(room, seq)
    insist_moderates(by, where)
    as_read = hmac.compare_digest(read, name_of(message))
    insist(rules_words.may_hide(message, by=by.pk))
    insist(rules_moderating.may_cover(message, parts, as_read=as_read))
    covered = spans.joined([*message.covered, *parts])
    if covered == spans.joined(message.covered):
        return
    message.whole, message.covered = message.own_words, [list(part) for part in covered]
    message.body = spans.without(message.whole, covered)
    message.save(update_fields=["whole", "covered", "body"])
    folds.end_fold(message, outcome=FoldEnd.ACTED, by=by.pk)
    _record("cover_words", message, reason=reason, by=by)
    add_event(where, kind=EventKind.COVER, subject_seq=seq)
    if message.author is None:
        return
    said = words.strip() or _("A part of your words is covered because %(why)s.") % {
        "why": reason.label
    }
    keep_measure(
        person=message.author.person,
        kind=MeasureKind.COVERING,
        reason=reason,
        words=said,
        by=by,
        area=where.area,
        subject=message.desk_key,
    )


@transaction.atomic
def uncover_words(*, room: str, seq: int, reason: WhyBack, by: Person) -> None:
    """Shows all of it again for a reason, and tells the author. Nobody uncovers their own. Raises
    Refused."""
    where, message = message_under_lock(room, seq)
    insist(rules_words.may_reopen(by, where, seat_of(by, where), now=timezone.now()))
    if not show_whole(message, reason=reason, by=by):
        return
    end_measures(message)
    tell_author(message, kind="words_restored")


def show_whole(message: Message, *, reason: str, by: Person) -> bool:
    """The uncovering itself and its record, in a room that is locked, for who has asked who may
    decide and tells the author. False where nothing was covered. Raises Refused."""
    insist(rules_words.may_restore(message, by=by.pk))
    if not message.whole:
        return False
    message.body, message.whole, message.covered = message.whole, "", []
    message.save(update_fields=["body", "whole", "covered"])
    _record("uncover_words", message, reason=reason, by=by)
    if message.seq is None or message.seq >= message.room.first_seq:  # else its time here is over
        add_event(message.room, kind=EventKind.COVER, subject_seq=message.seq)
    return True


def end_measures(message: Message) -> None:
    """Nothing of these words is covered any more: what was decided is over."""
    Measure.objects.filter(
        kind=MeasureKind.COVERING, subject=message.desk_key, ended_at=None
    ).update(ended_at=timezone.now())


def name_of(message: Message) -> str:
    """Names the words as they are now, without giving them away."""
    return first_mac(message.own_words)


def _record(act: str, message: Message, *, reason: str, by: Person) -> None:
    write(
        act=act,
        by=by.pk,
        about=message.author.person_id if message.author else None,
        subject=f"message:{message.room_id}:{message.seq}",
        area=message.room.area,
        reason=reason,
    )
