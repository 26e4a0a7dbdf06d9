"""What somebody of the team does for themselves."""

from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse

from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from community.safety import rules
from community.safety.enums import HardTopic
from community.safety.models import NotMe
from community.safety.tell import leads


@transaction.atomic
def rather_not(*, topics: Iterable[HardTopic], by: Person) -> None:
    """From now on others are called first to these. Not on the record: it is their own. Raises
    Refused for who is not on the team."""
    insist(rules.may_see_desk(rules.reach_of(by)))
    NotMe.objects.update_or_create(person=by, defaults={"topics": sorted(set(topics))})


@transaction.atomic
def ask_to_talk(*, by: Person) -> None:
    """Somebody of the team would like to talk something over: those who lead are told. Raises
    Refused for who is not on the team."""
    insist(rules.may_see_desk(rules.reach_of(by)))
    for person in Person.objects.filter(pk__in=leads()).exclude(pk=by.pk):
        notify(person=person, kind="debrief_asked", path=reverse("safety:desk"))
    record.write(act="ask_debrief", by=by.pk, about=by.pk)
