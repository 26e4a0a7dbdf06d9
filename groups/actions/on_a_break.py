"""Somebody takes a break: the hosts of meetings they said yes to read that, and never why."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from groups.enums import Answer
from groups.models import Meeting


@transaction.atomic
def tell_hosts(person: Person, until: date) -> None:
    """Those who host what lies in the break. The answer stays as it is: it is theirs to change."""
    meetings = Meeting.objects.filter(
        cancelled_at=None,
        begins_at__gt=timezone.now(),
        begins_at__date__lte=until,
        replies__person=person,
        replies__answer=Answer.COMES,
    )
    hosts = Person.objects.filter(hostings__meeting__in=meetings).exclude(pk=person.pk)
    for host in hosts.distinct():
        notify(person=host, kind="guest_on_a_break", path="/groups/")
