"""The demo's library: pages two people stand behind, easy to read, with sources."""

import re
from collections import Counter

import pytest
from django.utils import timezone

from cms import queries
from cms.models import ArticlePage, GlossaryPage, TopicPage
from community.accounts.enums import Role
from community.accounts.models import Person
from community.demo import library
from community.demo.library_text import articles, read
from community.house.actions import mark_demo
from tests.cms.library import draft, topic
from tests.people import once, person

PATHS = {
    "getting-help/options-talking-treatments/": "How sure we are",
    "work-and-rights/letter-to-an-employer/": "data-blank",
    "with-other-people/session-a-hard-week/": "A plan for a meeting of 60 minutes",
    "day-by-day/course-small-steps/": "My place in this course",
    "day-by-day/course-small-steps/step-2-one-small-thing/": "A small practice",
    "day-by-day/when-sleep-will-not-come/easy-sleep/": "Read the whole page",
    "day-by-day/when-sleep-will-not-come/": "Read this in short, easy sentences",
    "glossary/": "Peer support",
    "you-said/": "Not yet.",
    "local-services/": "Support groups near here",
    "with-other-people/story-the-bench/": "A story by M., shared freely.",
    "getting-help/answer-will-they-lock-me-up/": "A question people asked us",
}

ALONE = ("glossary/", "day-by-day/when-sleep-will-not-come/easy-sleep/")

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


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


def test_every_page_is_public_and_stands_where_it_belongs(loaded):
    pages = list(ArticlePage.objects.live())
    kinds = Counter(written.kind for written in library.pages())

    assert len(pages) == len(library.pages())
    assert (kinds["article"], kinds["course"], kinds["step"], kinds["session"]) == (14, 1, 4, 3)
    assert [topic.title for topic in queries.topics()] == list(library.TOPICS)
    assert {page.latest_revision.user for page in pages} == {loaded["Fay"]}
    assert all(queries.articles_of(topic) for topic in TopicPage.objects.all())
    assert len(GlossaryPage.objects.get().terms) == 30
    practices = {int(n) for one in articles() for n in one.facts["practices"].split()}
    assert practices == set(range(1, 11))


def test_every_page_says_that_it_is_a_sample(loaded):
    assert all("Sample text of this demo." in page.words for page in ArticlePage.objects.all())


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


@pytest.mark.parametrize("written", articles(), ids=lambda written: written.slug)
def test_a_page_is_easy_and_says_where_it_comes_from(written, loaded):
    page = ArticlePage.objects.get(slug=written.slug)

    assert page.reading.grade <= 6
    assert 400 <= page.reading.words <= 750
    assert len(page.sources) >= 3
    assert all(source.value["address"].startswith("https://") for source in page.sources)
    assert "care" in {block.block_type for block in page.body}
    assert page.next_review is not None


def test_every_other_page_is_easy_too_and_gives_its_ground(loaded):
    for page in ArticlePage.objects.all():
        assert page.reading.grade <= 6, page.title
        assert page.sources or page.why_no_sources, page.title


def test_every_kind_of_page_opens_for_a_stranger(loaded, client):
    answers = {path: client.get(f"/learn/{path}").content.decode() for path in PATHS}

    assert {path for path, words in PATHS.items() if words not in answers[path]} == set()
    assert all(re.search(r"minutes? to read · for ", answer) for answer in answers.values())
    assert all("<h2>Read on</h2>" in answers[path] for path in ALONE)
    assert 'For days when: <a href="/learn/for/' in answers["day-by-day/when-sleep-will-not-come/"]
    assert max(len(answer) for answer in answers.values()) < 40_000


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

    assert "Checked by a clinical reviewer and by somebody who has lived with this." in page
    assert all(one.handle not in page for one in loaded.values())


def test_a_sample_page_does_not_say_that_it_was_checked(loaded, client):
    mark_demo(leads={})

    page = client.get("/learn/day-by-day/when-sleep-will-not-come/").content.decode()

    assert "Checked by" not in page  # it stands beside "Nobody has checked it"
    assert "invented people play the checks" in page
