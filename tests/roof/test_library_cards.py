"""The library answers for its public pages where rooms show a link to them, and rooms for what a page
speaks of."""

from groups.cards import cards
from groups.models import SupportGroup
from tests.cms.library import draft, public, topic
from tests.people import browser_of, group


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


def test_a_member_reads_where_a_page_can_be_talked_about(fay, gil, ana, client):
    for slug in ("awake", "dawn"):
        group(slug, title=slug.title(), members=[])
    SupportGroup.objects.filter(slug="awake").update(speaks_of="sleep\nlong nights")
    page = public(topic(), by=fay, approved_by=gil)

    mine, anybodys = (one.get(page.url).content.decode() for one in (browser_of(ana), client))

    assert '<a href="/groups/awake/" rel="nofollow">Talk about it in “Awake”</a>' in mine
    assert "Dawn" not in mine
    assert "Talk about it" not in anybodys
