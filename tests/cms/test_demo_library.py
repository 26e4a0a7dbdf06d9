"""The demo's library: eight pages two people stand behind, easy to read, with sources."""

import pytest
from django.utils import timezone

from cms import queries
from cms.models import ArticlePage, TopicPage
from community.accounts.enums import Role
from community.accounts.models import Person
from community.demo import library
from community.demo.library_text import pages, read
from tests.cms.library import draft, topic
from tests.people import once, person

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def people(django_db_setup, django_db_blocker):
    """The library as the demo brings it, by these three, once for this file."""
    with once(django_db_blocker):
        made = {
            "Fay": person("fay-brook", Role.EDITOR),
            "Gil": person("gil-stone", Role.EDITOR, Role.REVIEWER),
            "Dora": person("dora-wren", Role.MENTOR),
        }
        library.load(made, now=timezone.now())
        yield made


@pytest.fixture
def loaded(people, db):
    """Every test changes only its own copy."""
    return people


def test_every_page_stands_on_a_shelf_and_is_public(loaded):
    articles = list(ArticlePage.objects.live())

    assert len(articles) == 8
    assert [topic.title for topic in queries.topics()] == list(library.TOPICS)
    assert {page.latest_revision.user for page in articles} == {loaded["Fay"]}
    assert all(queries.articles_of(topic) for topic in TopicPage.objects.all())


def test_loading_again_changes_nothing(loaded):
    before = list(ArticlePage.objects.values_list("pk", "latest_revision_id"))

    library.load(loaded, now=timezone.now())

    assert list(ArticlePage.objects.values_list("pk", "latest_revision_id")) == before


def test_taken_out_it_leaves_pages_of_others(loaded):
    fay = loaded["Fay"]
    own = draft(topic("Ours"), by=fay)

    library.unload()

    assert [page.pk for page in ArticlePage.objects.all()] == [own.pk]
    assert [shelf.title for shelf in TopicPage.objects.all()] == ["Ours"]
    assert Person.objects.filter(pk=fay.pk).exists()


@pytest.mark.parametrize("written", pages(), ids=lambda written: written.slug)
def test_a_page_is_easy_and_says_where_it_comes_from(written, loaded):
    page = ArticlePage.objects.get(slug=written.slug)

    assert page.reading.grade <= 6
    assert 400 <= page.reading.words <= 750
    assert len(page.sources) >= 3
    assert all(source.value["address"].startswith("https://") for source in page.sources)
    assert "care" in {block.block_type for block in page.body}
    assert page.next_review is not None


def test_a_page_reads_in_a_browser_as_it_was_written(loaded, client):
    page = client.get("/learn/day-by-day/when-sleep-will-not-come/").content.decode()

    assert "<h2>Why it happens</h2>" in page
    assert "<h3>A place to start</h3><ol><li>Get up at the same time each day" in page
    assert 'class="care care-now"' in page
    assert "NHS: Insomnia" in page


def test_text_is_text_whatever_signs_it_holds():
    written = read("x", "title: T\ntopic: P\nsummary: S\n\nA <b> & **strong** word\n\n- one\n- two")

    assert written.blocks == [
        ("text", "<p>A &lt;b&gt; &amp; <b>strong</b> word</p><ul><li>one</li><li>two</li></ul>")
    ]


def test_people_of_the_library_are_named_by_what_they_do(loaded, client):
    page = client.get("/learn/day-by-day/when-sleep-will-not-come/").content.decode()

    assert "somebody who has lived with this" in page
    assert all(one.handle not in page for one in loaded.values())
