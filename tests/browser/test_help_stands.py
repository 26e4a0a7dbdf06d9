"""Help now opens from the browser's own copy: the server is gone, nobody had opened it before."""

import shutil

import pytest
from playwright.sync_api import expect

from community.help import actions, kept
from tests.browser.axe import findings
from tests.browser.rooms import leave_quickly, signed_in_at

pytestmark = pytest.mark.django_db(transaction=True)

KEPT = """async () => {
  const worker = await navigator.serviceWorker.getRegistration("/help-now/");
  return worker?.active?.state === "activated" && !!(await caches.match("/help-now/kept/"));
}"""


@pytest.fixture
def server(server, transactional_db):
    """The server of a house whose help page was written down."""
    actions.keep()
    yield server
    shutil.rmtree(kept.folder())


def test_after_any_page_the_numbers_open_without_the_server(ana, server, window):
    context = signed_in_at(server, window(), ana)
    page = context.new_page()
    page.goto(f"{server.url}/groups/")
    page.wait_for_function(KEPT)

    leave_quickly(page)
    page.wait_for_load_state("networkidle")  # the session's end is on its way
    server.stop()
    page.goto(f"{server.url}/help-now/")

    expect(page.get_by_role("link", name="999")).to_be_visible()
    expect(page.get_by_role("link", name="Call 116 123").first).to_be_visible()
    assert "ana-lark" not in page.content()
    assert findings(page) == []


def test_after_leaving_an_address_typed_in_still_opens_help(ana, server, window):
    page = signed_in_at(server, window(), ana).new_page()
    page.goto(f"{server.url}/groups/")
    page.wait_for_function(KEPT)
    leave_quickly(page)

    page.goto(f"{server.url}/help-now/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
