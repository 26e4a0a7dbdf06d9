"""Deciding together begins from an options sheet of the library, where there is one."""

import pytest
from django.utils.html import escape

from cms.models import OptionsPage
from community.care.actions import door
from community.care.models import Sheet
from tests.care.conftest import in_days
from tests.care.test_handing import page
from tests.cms.library import public, topic
from tests.people import browser_of

TITLE = "Talking to somebody once a week"
SIDES = {side: f"Words about {side}." for side in OptionsPage.SIDES}


@pytest.fixture
def choice(fay, gil):
    """The sheet, as everybody can read it."""
    return public(topic(), by=fay, approved_by=gil, title=TITLE, kind=OptionsPage, **SIDES)


def test_the_page_leads_to_a_sheet_that_both_can_follow_back_to_it(ana, ines, tie, choice):
    anas = browser_of(ana)
    way = f"/me/care/decide/?about={choice.pk}"
    begun = anas.get(way, follow=True)
    form = begun.context["form"].initial

    anas.post(begun.request["PATH_INFO"], {**form, "until": in_days(9).isoformat()})

    sheet = Sheet.objects.get()
    assert escape(way) in page(ana, choice.url)
    assert (form["title"], form["options"]) == (TITLE, f"{TITLE}\nNot now")
    assert (sheet.title, sheet.page) == (TITLE, choice.pk)
    for read in (
        page(ana, f"/me/care/{tie.pk}/sheets/{sheet.pk}/"),
        page(ines, f"/care/people/{tie.pk}/sheets/{sheet.pk}/"),
    ):
        assert f'href="{choice.url}"' in read


def test_a_page_that_is_gone_or_never_was_one_is_begun_from_nowhere(ana, tie, choice):
    choice.unpublish()
    for about in (choice.pk, 10**9 - 1, "x", "-1", "9" * 30):
        read = browser_of(ana).get(f"/me/care/{tie.pk}/sheets/", {"about": about})

        assert (read.status_code, TITLE in read.content.decode()) == (200, False)


def test_who_has_brought_nobody_reads_what_they_can_do(ana, choice):
    read = page(ana, f"/me/care/decide/?about={choice.pk}")

    assert "You have brought nobody of your care team here yet." in read


def test_who_has_ended_it_is_led_to_nobody(ana, tie, choice):
    door.end_as_member(tie=tie.pk, by=ana)

    read = page(ana, f"/me/care/decide/?about={choice.pk}")

    assert "Ines Vidal" not in read
