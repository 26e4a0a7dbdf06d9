"""Telling a person that something waits for them."""

from django.db import transaction

from community import live
from community.accounts.models import Person
from community.notifications.models import Notification


@transaction.atomic
def notify(*, person: Person, kind: str, path: str) -> Notification:
    """Leaves one notice for the person, in the transaction of what it speaks of; their open
    screens hear its kind and id after commit, never a word of it."""
    notice = Notification.objects.create(person=person, kind=kind, path=path)
    live.me(person.pk, kind=kind, id=str(notice.pk))
    return notice
