"""What was approved for a day becomes public on it, and leaves on its own; what was held back goes on
when nothing is in the way any more: the ticker's job."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from cms.actions import holding
from cms.queries import holding as held


def keep_the_days(now: datetime) -> None:
    """A page that may not become public after all stops no other, and its editors are told."""
    for page in Page.objects.live().filter(expire_at__lte=now).specific():
        with transaction.atomic():
            page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    for revision in held.due():
        _try(revision, partial(revision.publish, log_action="wagtail.publish.scheduled"))
    _carry_on()


def _carry_on() -> None:
    """Pages that both checks stand behind already."""
    for state, revision in held.waiting():
        if not held.in_the_way(revision):
            state.revision = revision
            _try(revision, state.specific.approve)


def _try(revision: Revision, act: Callable[[], object]) -> None:
    try:
        with transaction.atomic():
            act()
    except (PermissionDenied, ValidationError):
        approved = revision.approved_go_live_at
        day = timezone.localdate(approved) if approved else timezone.localdate()
        holding.tell(revision, day=day)
