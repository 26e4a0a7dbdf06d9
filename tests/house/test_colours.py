"""The operator's colour: whatever is chosen, every word can be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.house import colours, queries
from community.house.models import House
from tests.face.test_tokens import SETS, contrast
from tests.people import browser_of

COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
SIDES = [
    (colours.light, colours.LIGHT, colours.LIGHT_INK, "light"),
    (colours.dark, colours.DARK, colours.DARK_INK, "dark"),
]


@pytest.mark.parametrize("side", SIDES, ids=["light", "dark"])
def test_the_grounds_are_those_of_the_face(side):
    _, grounds, inks, name = side

    assert {key: SETS[name][key] for key in (*grounds, *inks)} == {**grounds, **inks}
    assert (
        SETS["light"]["on-action"],
        SETS["dark"]["on-action"],
    ) == (colours.ON_LIGHT, colours.ON_DARK)


@pytest.mark.parametrize("side", SIDES, ids=["light", "dark"])
@given(colour=COLOUR)
def test_a_colour_is_readable_everywhere_or_refused(side, colour):
    tones, grounds, inks, _ = side
    try:
        tokens = tones(colour)
    except ValueError:
        return

    assert min(contrast(tokens.action, ground) for ground in grounds.values()) >= 6
    assert contrast(tokens.action, tokens.action_tint) >= 6
    assert min(contrast(ink, tokens.action_tint) for ink in inks.values()) >= 7
    assert contrast(tokens.on_action, tokens.action_ground) >= 6
    assert contrast(tokens.on_action, tokens.action_ground_deep) >= 6


@pytest.mark.parametrize(
    ("tones", "usual"), [(colours.light, "light"), (colours.dark, "dark")], ids=["light", "dark"]
)
def test_our_own_colour_would_be_allowed(tones, usual):
    assert tones(SETS[usual]["action"]).action == SETS[usual]["action"]


def test_strong_contrast_keeps_its_own_colours():
    sheet = colours.stylesheet(on_light="#5a2a6e", on_dark="#e0b8f0")

    assert "contrast" not in sheet
    for selector in re.findall(r"(:root[^,{]*)[,{]", sheet):
        assert selector in (
            ":root:not([data-theme])", ':root[data-theme="light"]', ':root[data-theme="dark"]'
        )  # fmt: skip


def test_a_light_colour_alone_leaves_dark_devices_as_they_are():
    sheet = colours.stylesheet(on_light="#5a2a6e", on_dark="")

    device = sheet.split("@media not (prefers-color-scheme:dark)")
    assert ":root:not([data-theme])" not in device[0]
    assert ":root:not([data-theme])" in device[1]


@pytest.mark.django_db
def test_pages_ask_for_the_sheet_only_where_one_is_set(client):
    before = client.get("/").content.decode()
    House.objects.update_or_create(pk=House.load().pk, defaults={"accent": "#5a2a6e"})
    queries.forget()

    page = client.get("/").content.decode()

    assert "house.css" not in before
    assert '<link rel="stylesheet" href="/house.css?5a2a6e">' in page


@pytest.mark.django_db
def test_the_sheet_is_kept_by_browsers_signed_in_or_not(ana, client):
    House.objects.filter(pk=House.load().pk).update(accent="#5a2a6e")
    queries.forget()

    answers = [browser.get("/house.css?5a2a6e") for browser in (client, browser_of(ana))]

    assert [answer["Cache-Control"] for answer in answers] == ["public, max-age=86400"] * 2
    assert [answer["Content-Type"] for answer in answers] == ["text/css"] * 2
    assert all("--action:#5a2a6e" in answer.content.decode() for answer in answers)
