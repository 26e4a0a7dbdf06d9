"""The demo community on a server of its own, at an hour one can choose, seen by real browsers."""

import os
import shutil
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from community.demo.cast import PASSWORD
from tests import services
from tests.processes import ROOT, Server, free_port, manage

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LOCAL = "community.settings.local"
SERVED = "tests.looks.settings"  # as a server has it: joined, compressed and named by their content
NIGHT, EVENING = 23, 19
# What no page of ours shows to those who come: packing it takes eight seconds.
UNSERVED = [word for name in ("wagtail*", "admin", "rest_framework") for word in ("-i", name)]
PATIENCE = 240  # seconds until the demo is loaded, on a busy machine


class Demo:
    """A running demo. `zone` is the place on earth whose clocks show the wanted hour."""

    def __init__(self, url, zone, browser):
        self.url, self.zone, self.browser = url, zone, browser

    def window(self, **how):
        """Somebody's browser; nobody is signed in."""
        how = {"viewport": {"width": 360, "height": 740}, **how}
        context = self.browser.new_context(timezone_id=self.zone, **how)
        context.set_default_timeout(30_000)
        return context

    def signed_in(self, handle, **how):
        """A browser in which this person of the demo is signed in."""
        context = self.window(**how)
        page = context.new_page()
        page.goto(f"{self.url}/accounts/login/")
        page.locator("[name=login]").fill(handle)
        page.locator("[name=password]").fill(PASSWORD)
        page.locator("main form").get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/me/")
        page.close()
        return context

    def on_duty(self, handle="Emil"):
        """This moderator's own browser, on duty for every room of theirs. The lease of duty runs
        on while it shows one of the rooms."""
        context = self.signed_in(handle)
        page = context.new_page()
        page.goto(f"{self.url}/desk/")
        for box in page.locator("#duty input[type=checkbox]").all():
            box.check()
        page.select_option("select[name=second]", "none")
        with page.expect_navigation():
            page.get_by_role("button", name="Start my shift").click()
        return context

    def room(self, context, title="The long evening"):
        """The address of the room with this title, as this person finds it."""
        page = context.new_page()
        page.goto(f"{self.url}/me/rooms/")
        address = page.locator("main").get_by_role("link", name=title).first.get_attribute("href")
        page.close()
        return self.url + address


@contextmanager
def demo(*, hour, settings=LOCAL, browser=None, flags=()):
    """The demo where it is `hour` o'clock, on data of its own that are gone afterwards. `browser`:
    one that runs already; else one is started, with `flags` of one's own."""
    with ExitStack() as last:
        folder = Path(last.enter_context(tempfile.TemporaryDirectory(prefix="kindred-looks-")))
        zone, port = zone_at(hour), free_port()
        environment = {
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": settings,
            "PORT": str(port),
            "SITE_URL": f"http://127.0.0.1:{port}",
            "TIME_ZONE": zone,
        }
        if tables := os.environ.get("TABLES"):
            shutil.copyfile(tables, folder / "kindred.sqlite3")
        if settings == SERVED:
            with Server(manage("collectstatic", "--noinput", *UNSERVED), **environment) as collect:
                collect.process.wait(PATIENCE)
        server = Server(manage("dev"), port=port, log=folder / "log", **environment)
        last.enter_context(server)
        server.patience = PATIENCE
        server.says("Kindred is at").answers("/healthz")
        browser = browser or last.enter_context(chromium(flags))
        yield Demo(f"http://127.0.0.1:{port}", zone, browser)


@contextmanager
def chromium(flags):
    """The browser of this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*FLAGS, *flags])
        yield browser
        browser.close()


def chromium_path():
    """Where the browser is, the large build first; one sentence where there is none."""
    small, *large = services.BROWSERS
    path = next((found for name in (*large, small) if (found := shutil.which(name))), None)
    if path is None:
        sys.exit("This needs Chromium (Debian: the package chromium).")
    return path


def zone_at(hour):
    """A zone in which it is this hour now. The names of these zones count backwards."""
    ahead = (hour - datetime.now(UTC).hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def shown(path):
    """The path as somebody in the project's folder would type it."""
    return Path(path).resolve().relative_to(ROOT)
