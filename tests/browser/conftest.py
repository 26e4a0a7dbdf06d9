"""Real browsers against a real server. These tests run in a pytest process of their own."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from tests import services

# Playwright's own loop runs in this thread; the database is used beside it, never inside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
# All pages of one window are drawn by one process, and put on the screen by the browser itself. No
# page stands so long that its scripts were worth compiling well.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--in-process-gpu",
    "--renderer-process-limit=1",
    "--js-flags=--no-opt --no-maglev",
]
# The next page takes over the frame of the one before, where a new one costs a third of a page.
SAME_FRAME = "--enable-features=RenderDocument:level/subframe"
# How long a state may take to come, in milliseconds: a busy machine is slow, and is no fault of the
# page. How soon words are gone is measured by tests/faults and by the bench, where nothing else runs.
PATIENCE = 30_000
# A phone. Colours do not glide while the checker looks at them.
PHONE = {"viewport": {"width": 360, "height": 640}, "reduced_motion": "reduce"}
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright):
    """One browser for all; each test opens windows of its own in it."""
    browser = launched(playwright, SAME_FRAME)
    yield browser
    browser.close()


def launched(playwright, *more):
    """A browser that has just been started."""
    return playwright.chromium.launch(
        executable_path=services.chromium(), args=[*FLAGS, *more], timeout=4 * PATIENCE
    )


@pytest.fixture
def window(chromium):
    """`window()` is somebody's browser on a phone: cookies of its own, closed after the test."""
    opened = []

    def open_window(**how):
        context = chromium.new_context(**{**PHONE, **how})
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context

    yield open_window
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def one_server(django_db_setup):
    """One process for all, as each takes a second and a half to start."""
    from tests.servers import Server

    one = Server(HANDSHAKES_A_MINUTE="6000").start()  # all of them come from one address
    yield one
    one.stop()


@pytest.fixture
def server(one_server):
    """Pages and sockets of a real process on the database of the tests. A test may stop it."""
    if not one_server.runs:
        one_server.start()
    return one_server


@pytest.fixture
def signed_in(window, live_server):
    """`signed_in(ana)` is a browser in which Ana is signed in; keywords as for `window`."""
    from django.conf import settings

    from tests.people import browser_of

    def open_window(somebody, **how):
        session = browser_of(somebody).cookies[settings.SESSION_COOKIE_NAME].value
        context = window(**how)
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        return context

    return open_window
