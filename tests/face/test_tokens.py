"""Colours: what must be read can be read, in every set."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = (Path(settings.BASE_DIR) / "community/static/css/tokens.css").read_text()
GROUNDS = ["paper", "surface", "sunk", "action-tint", "clay-tint", "honey-tint", "trouble-tint"]
PAGE_GROUNDS = ["paper", "surface", "sunk"]


def colours(selector):
    block = CSS.split(selector + " {", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


SETS = {name: colours(f'[data-theme="{name}"]') for name in ("light", "dark", "contrast")}


def contrast(one, other):
    def light(colour):
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", SETS)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["ink", "ink-soft"])
def test_words_keep_seven_to_one_on_every_ground(theme, ground, words):
    assert contrast(SETS[theme][words], SETS[theme][ground]) >= 7


@pytest.mark.parametrize("theme", SETS)
@pytest.mark.parametrize(
    ("words", "grounds"),
    [
        ("action", [*PAGE_GROUNDS, "action-tint", "honey-tint"]),
        ("clay", [*PAGE_GROUNDS, "clay-tint", "honey-tint"]),
        ("trouble", ["paper", "surface", "trouble-tint"]),
    ],
)
def test_coloured_words_can_be_read_where_they_stand(theme, words, grounds):
    found = {g: round(contrast(SETS[theme][words], SETS[theme][g]), 2) for g in grounds}

    assert min(found.values()) >= 6, found


@pytest.mark.parametrize("theme", SETS)
@pytest.mark.parametrize("ground", ["action-ground", "action-ground-deep"])
def test_buttons_can_be_read(theme, ground):
    assert contrast(SETS[theme]["on-action"], SETS[theme][ground]) >= 6


@pytest.mark.parametrize("theme", SETS)
@pytest.mark.parametrize("ground", PAGE_GROUNDS)
@pytest.mark.parametrize("edge", ["edge", "focus", "action"])
def test_edges_that_matter_can_be_seen(theme, ground, edge):
    assert contrast(SETS[theme][edge], SETS[theme][ground]) >= 3


def test_the_night_colours_are_the_same_by_choice_and_by_device():
    assert colours(":root:not([data-theme])") == SETS["dark"]


def test_no_part_has_a_colour_of_its_own():
    folder = Path(settings.BASE_DIR) / "community/static/css"
    loose = [
        f"{path.name}: {colour}"
        for path in folder.rglob("*.css")
        if path.name != "tokens.css"
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;\s])|rgb\(", path.read_text())
    ]

    # Print is black on white, and what covers a screen that was left is white.
    assert sorted(loose) == ["layout.css: #000", "leave-quickly.css: #fff"]


def test_paper_is_white_whatever_the_screen_is():
    before_dark = CSS.split('[data-theme="dark"] {')[0].rstrip()
    device = [line for line in CSS.splitlines() if "prefers-color-scheme" in line]

    assert before_dark.endswith("@media screen {")
    assert device == ["@media screen and (prefers-color-scheme: dark) {"]
