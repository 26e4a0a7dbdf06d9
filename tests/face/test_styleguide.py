"""The page of all parts shows all of them, in every state."""

import re
from pathlib import Path

import pytest

PARTS = Path("community/templates/components")
STYLES = Path("community/static/css/components")
# Drawn by its words alone: the part itself would count the seconds of a session and hide.
BY_HAND = {"components/stay.html"}
# Said of a whole page, by scripts or in the demo.
OF_THE_PAGE = {"covered", "scripted", "footer-demo"}


@pytest.fixture
def page(client, db):
    return client.get("/styleguide/")


def test_every_part_is_drawn(page):
    drawn = {template.name for template in page.templates}

    missing = {str(part.relative_to(PARTS.parent)) for part in PARTS.rglob("*.html")} - drawn

    assert missing == BY_HAND


def test_every_state_of_a_part_is_drawn(page):
    said = re.findall(r'class="([^"]*)"', page.text)
    drawn = {name for names in said for name in names.split()} | OF_THE_PAGE

    missing = {sheet.name: _classes(sheet) - drawn for sheet in STYLES.glob("*.css")}

    assert {name: states for name, states in missing.items() if states} == {}


def _classes(sheet):
    """The names a sheet has rules for."""
    rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}", "", sheet.read_text(), flags=re.DOTALL)
    return set(re.findall(r"\.([a-z][a-z-]*)", rules))
