"""The library as a reader finds it, signed in or not."""

import pytest

from cms import queries
from tests.cms.library import draft, public, topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    return topic()


def test_a_stranger_reads_what_two_people_stand_behind(shelf, fay, gil, client):
    page = public(shelf, by=fay, approved_by=gil)

    answer = client.get(page.get_url())

    assert page.get_url() == "/learn/sleep/when-sleep-will-not-come/"
    assert answer.status_code == 200
    assert "Sleep comes back in small steps." in answer.content.decode()


def test_a_draft_is_nowhere_to_be_found(shelf, fay, client):
    page = draft(shelf, by=fay, title="Secret draft about storms")

    pages = [client.get(address) for address in (page.get_url(), "/learn/", "/learn/sleep/")]
    found = client.get("/learn/find/", {"words": "storms"})

    assert pages[0].status_code == 404
    assert all("Secret draft" not in page.content.decode() for page in (*pages[1:], found))


@pytest.mark.parametrize(
    ("typed", "instead"),
    [("sleep", ""), ("SLEEP", ""), ("slepe", "sleep"), ("smal stepps", "small steps")],
)
def test_a_page_is_found_with_a_slip_of_the_finger(typed, instead, shelf, fay, gil):
    page = public(shelf, by=fay, approved_by=gil)

    found = queries.search(typed)

    assert [p.pk for p in found.pages] == [page.pk]
    assert found.instead == instead


def test_words_nobody_wrote_about_are_answered_kindly(shelf, client):
    answer = client.get("/learn/find/", {"words": "xylophone <b>"})

    assert "We have nothing about “xylophone &lt;b&gt;” yet." in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_front_asks_the_database_the_same_for_one_and_three(
    count, shelf, fay, gil, client, django_assert_num_queries
):
    for number in range(count):
        public(shelf, by=fay, approved_by=gil, title=f"Page {number}")
    client.get("/learn/")

    with django_assert_num_queries(8):
        answer = client.get("/learn/")

    assert answer.content.decode().count("link-list-link") == count + 1
