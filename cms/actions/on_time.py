"""What was approved for a day becomes public on it, and leaves on its own; what was held back goes on
when nothing is in the way any more: the ticker's job."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.models import Page, Revision, TaskState

from cms.actions import holding
from cms.queries import holding as held

log = logging.getLogger(__name__)


def keep_the_days(now: datetime) -> None:
    """A page that may not become public after all stops no other, and its editors are told."""
    for page in Page.objects.live().filter(expire_at__lte=now):
        _alone(partial(_leave, page))
    for revision in held.due():
        _alone(partial(_try, revision, partial(_publish, revision, now)))
    for state in held.states_checked():
        _alone(partial(_carry_on, state))


def _alone(act: Callable[[], object]) -> None:
    """What nobody foresaw of one page waits for the next time, and is no other page's trouble."""
    try:
        act()
    except Exception as error:
        log.warning("a page of the library could not be seen to: %s", type(error).__name__)


@transaction.atomic
def _leave(page: Page) -> None:
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _carry_on(state: TaskState) -> None:
    """A page that both checks stand behind already, where nothing else is in its way."""
    revision = held.checked_version(state)
    if revision is not None and not held.in_the_way(revision):
        _try(revision, partial(_approve, state))


def _try(revision: Revision, act: Callable[[], object]) -> None:
    try:
        with transaction.atomic():
            act()
    except (PermissionDenied, ValidationError):
        holding.tell(revision)


def _publish(revision: Revision, now: datetime) -> None:
    """Somebody may have taken its day away meanwhile."""
    due = Revision.objects.select_for_update().filter(approved_go_live_at__lte=now)
    if (found := due.filter(pk=revision.pk).first()) is not None:
        found.publish(log_action="wagtail.publish.scheduled")


def _approve(state: TaskState) -> None:
    """Somebody may have approved it, sent it back or changed it meanwhile."""
    open_ones = TaskState.objects.select_for_update().filter(status=TaskState.STATUS_IN_PROGRESS)
    found = open_ones.filter(pk=state.pk).first()
    revision = held.checked_version(found) if found is not None else None
    if found is not None and revision is not None and not held.in_the_way(revision):
        found.revision = revision
        found.specific.approve()
