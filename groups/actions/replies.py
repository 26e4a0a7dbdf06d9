"""What members answer to a meeting, and who waits for a place. The meeting's row is locked first,
so that the last place is given once."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.notifications.actions import notify
from community.refusal import insist
from groups import rules_meetings
from groups.enums import Answer, MembershipState
from groups.models import Meeting, Membership, Reply, SupportGroup


@transaction.atomic
def say_coming(
    *, meeting: Meeting, by: Person, reminds: bool = True, now: datetime | None = None
) -> Reply:
    """ "I will come": a place, or where there is none the next one that frees. Saying it again
    keeps the place and the turn. Raises Refused."""
    meeting, now = _locked(meeting, by=by, now=now)
    reply = Reply.objects.filter(meeting=meeting, person=by).first()
    if reply is None:
        reply = Reply(meeting=meeting, person=by, answer=Answer.NOT)
    if reply.answer == Answer.NOT:
        reply.answer = Answer.COMES if _has_place(meeting) else Answer.WAITS
        reply.at = now
    reply.reminds = reminds
    reply.save()
    return reply


@transaction.atomic
def say_not_coming(*, meeting: Meeting, by: Person, now: datetime | None = None) -> Reply:
    """ "Not this time": no reason is asked. A place that frees goes to who has waited longest.
    Raises Refused."""
    meeting, now = _locked(meeting, by=by, now=now)
    reply, _ = Reply.objects.update_or_create(
        meeting=meeting, person=by, defaults={"answer": Answer.NOT, "at": now}
    )
    let_in_who_waits(meeting)
    return reply


def let_in_who_waits(meeting: Meeting) -> None:
    """Gives free places to those who wait, in their order, and tells each. The meeting is locked."""
    while _has_place(meeting):
        reply = _first_who_waits(meeting)
        if reply is None:
            return
        reply.answer = Answer.COMES
        reply.save(update_fields=["answer"])
        assert meeting.room.group is not None
        path = reverse("groups:meeting", args=[meeting.room.group.slug, meeting.pk])
        notify(person=reply.person, kind="place_free", path=path, moment=meeting.begins_at)


def take_replies_back(*, group: SupportGroup, person: Person, now: datetime) -> None:
    """What ends with belonging: their answers to what is ahead, and with them their places."""
    ahead = Meeting.objects.select_for_update().filter(
        room__group=group, ends_at__gt=now, replies__person=person
    )
    for meeting in ahead.order_by("pk"):
        meeting.replies.filter(person=person).delete()
        let_in_who_waits(meeting)


def _locked(meeting: Meeting, *, by: Person, now: datetime | None) -> tuple[Meeting, datetime]:
    now = now or timezone.now()
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    membership = Membership.objects.filter(group=meeting.room.group, person=by).first()
    insist(rules_meetings.may_answer(by, meeting, membership, now=now))
    return meeting, now


def _has_place(meeting: Meeting) -> bool:
    if meeting.cancelled_at is not None:
        return False
    if meeting.places is None:
        return True
    return meeting.replies.filter(answer=Answer.COMES).count() < meeting.places


def _first_who_waits(meeting: Meeting) -> Reply | None:
    """Whoever cannot come in any more is passed over."""
    waits = meeting.replies.filter(
        answer=Answer.WAITS,
        person__standing=Standing.ACTIVE,
        person__memberships__group=meeting.room.group,
        person__memberships__state=MembershipState.ACTIVE,
    )
    return waits.select_related("person").order_by("at", "pk").first()
