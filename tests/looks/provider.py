"""A provider's first ten minutes in pictures, for `make pictures`: from the log-in to an answer and a
sheet to decide on together."""

from community.demo.cast import PASSWORD

PHONE = {"width": 360, "height": 740}
STEPS = (
    ("2-the-second-step", "/accounts/2fa/"),
    ("3-my-page", "/me/"),
    ("4-people-who-brought-me", "/care/"),
    ("5-a-code-is-typed", "/care/typed/"),
    ("6-handed-over", ""),
    ("7-an-answer", "a[href*='/questions/']"),
    ("8-decide-together", "a[href*='/sheets/']"),
    ("9-not-part-of-this", "/groups/"),
)


def first_ten_minutes(house, keep):
    """`keep(picture, name)` for each step, small and light."""
    page = house.window(viewport=PHONE, color_scheme="light", reduced_motion="reduce").new_page()
    page.goto(f"{house.url}/accounts/login/")
    page.locator("[name=login]").fill("Ines")
    page.locator("[name=password]").fill(PASSWORD)
    keep(page.screenshot(full_page=True), "provider-1-log-in.png")
    page.locator("main form").get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/me/")
    for name, way in STEPS:
        if way.startswith("/"):
            page.goto(house.url + way)
        else:
            open_who_brought_me(house, page)
        if way.startswith("a["):
            page.locator(way).first.click()
        page.wait_for_load_state("load")
        keep(page.screenshot(full_page=True), f"provider-{name}.png")
    page.close()


def open_who_brought_me(house, page):
    """All that the first of them handed over."""
    page.goto(f"{house.url}/care/")
    page.locator("a.link-list-link").first.click()
    page.wait_for_load_state("load")


def sheet_of(house, context):
    """The address of the first sheet that this member decides on with somebody."""
    page = context.new_page()
    page.goto(f"{house.url}/me/care/")
    page.locator("a.link-list-link").first.click()
    address = page.locator("a[href*='/sheets/']:not(.button)").first.get_attribute("href")
    page.close()
    return house.url + address
