"""What leaves the house when somebody is called: one neutral mail, one knock at the pager.

The ticker's job. Each row is claimed first, so that two processes never send it twice, and is given
back where it could not leave. What somebody has taken since the call calls nobody any more, but for
whoever was asked for as the one who leads.
"""

import json
import logging
from datetime import datetime, timedelta
from http import HTTPStatus
from http.client import HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from community.notifications.queries import proved_address
from community.safety import clocks
from community.safety.enums import ItemState, Rung
from community.safety.models import Call
from community.safety.tell import path_of

log = logging.getLogger(__name__)

RETRY = timedelta(seconds=30)
MOST_TRIES = 8
_PATIENCE = 5  # seconds for a pager that is slow


def send_due(now: datetime) -> None:
    """Sends every row that is due; one that fails stops no other."""
    due = Call.objects.filter(due_at__lte=now).select_related("item", "person")
    for call in due.order_by("due_at", "pk"):
        if not _claim(call, now):
            continue
        if _is_over(call):
            Call.objects.filter(pk=call.pk).update(due_at=None)
            continue
        try:
            left = _knock(call) if call.person_id is None else _mail(call)
        except (OSError, ValueError, HTTPException) as error:
            log.warning("a call could not be sent: %s", type(error).__name__)
            continue
        Call.objects.filter(pk=call.pk).update(due_at=None, sent_at=now if left else None)


def _is_over(call: Call) -> bool:
    item = call.item
    if item.state == ItemState.CLOSED:
        return True
    is_taken_since = item.taken_at is not None and item.taken_at > call.at
    return is_taken_since and call.rung != Rung.LEAD


def _claim(call: Call, now: datetime) -> bool:
    """Counts the try and sets the next one, or none after the last."""
    again = now + RETRY if call.tries + 1 < MOST_TRIES else None
    mine = Call.objects.filter(pk=call.pk, due_at=call.due_at, tries=call.tries)
    return bool(mine.update(tries=call.tries + 1, due_at=again))


def _mail(call: Call) -> bool:
    assert call.person_id is not None
    address = proved_address(call.person_id)
    if not address:
        return False
    told = {"link": settings.SITE_URL + path_of(call.item)}
    subject = render_to_string("safety/mail/needed_subject.txt").strip()
    EmailMessage(subject, render_to_string("safety/mail/needed.txt", told), to=[address]).send()
    return True


def _knock(call: Call) -> bool:
    address = clocks.current().pager_url
    if not address:
        return False
    told = {
        "level": call.level,
        "rung": call.rung,
        "item": call.item_id,
        "at": call.at.isoformat(),
        "url": settings.SITE_URL + path_of(call.item),
    }
    _post(address, json.dumps(told))
    return True


def _post(address: str, body: str) -> None:
    """Raises OSError where the pager did not take it."""
    where = urlsplit(address)
    line = HTTPSConnection(where.netloc, timeout=_PATIENCE)
    try:
        path = f"{where.path or '/'}{'?' + where.query if where.query else ''}"
        line.request("POST", path, body, {"Content-Type": "application/json"})
        status = line.getresponse().status
    finally:
        line.close()
    if status >= HTTPStatus.BAD_REQUEST:
        raise ConnectionError(f"the pager answered {status}")
