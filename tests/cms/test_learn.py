"""The library as a reader finds it, signed in or not."""

import pytest

from cms import queries
from community.help.actions import plant
from community.help.models import Country, Helpline
from tests.cms.library import checked, draft, public, topic
from tests.people import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


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


def test_whoever_types_a_title_finds_that_page_first(shelf, fay, gil):
    often = "Sleep will not come when it is called. " * 8
    public(shelf, by=fay, approved_by=gil, title="Nights", text=f"<p>{often}</p>")
    titled = public(shelf, by=fay, approved_by=gil)

    first, *_ = queries.search("sleep will not come").pages

    assert first.pk == titled.pk


def test_words_nobody_wrote_about_are_answered_kindly(shelf, client):
    answer = client.get("/learn/find/", {"words": "xylophone <b>"})

    assert "We have nothing about “xylophone &lt;b&gt;” yet." in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_front_asks_the_database_the_same_for_one_and_three(
    count, shelf, fay, gil, ana, client, django_assert_num_queries
):
    for number in range(count):
        public(shelf, by=fay, approved_by=gil, title=f"Page {number}")
    browser = browser_of(ana)
    browser.get("/learn/")

    with django_assert_num_queries(15):
        answer = browser.get("/learn/")

    assert answer.content.decode().count("link-list-link") == count + 1


@pytest.mark.parametrize("path", ["/learn/", "/learn/sleep/", None])
def test_a_stranger_costs_one_question_and_little_paper(
    path, shelf, fay, gil, client, django_assert_num_queries
):
    page = public(shelf, by=fay, approved_by=gil)
    first = client.get(path or page.get_url())

    with django_assert_num_queries(1):
        again = client.get(path or page.get_url())

    assert again.content == first.content
    assert len(again.content) < 40_000


def test_strangers_ask_again_cheaply_and_never_read_an_old_page(shelf, fay, gil, client):
    address = public(shelf, by=fay, approved_by=gil).get_url()

    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "Cookie" in first["Vary"]
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_read_with_a_session_is_kept_nowhere(shelf, fay, gil, ana):
    address = public(shelf, by=fay, approved_by=gil).get_url()

    assert browser_of(ana).get(address)["Cache-Control"] == "no-store, private"


def test_what_a_stranger_looked_for_is_kept_nowhere(client):
    answer = client.get("/learn/find/", {"words": "sleep"})

    assert "no-store" in answer["Cache-Control"]


def test_equally_near_words_lead_to_what_our_pages_are_about(shelf, fay, gil):
    public(shelf, by=fay, approved_by=gil, text="<p>Sleep, sleep and sleep. I slept.</p>")

    assert queries.search("slepe").instead == "sleep"


def test_a_care_card_holds_the_lines_of_this_place(shelf, fay, gil, client):
    plant(Country, Helpline)
    page = draft(shelf, by=fay)
    page.body = [
        ("care", {"level": "now", "text": "<p>You need not wait.</p>"}),
        ("care", {"level": "soon", "text": "<p>Ask somebody.</p>"}),
    ]
    page.save_revision(user=fay)
    checked(page, by=gil).publish(user=gil)

    words = client.get(page.get_url()).content.decode()
    page.refresh_from_db()

    assert 'href="tel:999"' in words
    assert 'href="tel:116123"' in words
    assert "Childline" not in words
    assert page.words == "You need not wait.\n\nAsk somebody."
    assert "the team is usually here from 08:00 until 22:00" in words


def test_a_page_says_its_topic_and_grade_and_search_engines_find_the_map(shelf, fay, gil, client):
    text = "<p>Sleep comes back in small steps.</p>" * 12
    page = public(shelf, by=fay, approved_by=gil, text=text)

    shown = client.get(page.get_url()).content.decode()

    assert '<a class="back-link" href="/learn/sleep/">Sleep</a>' in shown
    assert "Reading grade" in shown
    assert "/learn/sitemap.xml" in client.get("/robots.txt").content.decode()
