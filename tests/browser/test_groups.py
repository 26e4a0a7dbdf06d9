"""Groups on a small phone: long names, no scripts, nothing the checker finds."""

import pytest

from community.accounts.models import Person
from groups.models import Room, SupportGroup
from tests.browser.axe import findings
from tests.browser.pages import go
from tests.people import group, join

pytestmark = pytest.mark.django_db(transaction=True)
SMALL = {"viewport": {"width": 320, "height": 568}}


@pytest.fixture
def long_names(evenings, room, emil):
    """Everything is called by the longest single word that fits."""
    SupportGroup.objects.update(title="g" * 80, description="d" * 300, agreement="a" * 200)
    Room.objects.update(title="r" * 80)
    Person.objects.filter(pk=emil.pk).update(handle="W" * 30)


def sideways(page):
    """How far the page is wider than the phone."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def looked_at(context, address):
    page = context.new_page()
    page.goto(address)
    return sideways(page), findings(page)


def test_long_names_break_for_members(ana, cleo, long_names, live_server, signed_in):
    join(ana, group("others", title="Others"))
    window = signed_in(ana, **SMALL, bypass_csp=True)

    for path in ("/me/", "/me/rooms/", "/groups/", "/groups/evenings/"):
        assert looked_at(window, live_server.url + path) == (0, []), path
    window = signed_in(cleo, **SMALL, bypass_csp=True)
    assert looked_at(window, f"{live_server.url}/groups/evenings/come-in/") == (0, [])


def test_long_names_break_for_coordinators(hana, long_names, live_server, signed_in):
    window = signed_in(hana, **SMALL, bypass_csp=True)

    for path in ("/groups/run/", "/groups/run/evenings/", "/groups/run/new/", "/me/"):
        assert looked_at(window, live_server.url + path) == (0, []), path


def test_cleo_comes_in_and_leaves_without_scripts(cleo, room, live_server, signed_in):
    page = signed_in(cleo, **SMALL, java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/groups/")

    go(page.get_by_role("link", name="Evenings"))
    go(page.get_by_role("main").get_by_role("link", name="Come in"))
    go(page.get_by_role("button", name="I agree, let me in"))
    assert page.url.endswith(f"/rooms/{room.pk}/")

    page.goto(f"{live_server.url}/groups/evenings/")
    page.get_by_text("Leave this group").click()
    go(page.get_by_role("button", name="Leave the group"))
    assert "You have left the group." in page.content()
