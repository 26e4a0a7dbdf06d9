"""A receipt shows what was promised when it was sent: it neither slides nor tells of others."""

from datetime import timedelta

from django.utils import timezone

from community.safety.actions import reporting
from community.safety.clocks import PROMISES
from community.safety.enums import ItemState, Level, ReportReason
from community.safety.models import Item, Report
from tests.people import browser_of, on_duty


def receipt_of(somebody, report):
    return browser_of(somebody).get(f"/report/{report.receipt}/").content.decode()


def test_a_promise_never_slides(leaves, ana, emil, room):
    on_duty(emil, room, until=timezone.now() + timedelta(hours=9))
    told = reporting.report(kind="leaf", id="1", reason=ReportReason.HURTS, words="", by=ana)
    first = told.promised_by

    Report.objects.update(promised_by=first - timedelta(hours=9))

    page = receipt_of(ana, told)
    assert first == told.at + PROMISES[Level.TODAY]
    assert "That time has passed" in page
    assert "Somebody from the team is here and looks at it by" not in page


def test_a_receipt_says_nothing_of_what_others_raised(told, ana):
    before = receipt_of(ana, told)

    Item.objects.update(level=Level.NOW, promised_at=timezone.now())

    assert receipt_of(ana, told).replace("\n", "") == before.replace("\n", "")
    assert Item.objects.get().state == ItemState.OPEN
