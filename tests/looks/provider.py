"""A provider's first ten minutes in pictures, for `make pictures`: from one's own page to an answer."""

STEPS = (
    ("1-my-page", "/me/"),
    ("2-people-who-brought-me", "/care/"),
    ("3-a-code-is-typed", "/care/typed/"),
    ("4-handed-over", "a.link-list-link"),
    ("5-an-answer", "a[href*='/questions/']"),
    ("6-not-part-of-this", "/groups/"),
)


def first_ten_minutes(house, keep):
    """`keep(picture, name)` for each step, small and light."""
    page = house.signed_in("Ines", viewport={"width": 360, "height": 740}).new_page()
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    for name, way in STEPS:
        if way.startswith("/"):
            page.goto(house.url + way)
        else:
            if way.startswith("a.link"):
                page.goto(f"{house.url}/care/")
            page.locator(way).first.click()
        page.wait_for_load_state("load")
        keep(page.screenshot(full_page=True), f"provider-{name}.png")
    page.close()
