"""A meeting in real browsers: the strip, coming and going, planning by keyboard; every page checked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from groups.models import Arrival, Meeting, Reply
from tests.browser.axe import findings
from tests.browser.keys import Keys
from tests.browser.pages import go
from tests.groups.meetings import meet_at
from tests.people import on_duty

MINUTE = timedelta(minutes=1)


@pytest.fixture
def meeting(transactional_db, emil, room):
    """It began five minutes ago, and Emil hosts it."""
    begins = timezone.now() - 5 * MINUTE
    return meet_at(room, begins, by=emil, notes="bad dreams", hosts=(emil,), places=8)


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_strip_stays_open_when_the_room_looks_again(live_server, signed_in, meeting, ana, emil):
    on_duty(emil, meeting.room, until=timezone.now() + 60 * MINUTE)
    page = signed_in(ana).new_page()
    page.goto(f"{live_server.url}/rooms/{meeting.room_id}/")
    more = page.locator("#tonight")
    assert "Sleep" in more.locator("summary").inner_text()

    more.locator("summary").press("Enter")
    page.get_by_text("Speak from your own life.").wait_for()
    Meeting.objects.update(topic="Rest")
    page.evaluate("kindred.refresh()")

    page.locator("#tonight summary", has_text="Rest").wait_for()
    assert page.get_by_text("Speak from your own life.").is_visible()
    assert fits(page)
    assert findings(page) == []


@pytest.mark.parametrize("scripts", [True, False])
def test_one_comes_and_goes_by_keyboard(live_server, signed_in, meeting, ana, emil, scripts):
    on_duty(emil, meeting.room, until=timezone.now() + 60 * MINUTE)
    page = signed_in(ana, java_script_enabled=scripts).new_page()
    page.goto(f"{live_server.url}/rooms/{meeting.room_id}/arriving/")
    page.locator("[name=came]").first.focus()
    page.keyboard.press("Space")
    go(page.get_by_role("button", name="Go in"), key="Enter")
    page.wait_for_url(f"**/rooms/{meeting.room_id}/")

    go(page.get_by_role("link", name="I am going"), key="Enter")
    page.wait_for_url("**/going/")
    page.locator("[name=left]").last.focus()
    page.keyboard.press("Space")
    go(page.get_by_role("button", name="Say it, and go"), key="Enter")

    page.get_by_role("heading", name="You go lower than you came").wait_for()
    assert page.get_by_text("emil-ash is told, and says hello.").is_visible()
    assert [(one.came, one.left) for one in Arrival.objects.all()] == [("5", "1")]


def test_a_week_is_planned_and_answered_by_keyboard_without_a_script(
    live_server, signed_in, transactional_db, ana, emil, room
):
    page = signed_in(emil, java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/groups/evenings/meetings/plan/")
    host = Keys(page)
    host.to("#id_day")
    host.type("11122030")
    host.to("#id_clock")
    host.type("0700PM")
    host.to("#id_topic")
    host.type("Sleep")
    host.to("emil-ash, moderator")
    host.press("Space")
    host.go("Plan it")
    page.get_by_text("It is planned.").wait_for()

    member = signed_in(ana, java_script_enabled=False).new_page()
    member.goto(f"{live_server.url}/groups/evenings/meetings/")
    keys = Keys(member)
    keys.go("Tue 12 Nov, 19:00")
    keys.go("I will come")
    member.get_by_text("You said you will come.").wait_for()

    assert list(Reply.objects.values_list("person__handle", "answer")) == [("ana-lark", "comes")]


def test_no_page_of_meetings_has_a_fault_of_access(live_server, signed_in, meeting, ana, emil):
    here = f"/groups/evenings/meetings/{meeting.pk}/"
    seen = {
        ana: ["/groups/evenings/meetings/", here, "/me/calm/"]
        + [f"/rooms/{meeting.room_id}/{rest}/" for rest in ("arriving", "going")],
        emil: ["/groups/evenings/meetings/plan/", "/groups/evenings/meetings/hosts/", here]
        + [here + rest for rest in ("change/", "cancel/", "visit/", "script/")],
    }

    found = {}
    for person, paths in seen.items():
        page = signed_in(person, viewport={"width": 320, "height": 640}).new_page()
        for path in paths:
            page.goto(live_server.url + path)
            found[path] = (findings(page), fits(page))

    assert found == dict.fromkeys(found, ([], True))
