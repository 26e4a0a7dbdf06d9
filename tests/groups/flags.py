"""Words at night, and members who tell the team about them."""

from datetime import timedelta

from django.utils import timezone

from community.safety.actions import reporting
from community.safety.enums import ReportReason
from groups.models import Membership, Message
from tests.people import join, person, staffed
from tests.words import say

HARSH = "Nobody here is worth a thing."


def night():
    """The team is back in two hours."""
    now = timezone.localtime()
    staffed((now + timedelta(hours=2)).time(), (now - timedelta(hours=2)).time())


def at_night_on(wall, ana):
    """Ana's second post; then the team went home."""
    say(ana, wall, "Hello, I am new.")
    seq = say(ana, wall, HARSH).seq
    night()
    return Message.objects.select_related("room").get(room=wall, seq=seq)


def members(group, *people):
    found = [person(one) if isinstance(one, str) else one for one in people]
    for somebody in found:
        join(somebody, group)
    Membership.objects.filter(group=group).update(joined_at=timezone.now() - timedelta(days=8))
    return found


def flag(message, *people, reason=ReportReason.HURTS):
    for somebody in people:
        reporting.report(
            kind="message", id=str(message.pk), reason=reason, words="It hurt.", by=somebody
        )


def is_folded(message):
    return message.folds.filter(ended_at=None).exists()
