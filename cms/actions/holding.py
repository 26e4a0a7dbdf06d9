"""A page that both checks stand behind, and something else keeps from the public: it waits, those who
wrote it are told once, and it goes on by itself when nothing is in the way any more."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from cms import vouched
from cms.enums import CheckKind
from cms.models import Reminder
from cms.queries import holding
from community.notifications.actions import notify

HELD = "page_held"


@transaction.atomic
def may_go_on(revision: Revision, *, kind: CheckKind) -> bool:
    """Whether the step of this check is over. Where nothing but the words themselves, or the yes of a
    story's author, is in the way, the check stands and the page waits for that."""
    given = vouched.standing(revision)
    if kind not in given:
        return False
    is_held = len(given) == len(CheckKind) and bool(holding.in_the_way(revision))
    if is_held:
        tell(revision)
    return not is_held


@transaction.atomic
def tell(revision: Revision) -> None:
    """Those who wrote it, once for the day it was to be public, or was checked."""
    page, approved = revision.content_object, revision.approved_go_live_at
    checked = [check.at for check in vouched.standing(revision).values()]
    day = timezone.localdate(approved or max(checked, default=None))
    _, is_first = Reminder.objects.get_or_create(
        page_id=page.pk, kind=Reminder.Kind.HELD, review=day
    )
    people = {person.pk: person for person in (page.owner, revision.user) if person is not None}
    for person in people.values() if is_first else ():
        notify(person=person, kind=HELD, path=reverse("wagtailadmin_pages:edit", args=[page.pk]))
