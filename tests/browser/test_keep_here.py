"""A page of the library kept on this device: it opens without us, and goes with whoever kept it."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings
from tests.browser.pages import go
from tests.browser.rooms import leave_quickly, signed_in_at
from tests.cms.library import public, topic

pytestmark = pytest.mark.django_db(transaction=True)

KEPT = "async () => (await caches.keys()).filter((name) => name.startsWith('kept ')).length"
NONE_LEFT = f"async () => (await ({KEPT})()) === 0"
KEEP = "Keep on this device"


@pytest.fixture
def page(fay, gil):
    return public(topic(), by=fay, approved_by=gil)


def _kept(server, context, page):
    """A window in which somebody has pressed the button."""
    tab = context.new_page()
    tab.goto(server.url + page.get_url())
    tab.get_by_role("button", name=KEEP).click()
    expect(tab.get_by_text("Kept. It opens without a connection now.")).to_be_visible()
    tab.wait_for_function(
        "async () => (await navigator.serviceWorker.ready).active?.state === 'activated'"
    )
    return tab


def test_what_was_kept_opens_without_us_and_holds_nobody(ana, page, server, window):
    tab = _kept(server, signed_in_at(server, window(), ana), page)
    assert findings(tab) == []
    server.stop()

    tab.goto(f"{server.url}/learn/")  # not kept itself: the list of what is stands in its place
    go(tab.get_by_role("link", name=page.title))

    expect(tab.get_by_role("heading", level=1)).to_have_text(page.title)
    expect(tab.get_by_text("This is the copy kept on this device")).to_be_visible()
    assert ("ana-lark" in tab.content(), tab.locator("[data-online]").count()) == (False, 0)
    assert tab.evaluate("getComputedStyle(document.querySelector('.notice')).borderRadius") != "0px"
    tab.get_by_role("button", name="Take it off this device").click()
    tab.wait_for_function(NONE_LEFT)


@pytest.mark.parametrize("way", ["leaves quickly", "signs out", "is signed out elsewhere"])
def test_it_is_gone_when_whoever_kept_it(way, ana, page, server, window):
    context = signed_in_at(server, window(), ana)
    tab = _kept(server, context, page)

    if way == "leaves quickly":
        leave_quickly(tab)
    elif way == "signs out":
        tab.goto(f"{server.url}/me/")
        go(tab.get_by_role("button", name="Sign out"))
        tab.wait_for_url(f"{server.url}/")
    else:
        context.clear_cookies()
        tab.goto(f"{server.url}/groups/")

    tab.wait_for_function(NONE_LEFT)
    assert tab.evaluate(KEPT) == 0
