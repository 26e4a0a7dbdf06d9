"""Keeping pages fresh: their owners are told when a review is due, and before a page leaves the
lists. The ticker's job."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from cms.models import ArticlePage, Reminder
from cms.models.article import LISTED_FOR
from cms.queries import review
from cms.rules import works_here
from community.accounts.models import Person
from community.notifications.actions import notify

DUE, LEAVING = "page_due", "page_leaves_lists"
BEFORE = timedelta(days=14)  # an owner knows this long before a page leaves the lists
WORK = "/library/waiting/"


def remind(now: datetime) -> None:
    """Once for each review of each public page."""
    today = timezone.localdate(now)
    _remind(Reminder.Kind.DUE, DUE, before=today + timedelta(days=1))
    _remind(Reminder.Kind.LEAVING, LEAVING, before=today - LISTED_FOR + BEFORE)


def _remind(kind: Reminder.Kind, notice: str, *, before: date) -> None:
    pages = ArticlePage.objects.live().filter(next_review__lt=before).select_related("owner")
    told = set(Reminder.objects.filter(kind=kind, page__in=pages).values_list("page_id", "review"))
    for page in pages:
        if page.next_review is not None and (page.pk, page.next_review) not in told:
            _tell(page, kind, notice, review=page.next_review)


@transaction.atomic
def _tell(page: ArticlePage, kind: Reminder.Kind, notice: str, *, review: date) -> None:
    _, is_first = Reminder.objects.get_or_create(page_id=page.pk, kind=kind, review=review)
    if not is_first:
        return
    for person in _who_looks_after(page):
        notify(person=person, kind=notice, path=WORK)


def _who_looks_after(page: ArticlePage) -> list[Person]:
    """Its owner, or everybody who writes here where the owner has gone on to other things."""
    owner = page.owner
    return [owner] if owner is not None and works_here(owner) else review.team()
