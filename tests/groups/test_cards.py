"""A link to a page of this place shows its title; no other place is ever asked about anything."""

import re

import pytest
from django.urls import reverse

from groups import cards
from groups.cards import Card, paths_in
from groups.sending import look_again
from tests.people import browser_of
from tests.words import say

HOST = "testserver"


@pytest.fixture
def shelf(monkeypatch):
    """One public page at /pages/sleep/; answers what was asked."""
    asked = []

    def find(paths):
        asked.extend(sorted(paths))
        known = {"/pages/sleep/": Card("/pages/sleep/", "When sleep will not come", "3 minutes")}
        return {path: known[path] for path in paths if path in known}

    monkeypatch.setattr(cards, "_finds", {"/pages/": find})
    return asked


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        (f"See http://{HOST}/pages/sleep/.", ["/pages/sleep/"]),
        (f"(https://{HOST.upper()}/pages/sleep/?a=1#b)", ["/pages/sleep/"]),
        (f"http://{HOST}/pages/a/ http://{HOST}/pages/a/", ["/pages/a/"]),
        (f"http://{HOST}/rooms/0123456789/", []),
        ("https://example.org/pages/sleep/", []),
        (f"https://{HOST}.example.org/pages/sleep/", []),
        (f"https://example.org/?to=http://{HOST}/pages/sleep/", []),
        (f"http://me@{HOST}/pages/sleep/", []),
        ("http://[/pages/", []),
        (f"http://{HOST}/pages/a\x00/", []),
        ("/pages/sleep/", []),
    ],
)
def test_only_links_to_this_place_have_cards(shelf, body, paths):
    assert paths_in(body, host=HOST) == paths


@pytest.mark.parametrize(
    ("address", "asked_about"),
    [
        (f"http://{HOST}/pages/sleep/", False),
        (f"http://{HOST}/pages/sleep/?write=me", True),
        (f"http://{HOST}/pages/sleep/#me", True),
        (f"http://{HOST}/pages/none/", True),
        ("http://example.org/pages/sleep/", True),
    ],
)
def test_a_page_of_this_place_is_no_way_to_reach_anybody(shelf, settings, address, asked_about):
    settings.SITE_URL = f"http://{HOST}"

    found, _signal = look_again(f"This helped me: {address}.", "", room="", by=0)

    assert bool(found) == asked_about


def test_words_with_many_links_have_few_cards(shelf):
    body = " ".join(f"http://{HOST}/pages/{number}/" for number in range(9))

    assert len(paths_in(body, host=HOST)) == 3


def test_the_room_shows_the_title_below_the_link(ana, ben, wall, shelf):
    say(ben, wall, f"See http://{HOST}/pages/sleep/ and http://{HOST}/pages/gone/ tonight.")

    page = browser_of(ana).get(reverse("groups:room", args=[wall.pk])).content.decode()

    assert page.count('class="learn-card"') == 1
    assert '<span class="learn-card-title">When sleep will not come</span>' in page
    assert f'<a href="http://{HOST}/pages/sleep/" rel="noopener nofollow ugc">' in page
    assert shelf == ["/pages/gone/", "/pages/sleep/"]


def test_an_address_with_a_line_to_itself_is_seen_as_its_card_alone(ana, ben, wall, shelf):
    ours, beside = f"http://{HOST}/pages/sleep/", "http://example.org/pages/sleep/"
    say(ben, wall, f"For later:\n{ours}\n{beside}\n{ours}#top\nHere {ours} too")

    page = browser_of(ana).get(reverse("groups:room", args=[wall.pk])).content.decode()

    shown = page.split('class="message-words"')[1].split("</div>")[0]
    links = re.findall(r'<a href="([^"]+)" rel="noopener nofollow ugc"( hidden)?>', shown)
    assert links == [(ours, " hidden"), (beside, ""), (f"{ours}#top", ""), (ours, "")]
    assert shown.count('class="learn-card"') == 1


def test_a_page_without_such_links_asks_nobody(ana, wall, shelf):
    say(ana, wall, "https://example.org/pages/sleep/")

    browser_of(ana).get(reverse("groups:room", args=[wall.pk]))

    assert shelf == []


def test_words_that_arrive_later_ask_for_their_card(ana, shelf):
    browser, card = browser_of(ana), reverse("groups:card")

    found = browser.get(card, {"of": f"http://{HOST}/pages/sleep/"})
    missing = browser.get(card, {"of": f"http://{HOST}/pages/other/"})
    foreign = browser.get(card, {"of": "https://example.org/pages/sleep/"})

    title = "When sleep will not come"
    assert found.json() == {"href": "/pages/sleep/", "title": title, "side": "3 minutes"}
    assert (missing.status_code, foreign.status_code) == (404, 404)
    assert shelf == ["/pages/sleep/", "/pages/other/"]
