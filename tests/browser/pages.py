"""From page to page. A page that comes of a press is whole, with its scripts, before anything is asked
of it: on a busy machine the page of before stands for a while, and then the first half of the next."""

from playwright.sync_api import expect


def go(place, *, key=""):
    """Presses what leads on, with the mouse or with this key, and waits for the page that comes."""
    with place.page.expect_navigation():
        if key:
            place.press(key)
        else:
            place.click()


def reads(page, *words, place="main"):
    """Waits until all these words can be read in the place."""
    for each in words:
        expect(page.locator(place)).to_contain_text(each, use_inner_text=True)
