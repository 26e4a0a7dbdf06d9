"""An editor's first hour in pictures, for `make pictures`: from an empty page to a public one."""

import re

DESK = {"width": 1280, "height": 900}
FIRST = "A schizophrenic next door told me: light one lamp prior to the evening. Sit near it."
BETTER = "Somebody next door told me: light one lamp before the evening. Sit near it."
WHY = "It speaks of our own evenings."
TITLE = "A lantern for the evening"
PATIENT = 30_000
COUNTED = "[data-side-panel-toggle=checks] [data-side-panel-toggle-counter]:not([hidden])"
STILL = "() => document.getAnimations().every((one) => one.playState !== 'running')"


def first_hour(house, keep):
    """`keep(picture, name)` for each step: Fay writes, Gil and Dora check, a stranger reads."""
    page = _desk(house, "Fay")
    page.goto(f"{house.url}/cms/")
    page.wait_for_load_state("networkidle")
    keep(page.screenshot(), "editor-1-what-would-you-like-to-write.png")

    page.get_by_role("link", name="Article: Day by day", exact=True).click()
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=summary]").fill("Small lights when the day is over.")
    _write(page, FIRST)
    page.get_by_role("button", name="Toggle preview").click()
    shown = page.frame_locator("#w-preview-iframe")
    shown.locator("mark", has_text="schizophrenic").wait_for(timeout=PATIENT)
    page.locator(COUNTED).wait_for()
    keep(page.screenshot(), "editor-2-words-are-marked-while-she-writes.png")
    page.get_by_role("button", name="Toggle checks").click()
    page.locator("[data-side-panel=checks]").get_by_text("This stops the page").wait_for()
    keep(page.screenshot(), "editor-3-the-checks-count-them.png")

    _write(page, BETTER)
    page.get_by_role("button", name="Toggle preview").click()
    shown.locator("mark").first.wait_for(state="detached", timeout=PATIENT)
    page.get_by_text("Saved").first.wait_for()
    _press(page, "^Submit")
    page.locator(".messages").get_by_text("why there is no source").wait_for()
    shown.get_by_role("heading", name=TITLE).wait_for()
    page.wait_for_function(STILL)
    page.evaluate("scrollTo(0, 0)")
    keep(page.screenshot(), "editor-4-what-is-left-is-listed.png")

    page.locator("[name=why_no_sources]").fill(WHY)
    _press(page, "^Submit")
    page.wait_for_url(re.compile(r"/cms/pages/\d+/$"))
    _check(house, "Gil", keep, "editor-5-one-asks-whether-it-is-true.png")
    _check(house, "Dora", keep, "editor-6-one-asks-whether-it-helps.png")

    reader = house.window().new_page()
    reader.goto(f"{house.url}/learn/")
    reader.get_by_role("link", name=TITLE).first.click()
    reader.wait_for_load_state("networkidle")
    keep(reader.screenshot(full_page=True), "editor-7-a-stranger-reads.png")
    reader.context.close()
    page.context.close()


def _desk(house, who):
    page = house.signed_in(who, viewport=DESK).new_page()
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.set_default_timeout(PATIENT)
    return page


def _write(page, words):
    """The whole text anew, as hands do it."""
    area = page.locator("#panel-child-content-body-section [contenteditable=true]").last
    area.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(words, delay=15)


def _press(page, name):
    """One of the buttons at the foot of the editor."""
    button = page.get_by_role("button", name=re.compile(name))
    if not button.first.is_visible():
        page.get_by_role("button", name="More actions", exact=True).click()
    button.first.click()


def _check(house, who, keep, name):
    """Somebody opens what waits for them, and stands behind it."""
    page = _desk(house, who)
    page.goto(f"{house.url}/library/checks/")
    page.get_by_role("link", name=TITLE).click()
    page.wait_for_load_state("networkidle")
    keep(page.screenshot(), name)
    page.get_by_role("button", name="I stand behind this page").click()
    page.wait_for_load_state("networkidle")
    page.context.close()
