"""Journeys of the team on a phone: a shift from its first press to the hand-over, and a coordinator
who appoints, closes and opens again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.safety.models import Shift
from groups.enums import GroupState
from tests.browser.pages import go
from tests.people import group, on_duty, room
from tests.words import say

pytestmark = pytest.mark.django_db(transaction=True)

PHONE = {"viewport": {"width": 360, "height": 640}}


@pytest.fixture
def at(signed_in, live_server):
    """`at(emil, "/desk/")`: a page of somebody's own phone, opened there."""

    def opened(somebody, path):
        page = signed_in(somebody, **PHONE).new_page()
        page.goto(live_server.url + path)
        return page

    return opened


def press(page, name):
    go(page.locator("main").get_by_role("button", name=name, exact=True))


def test_emil_goes_on_duty_decides_a_report_with_words_to_both_and_hands_over(
    at, ana, ben, emil, noor, evenings, room
):
    on_duty(noor, room, until=timezone.now() + timedelta(hours=1))
    words = say(ben, room, "You are only making this up.")
    anas = at(ana, f"/rooms/{room.pk}/m/{words.seq}/report/")
    anas.get_by_label("It is cruel, or attacks someone").check()
    press(anas, "Continue")
    press(anas, "Send to the team")
    receipt = anas.url

    emils = at(emil, "/desk/")
    emils.select_option("select[name=second]", "none")
    press(emils, "Start my shift")
    go(emils.locator(".desk-list li:first-child a"))
    press(emils, "I take this")
    emils.locator("input[name=choice][value=hide]").check()
    emils.select_option("select[name=why]", "unkind")
    emils.locator("#id_words").fill("These words hurt somebody. Please leave them out.")
    emils.locator("textarea[name=to_reporters]").fill("Thank you. We spoke with the author.")
    press(emils, "Decide")
    emils.get_by_text("It is closed, and everybody concerned has an answer.").wait_for()
    emils.goto(emils.url.split("/desk/")[0] + "/desk/shift/end/")
    emils.locator("textarea[name=handover]").fill("Nothing open.")
    press(emils, "End my shift")

    anas.goto(receipt)
    anas.get_by_text("Thank you. We spoke with the author.").wait_for()
    bens = at(ben, "/me/record/")
    go(bens.locator(".link-list a").first)
    bens.get_by_text("These words hurt somebody. Please leave them out.").wait_for()
    noors = at(noor, "/desk/")
    noors.get_by_text("Nothing open.").wait_for()

    assert Shift.objects.get(person=emil).ended_at is not None


def test_hana_appoints_closes_and_opens_again(at, hana, emil, noor, ana):
    quiet = group("quiet", title="Quiet corner", members=[ana], moderators=[emil])
    room(quiet, title="The corner")
    page = at(hana, "/groups/run/quiet/")

    page.get_by_text("Appoint a moderator").click()
    page.select_option("select[name=person]", label="noor-vale")
    press(page, "Appoint")
    named = page.get_by_role("heading", name="noor-vale").is_visible()
    page.get_by_text("Close this group").click()
    press(page, "Close the group")

    quiet.refresh_from_db()
    assert (named, quiet.state) == (True, GroupState.CLOSED)
    press(page, "Open the group again")
    quiet.refresh_from_db()
    assert quiet.state == GroupState.OPEN
