"""The desk in a real browser: on a phone, by keyboard, true within seconds, with and without
scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.safety.actions import desk, emergency
from community.safety.enums import Level, ReportReason
from community.safety.models import Duty, Item
from tests.browser.axe import findings
from tests.browser.pages import go
from tests.browser.rooms import wait_until
from tests.people import on_duty
from tests.safety.conftest import leaves, on_desk  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)


def enter(page):
    """Presses Enter, and waits for the page that comes."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def reach(page, selector):
    """Tabs on until the thing has the focus, as somebody without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached by keyboard")


@pytest.fixture
def night(evenings, leaves, ana, ben):  # noqa: F811
    """What a night left behind: one thing that needs someone now, one late, one for later."""
    now = timezone.now()
    return [
        on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk),
        on_desk(
            evenings.area, level=Level.TODAY, at=now - timedelta(hours=8), id="2", about=ana.pk
        ),
        on_desk(evenings.area, level=Level.CALM, at=now, id="3", about=ben.pk),
    ]


def test_emil_starts_takes_and_decides_by_keyboard(signed_in, live_server, emil, room, night):
    page = signed_in(emil).new_page()
    wrong = {}

    page.goto(live_server.url + "/desk/")
    wrong["desk"] = findings(page)
    first = page.locator(".desk-list li").first.bounding_box()
    reach(page, ".desk-list li:first-child a")
    enter(page)
    page.wait_for_url("**/desk/items/*/")
    wrong["covered"] = findings(page)
    reach(page, "form[action$='/take/'] button")
    enter(page)
    page.get_by_text("You have this since").wait_for()
    wrong["taken"] = findings(page)
    page.goto(f"{page.url}who/")
    wrong["who"] = findings(page)
    page.go_back()
    reach(page, "input[name=choice]")
    page.keyboard.press("Space")
    reach(page, "textarea[name=words]")
    page.keyboard.type("How are you right now?")
    reach(page, "form[action$='/decide/'] button")
    enter(page)
    page.get_by_text("It waits for the person").wait_for()
    wrong["done"] = findings(page)

    assert wrong == {name: [] for name in wrong}
    assert first["y"] + 44 <= 640
    assert Item.objects.get(pk=night[0].pk).state == "waiting"


def test_a_take_shows_on_the_other_screen_without_a_reload(
    signed_in, live_server, emil, noor, night
):
    page = signed_in(noor).new_page()
    page.goto(live_server.url + "/desk/")
    reach(page, ".desk-list li:nth-child(2) a")

    desk.take(item=night[0].pk, by=emil)
    page.get_by_text("emil-ash has this since").wait_for()

    assert page.evaluate("document.activeElement.closest('li')?.id") == f"item-{night[1].pk}"


def test_the_list_says_how_old_it_is_while_the_line_is_away(signed_in, live_server, emil, night):
    context = signed_in(emil)
    page = context.new_page()
    page.goto(live_server.url + "/desk/")

    context.set_offline(True)
    before = page.locator(".desk-list li").all_inner_texts()
    page.get_by_text("The line is away. This list is as it was at").wait_for()
    while_away = page.locator(".desk-list li").all_inner_texts()
    context.set_offline(False)
    page.get_by_text("This list is up to date.").wait_for()

    assert len(before) == len({item.pk for item in night})
    assert while_away == before
    assert page.get_by_text("The line is away.").count() == 0


def test_an_open_desk_keeps_a_short_lease(signed_in, live_server, emil, room):
    page = signed_in(emil).new_page()
    page.goto(live_server.url + "/desk/")

    page.select_option("select[name=second]", "none")
    go(page.get_by_role("button", name="Start my shift"))
    page.get_by_role("heading", name="You are on duty").wait_for()

    wait_until(page, lambda: Duty.objects.get().until < timezone.now() + timedelta(minutes=3))
    lease = Duty.objects.get()
    assert (lease.person, lease.place, lease.ended_at) == (emil, room.place, None)
    assert lease.until > timezone.now()


def test_the_number_of_emergency_services_starts_a_call_by_itself(
    signed_in, live_server, emil, room, night
):
    desk.take(item=night[0].pk, by=emil)
    on_duty(emil, room, until=timezone.now() + timedelta(minutes=10))
    emergency.ask_for_help(item=night[0].pk, why="A", tried=(), in_progress=True, by=emil)
    page = signed_in(emil).new_page()
    page.route("tel:**", lambda route: route.abort())

    with page.expect_response("**/desk/duty/ping/"):
        page.goto(f"{live_server.url}/desk/items/{night[0].pk}/emergency/")
    with page.expect_response("**/desk/duty/call/") as dialled:
        page.click("a.help-number")
    kept = Duty.objects.get()
    Duty.objects.update(call_renewed=True, until=kept.until - timedelta(minutes=5))
    page.click("a.help-number")

    page.locator("#call-said").get_by_text("as long as a call can keep them").wait_for()
    assert (dialled.value.status, kept.kind) == (200, "call")


OWN_PAGES = (
    "/me/reports/",
    "/me/record/",
    "/me/letters/",
    "/me/notices/",
    "/report/worried/",
    "/me/box/",
    "/me/in-danger/",
    "/me/break/",
)


def test_a_report_goes_in_two_steps_by_keyboard(signed_in, live_server, ana, leaves):  # noqa: F811
    page = signed_in(ana).new_page()
    wrong = {}

    page.goto(live_server.url + "/report/?kind=leaf&id=1")
    wrong["why"] = findings(page)
    reach(page, "input[name=reason]")
    page.keyboard.press("ArrowDown")
    reach(page, "main form button")
    enter(page)
    page.get_by_role("heading", name="Send this to the team?").wait_for()
    wrong["sure"] = findings(page)
    reach(page, "button[name=sure]")
    enter(page)
    page.get_by_role("heading", name="Thank you. The team has it.").wait_for()
    wrong["receipt"] = findings(page)
    for path in (*OWN_PAGES, "/report/outside/?kind=leaf&id=1"):
        page.goto(live_server.url + path)
        wrong[path] = findings(page)

    assert wrong == {name: [] for name in wrong}
    assert Item.objects.get().reports.get().reason == ReportReason.CHILD


@pytest.mark.parametrize("path", ["/desk/", "/desk/shift/end/", "/report/worried/", "/me/record/"])
def test_nothing_is_cut_off_at_320_pixels(path, signed_in, live_server, emil, room, night):
    page = signed_in(emil, viewport={"width": 320, "height": 640}).new_page()

    page.goto(live_server.url + path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_the_desk_still_works(signed_in, live_server, emil, room, night):
    page = signed_in(emil, java_script_enabled=False).new_page()

    page.goto(live_server.url + "/desk/")
    page.select_option("select[name=second]", "none")
    go(page.get_by_role("button", name="Start my shift"))
    go(page.locator(".desk-list li:first-child a"))
    go(page.locator("text=I take this"))
    page.check("input[name=choice][value=nothing]")
    page.select_option("select[name=why]", "settled")
    go(page.locator("form[action$='/decide/'] button").first)

    assert page.get_by_text("It is closed, and everybody concerned has an answer.").is_visible()
    assert Duty.objects.get().kind == "page"
    assert Item.objects.get(pk=night[0].pk).outcome == "nothing"
