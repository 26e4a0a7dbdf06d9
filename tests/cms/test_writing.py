"""The preview marks what asks for something where it stands, and readers see none of it."""

import re

import pytest

from cms.laid_text import Mark, lay
from cms.models import ArticlePage, StoryPage
from tests.cms.library import draft, public, topic

QUOTED = "<blockquote><p>I am a schizophrenic.</p></blockquote>"


def test_a_place_in_the_words_is_a_place_in_the_html():
    html = '<p>Salt &amp; <b>pep</b>per for <a href="/x">here</a>.</p>' + QUOTED
    laid = lay(html)
    start = laid.words.index("pepper")

    marked = laid.marked(
        [Mark(start, start + 6, "hard", 1, "spice"), Mark(start, start + 3, "x", 2)]
    )

    assert laid.marked([]) == html
    assert "schizophrenic" in laid.words
    assert ("schizophrenic" in laid.own, "schizophrenic" in laid.quoted) == (False, True)
    assert [laid.words[a:b] for a, b in laid.links] == ["here"]
    assert re.sub(
        r'<mark id="said-p\w+" class="writing writing-hard" title="spice">', "[", marked
    ) == (
        "<p>Salt &amp; <b>[pep</mark></b>[per"
        '<sup>1</sup></mark> for <a href="/x">here</a>.</p>' + QUOTED
    )


LONG = "one two three four five six seven eight nine ten " * 3
TEXT = (
    f"<p>A schizophrenic lives next <b>door</b>. She utilises a kettle. {LONG}.</p>"
    '<p>Read more <a href="/learn/">here</a>.</p>'
)


@pytest.fixture
def seen(rf, fay):
    def preview(page):
        request = rf.get("/")
        request.user = fay
        return page.serve_preview(request, "").content.decode()

    return preview


@pytest.mark.django_db
def test_the_preview_marks_words_links_and_long_sentences_in_their_places(fay, gil, seen, client):
    shelf = topic()
    page = draft(shelf, by=fay, text=TEXT)
    other = public(shelf, by=fay, approved_by=gil)

    shown = seen(page)

    marked = re.findall(r'class="writing writing-(\w+)" title="[^"]*">([^<]+)<sup>', shown)
    assert marked == [("stops", "A schizophrenic"), ("hard", "utilises"), ("stops", "here")]
    assert '<span class="writing-note writing-long">long sentence</span>' in shown
    assert "or say below why there is no source" in shown
    assert "Reads like age" in shown.partition("<main")[0]
    assert re.search(r'<div class="writing-age-\d+"><aside', shown)
    assert "writing" not in client.get(other.get_url()).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "marked"), [(ArticlePage, "stops"), (StoryPage, "reason")])
def test_in_a_story_a_reason_is_enough(kind, marked, fay, seen):
    text = "<p>My neighbour is a schizophrenic.</p>"

    shown = seen(draft(topic(), by=fay, text=text, kind=kind))

    assert f'class="writing writing-{marked}"' in shown
