"""The library answers for its public pages where rooms show a link to them."""

from groups.cards import cards
from tests.cms.library import draft, public, topic


def test_a_public_page_has_a_card_with_its_title_and_time(fay, gil):
    page = public(topic(), by=fay, approved_by=gil)

    card = cards([page.url])[page.url]

    assert (card.href, card.title) == (page.url, "When sleep will not come")
    assert str(card.side) == "1 minute to read"


def test_what_is_not_public_has_none(fay, gil):
    shelf = topic()
    hidden = draft(shelf, by=fay, title="Not yet")

    paths = [
        "/learn/sleep/not-yet/",
        "/learn/",
        "/learn/find/",
        "/learn/sleep/none/",
    ]

    assert hidden.url == paths[0]
    assert cards(paths) == {}


def test_any_number_of_links_is_three_questions(fay, gil, django_assert_num_queries):
    shelf = topic()
    pages = [public(shelf, by=fay, approved_by=gil, title=f"Page {number}") for number in range(3)]
    cards([pages[0].url])

    with django_assert_num_queries(3):
        assert len(cards(page.url for page in pages)) == 3
