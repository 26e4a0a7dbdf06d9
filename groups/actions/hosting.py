"""Who hosts: appointed in a group, asked for one meeting, saying yes, handing it back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from groups import rules_meetings
from groups.enums import HostKind, Part
from groups.models import Host, Hosting, Meeting, MeetingPlan, Membership, Seat, SupportGroup


@transaction.atomic
def make_host(
    *,
    group: SupportGroup,
    person: Person,
    kind: HostKind,
    by: Person,
    real_name: str = "",
    work: str = "",
) -> Host:
    """From now on this member can be asked to host here, and everybody who belongs reads as what.
    Saying it anew replaces what was said. Raises Refused where `rules_meetings.may_make_host` says
    no."""
    group = SupportGroup.objects.select_for_update().get(pk=group.pk)
    membership = Membership.objects.filter(group=group, person=person).first()
    insist(
        rules_meetings.may_make_host(
            by, person, membership, group, kind=kind, real_name=real_name, work=work
        )
    )
    host, _ = Host.objects.update_or_create(
        group=group,
        person=person,
        ended_at=None,
        defaults={"kind": kind, "real_name": real_name.strip(), "work": work.strip()},
    )
    Seat.objects.filter(room__group=group, person=person).update(part=Part.HOST)
    record.write(
        act="make_host",
        by=by.pk,
        about=person.pk,
        subject=group.area,
        area=group.area,
        data={"kind": kind},
    )
    notify(person=person, kind="appointed", path=group.get_absolute_url())
    return host


@transaction.atomic
def end_host(
    *, group: SupportGroup, person: Person, by: Person, now: datetime | None = None
) -> None:
    """They host here no more; the meetings ahead of them look for somebody else. Raises Refused."""
    now = now or timezone.now()
    group = SupportGroup.objects.select_for_update().get(pk=group.pk)
    insist(rules_meetings.may_plan(by, group))
    if stop_hosting(group=group, person=person, now=now):
        record.write(act="end_host", by=by.pk, about=person.pk, subject=group.area, area=group.area)
        notify(person=person, kind="appointment_ended", path=group.get_absolute_url())


def stop_hosting(*, group: SupportGroup, person: Person, now: datetime) -> bool:
    """What ends when somebody hosts no more: what they were asked for, here and ahead. Answers
    whether they did. The group is locked."""
    ended = Host.objects.filter(group=group, person=person, ended_at=None).update(ended_at=now)
    Seat.objects.filter(room__group=group, person=person, part=Part.HOST).update(part="")
    Hosting.objects.filter(
        person=person, meeting__room__group=group, meeting__begins_at__gt=now
    ).delete()
    for plan in MeetingPlan.objects.filter(room__group=group, hosts=person):
        plan.hosts.remove(person)
    return bool(ended)


@transaction.atomic
def take_hosting(*, meeting: Meeting, by: Person, now: datetime | None = None) -> Hosting:
    """ "I will host": for who was asked and for who covers. Saying it again changes nothing. Raises
    Refused where `by` does not host in the group, or it is over."""
    now = now or timezone.now()
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    insist(rules_meetings.may_take_hosting(by, meeting, now=now))
    hosting, _ = Hosting.objects.get_or_create(meeting=meeting, person=by)
    if hosting.confirmed_at is None:
        hosting.confirmed_at = now
        hosting.save(update_fields=["confirmed_at"])
    return hosting


@transaction.atomic
def hand_back_hosting(*, meeting: Meeting, by: Person, now: datetime | None = None) -> None:
    """ "I cannot host": no reason is asked. Where nobody is left, the call for cover goes out
    again. Raises Refused where `by` was not asked."""
    now = now or timezone.now()
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    insist(rules_meetings.may_change(meeting, now=now))
    gone, _ = Hosting.objects.filter(meeting=meeting, person=by).delete()
    insist(None if gone else rules_meetings.NOT_A_HOST)
    meeting.cover_asked_at = None
    meeting.save(update_fields=["cover_asked_at"])
