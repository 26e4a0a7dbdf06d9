"""The one mail there is about notices: it says that something waits, and not what or where.

Where a notice speaks of an hour, so does the mail: "You have something at 19:00", in the person's
zone and without a word more. Sent by the ticker, at most once an hour to a person, however many
notices wait; never in somebody's quiet hours or break, and only so many a day: the rest is in one
mail of the next morning. Who opened the notice meanwhile gets no mail, and an hour that has passed needs none.
A mail that could not be sent is tried again. Whoever is called to their work gets a mail of its own
at once, which none of this holds back.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from community.accounts import own_zone
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.notifications import kinds, quiet
from community.notifications.models import Notification
from community.notifications.queries import proved_address, stop_token, wants_mail, wishes_of

log = logging.getLogger(__name__)

QUIET = timedelta(hours=1)  # between two mails to one person
RETRY = timedelta(minutes=10)
CALL_AGAIN = timedelta(seconds=30)
_REACHABLE = (Standing.ACTIVE, Standing.SUSPENDED, Standing.WAITING)


def send_due(now: datetime) -> None:
    """The ticker's job: one mail for each person for whom one is due. First whoever is called."""
    waiting = Notification.objects.filter(mail_due__lte=now, read_at=None)
    calls = waiting.filter(kind__in=kinds.urgent())
    for person in sorted(set(calls.values_list("person_id", flat=True))):
        _call(person, now)
    due = waiting.exclude(kind__in=kinds.urgent())
    for person in sorted(set(due.values_list("person_id", flat=True))):
        _send_one(person, now)


def _call(person: int, now: datetime) -> None:
    """At once, whatever the hour and whatever was sent before; it counts for no budget. Claimed
    first, and given back where it could not leave."""
    with transaction.atomic():
        waiting = Notification.objects.select_for_update().filter(
            person_id=person, mail_due__lte=now, read_at=None, kind__in=kinds.urgent()
        )
        ids = [row.pk for row in waiting]
        claimed = Notification.objects.filter(pk__in=ids)
        claimed.update(mail_due=None)
    address = proved_address(person)
    is_here = Person.objects.filter(pk=person, standing=Standing.ACTIVE).exists()
    if not ids or not address or not is_here:
        return
    told = {"link": settings.SITE_URL + reverse("notifications:notices")}
    subject = render_to_string("notifications/mail/called_subject.txt").strip()
    words = render_to_string("notifications/mail/called.txt", told)
    try:
        EmailMultiAlternatives(subject, words, to=[address]).send()
    except OSError as error:
        log.warning("a call could not be sent: %s", type(error).__name__)
        claimed.filter(read_at=None).update(mail_due=now + CALL_AGAIN)


def _send_one(person: int, now: datetime) -> None:
    """Claims the notices first, so that two processes never send twice; gives them back where the
    mail could not leave."""
    with transaction.atomic():
        rows = list(
            Notification.objects.select_for_update()
            .filter(person_id=person, mail_due__lte=now, read_at=None)
            .exclude(kind__in=kinds.urgent())
            .select_related("person")
        )
        if not rows:
            return
        ids = [row.pk for row in rows]
        claimed = Notification.objects.filter(pk__in=ids)
        recent = Notification.objects.filter(person_id=person, mailed_at__gt=now - QUIET)
        if recent.exists():
            claimed.update(mail_due=now + QUIET)
            return
        later = _leaves_at(rows[0].person, now)
        if later > now:
            claimed.update(mail_due=later)
            return
        claimed.update(mail_due=None, mailed_at=now)
        if all(row.moment is not None and row.moment <= now for row in rows):
            claimed.update(mailed_at=None)
            return
    address = proved_address(person)
    if not address or not wants_mail(person) or rows[0].person.standing not in _REACHABLE:
        return
    try:
        _letter(address, _hours(rows, now), person=person).send()
    except OSError as error:
        log.warning("a mail could not be sent: %s", type(error).__name__)
        claimed.filter(read_at=None).update(mail_due=now + RETRY, mailed_at=None)


def _hours(rows: list[Notification], now: datetime) -> list[str]:
    """What the notices say of hours that lie ahead."""
    ahead = [row for row in rows if row.moment is not None and row.moment > now]
    with own_zone.of(rows[0].person):
        return [kinds.of(row.kind).said(row.moment) for row in ahead]


def _leaves_at(person: Person, now: datetime) -> datetime:
    """When this person's mail may leave: by their quiet hours, their break and their day's budget.
    Mails of one hour are one, so hours count, not notices."""
    with own_zone.of(person):
        zone = timezone.get_current_timezone()
    today = Notification.objects.filter(
        person=person, mailed_at__gte=quiet.day_begins(now, zone), mailed_at__lte=now
    )
    sent = today.values("mailed_at").distinct().count()
    return quiet.leaves_at(now, wishes=wishes_of(person.pk), zone=zone, sent_today=sent)


def _letter(address: str, hours: list[str], *, person: int) -> EmailMultiAlternatives:
    link = settings.SITE_URL + reverse("notifications:notices")
    stop = settings.SITE_URL + reverse("notifications:stop", args=[stop_token(person)])
    told = {"link": link, "hours": hours, "stop": stop}
    subject = render_to_string("notifications/mail/waits_subject.txt").strip()
    text = render_to_string("notifications/mail/waits.txt", told)
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    letter = EmailMultiAlternatives(subject, text, to=[address], headers=headers)
    letter.attach_alternative(render_to_string("notifications/mail/waits.html", told), "text/html")
    return letter
