"""Calendar files that say when, and nothing else: no name, no place, no word of what it is."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from groups.calendar_file import Entry, calendar


def named(what: str) -> str:
    """A name for an entry that stays the same and says nothing; two people's differ, so that nothing
    in their calendars joins them."""
    digest = hmac.new(settings.SECRET_KEY.encode(), f"calendar:{what}".encode(), hashlib.sha256)
    return str(UUID(bytes=digest.digest()[:16], version=4))


def file_of(entries: Iterable[tuple[str, datetime, datetime]]) -> HttpResponse:
    """The file, to be kept or opened."""
    text = calendar(
        (Entry(uid, begins, ends) for uid, begins, ends in entries),
        title=_("Appointment"),
        now=timezone.now(),
    )
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response
