"""What was approved for a day becomes public on it, and leaves on its own: the ticker's job."""

import logging
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.models import Page, Revision

log = logging.getLogger(__name__)


def keep_the_days(now: datetime) -> None:
    """A page that may not become public after all stops no other."""
    for page in Page.objects.live().filter(expire_at__lte=now).specific():
        with transaction.atomic():
            page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    for revision in list(due):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except (PermissionDenied, ValidationError) as error:
            log.warning("page %s stays a draft: %s", revision.object_id, type(error).__name__)
