"""Handing a page on: what is left is asked for at once, and nothing is lost."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import TaskState

from cms import checks
from cms.models import ArticlePage
from community.language.readability import read
from tests.cms.library import draft, topic
from tests.cms.test_second_person import _form
from tests.people import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture
def page(fay):
    return draft(topic(), by=fay)


def _post(person, page, **more):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return browser_of(person).post(address, _form(page, **more))


def _is_submitted(page):
    return TaskState.objects.filter(workflow_state__object_id=str(page.pk)).exists()


def test_everything_that_is_left_is_said_in_one_list(page, fay):
    bare = {"why_no_sources": "", "next_review": "", "title": "Words I typed just now"}

    answer = _post(fay, page, **bare, **{"action-submit": "1"})

    soup = BeautifulSoup(answer.content, "html.parser")
    listed = [item.get_text() for item in soup.select(".messages .errorlist li")]
    assert answer.status_code == 200
    assert "Nothing is lost" in answer.content.decode()
    assert [line for line in listed if "source" in line.lower()]
    assert [line for line in listed if "A year is usual" in line]
    assert "Words I typed just now" in str(soup.find(attrs={"name": "title"}))
    assert not _is_submitted(page)


def test_a_draft_is_saved_without_any_of_it(page, fay):
    answer = _post(fay, page, why_no_sources="", next_review="", title="Half a thought")

    page.refresh_from_db()
    assert answer.status_code == 302
    assert page.get_latest_revision().content["title"] == "Half a thought"


def test_a_new_draft_needs_no_more_than_a_title(page, fay):
    address = reverse("wagtailadmin_pages:add", args=["cms", "articlepage", page.get_parent().pk])

    answer = browser_of(fay).post(
        address, _form(page, title="A new thought", summary="", slug="", **{"body-count": "0"})
    )

    assert answer.status_code == 302
    assert ArticlePage.objects.get(title="A new thought").slug == "a-new-thought"


@pytest.mark.parametrize("kind", ["heading", "text", "steps", "quote", "picture", "care"])
def test_a_draft_with_an_empty_block_is_kept(kind, page, fay):
    empty = page.body.stream_block.child_blocks[kind].get_default()
    page.body = [(kind, empty), ("text", "<p>Words.</p>")]

    page.save_revision(user=fay, clean=False)
    page.full_clean()

    assert page.words == "Words."


def test_a_reason_stands_in_for_sources(page, fay):
    _post(fay, page, **{"why_no_sources": "Only about our own groups.", "action-submit": "1"})

    assert _is_submitted(page)


def test_a_new_page_comes_with_a_year_until_its_review(fay):
    page = draft(topic(), by=fay)

    assert ArticlePage.objects.get(pk=page.pk).next_review is not None


class Block:
    """A block of a page's text."""

    def __init__(self, block_type, value):
        self.block_type, self.value = block_type, value


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ({}, []),
        ({"body": []}, [checks.NO_WORDS]),
        ({"body": [Block("picture", {"words": " "})]}, [checks.NO_PICTURE_WORDS]),
        ({"body": [Block("picture", {"words": "A path"})]}, []),
        ({"sources": []}, [checks.NO_SOURCES]),
        ({"sources": [], "why_no_sources": "ours"}, []),
        ({"next_review": None}, [checks.NO_NEXT_REVIEW]),
    ],
)
def test_what_is_left(more, left):
    whole = {
        "body": [Block("text", "Words")],
        "sources": ["NHS"],
        "why_no_sources": "",
        "next_review": "2027-01-01",
    }

    assert checks.what_is_left(**{**whole, **more}) == left


def test_how_it_reads_is_said_without_grades():
    easy = read("We sat down. The tea was hot.")
    long = read("It is late and " + "the rain falls and " * 12 + "we stay.")

    assert checks.reading_in_words(easy) == "Reads like age 6. No sentence is long."
    assert "1 long sentence:" in checks.reading_in_words(long)
    assert checks.long_sentences(long) == [
        "It is late and the rain falls and the rain falls and the rain …"
    ]
    assert checks.reading_in_words(read("")) == "Nothing to read yet."
    assert checks.grades_in_words(easy, hardest=8) == (
        "School grade 0.0 by Flesch-Kincaid, 3.1 by SMOG. This library allows 8."
    )


def test_the_editor_shows_how_the_page_reads(page, fay):
    answer = browser_of(fay).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert "Reads like age" in answer.content.decode()


def test_the_front_of_the_editor_asks_what_to_write(page, fay, hana):
    shelf = page.get_parent()
    add = reverse("wagtailadmin_pages:add", args=["cms", "articlepage", shelf.pk])

    fays = browser_of(fay).get("/cms/").content.decode()
    hanas = browser_of(hana).get("/cms/").content.decode()

    assert "What would you like to write?" in fays
    assert f'href="{add}"' in fays
    assert browser_of(fay).get(add).status_code == 200
    assert "What would you like to write?" not in hanas


def test_a_preview_stands_in_the_editors_frame(page, fay):
    browser = browser_of(fay)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    sent = browser.post(address, _form(page, title="Seen before it is saved"))
    answer = browser.get(address)

    assert sent.json()["is_valid"] is True
    assert "Seen before it is saved" in answer.content.decode()
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "Content-Security-Policy" not in answer


def test_a_page_without_a_text_says_so_in_plain_words(page, fay):
    answer = _post(fay, page, **{"body-count": "0", "action-submit": "1"})

    soup = BeautifulSoup(answer.content, "html.parser")
    listed = [item.get_text().strip() for item in soup.select(".messages .errorlist > li")]
    told = soup.select_one(".messages > ul > li").get_text().strip()
    assert told.startswith(str(checks.SOMETHING_LEFT))
    assert [line for line in listed if "There is no text yet." in line]
    assert not [line for line in listed if "StreamBlock" in line]


def test_pictures_that_say_nothing_are_counted_while_one_writes(page):
    kind = page.body.stream_block.child_blocks["picture"]
    mute, spoken = kind.get_default(), kind.get_default()
    spoken["words"] = "A lamp in a window."
    page.body = [("picture", mute), ("picture", spoken)]

    assert checks.pictures_in_words(page.body) == "1 picture does not say yet what it shows."
    assert checks.pictures_in_words([]) == ""
