"""What keeps a page from the public besides its words."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cms import gates
from cms.measured import measured
from cms.models import LibraryLimits, StoryPage
from community.language.readability import read
from community.wellbeing import instruments
from tests.cms.library import checked, draft, topic
from tests.people import browser_of

HARD = "<p>Pharmacological interventions necessitate individualised consideration. </p>" * 14


def _block(kind, **value):
    return SimpleNamespace(block_type=kind, value=value)


def _page(*body, words="Sleep comes back.", is_told=False):
    return SimpleNamespace(body=body, summary="Short.", own_words=lambda: words, is_told=is_told)


@pytest.mark.parametrize(
    ("links", "stops"),
    [
        (["here", "sleep diary"], True),
        (["Read more →"], True),
        (["https://example.org/a"], True),
        ([""], True),
        (["what helps at night", "A page about here and now"], False),
    ],
)
def test_a_link_says_where_it_leads(links, stops):
    found = gates.refusals(_page(), links=links, hardest=8)

    assert found == ([gates.LINK_WORDS] if stops else [])


def test_headings_have_text_and_pictures_and_recordings_have_words():
    text, heading = _block("text"), _block("heading")
    for body, found in (
        ([heading, text], []),
        ([heading, heading, text], [gates.EMPTY_HEADING]),
        ([text, heading], [gates.EMPTY_HEADING]),
        ([heading, _block("steps")], []),
        ([text, _block("steps"), heading, text], [gates.HEADING_ORDER]),
        ([_block("picture", words="A bench")], []),
        ([_block("picture", words="IMG_2041.JPG")], [gates.PICTURE_WORDS]),
        ([_block("picture", words=" ")], [gates.PICTURE_WORDS]),
        ([_block("recording", words="Hello.")], []),
        ([_block("recording", words="Hello.", is_film=True)], [gates.CAPTIONS]),
        ([_block("recording", words="Hello.", is_film=True, has_captions=True)], []),
        ([_block("recording", words="")], [gates.TRANSCRIPT]),
    ):
        assert gates.refusals(_page(*body), links=[], hardest=8) == found


def test_the_wording_of_published_scales_is_not_measured():
    scale = [str(item.words) for item in instruments.get("phq-9").items]
    plain = "Sleep comes back in small steps. " * 20

    assert measured(plain + ". ".join(scale)).grade == measured(plain).grade
    assert read(plain + ". ".join(scale)).grade > measured(plain).grade


def test_stories_short_texts_and_other_languages_are_not_measured(settings):
    hard = "Pharmacological interventions necessitate individualised consideration. " * 14
    words = {"words": hard}

    assert gates.refusals(_page(**words), links=[], hardest=8) == [gates.HARD]
    assert gates.refusals(_page(**words, is_told=True), links=[], hardest=8) == []
    assert gates.refusals(_page(words=hard[:120]), links=[], hardest=8) == []
    settings.LANGUAGE_CODE = "de"
    assert gates.refusals(_page(**words), links=[], hardest=8) == []


@pytest.mark.django_db
def test_the_site_says_how_hard_a_page_may_be(fay, gil):
    shelf = topic()
    page = draft(shelf, by=fay, text=HARD)
    revision = checked(page, by=gil)

    with pytest.raises(PermissionDenied, match="harder than this library allows"):
        revision.publish(user=gil)

    page.refresh_from_db()
    written = browser_of(fay).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert not page.live
    assert "harder than this library allows" in written.content.decode()
    LibraryLimits.objects.update(grade=200)
    revision.publish(user=gil)
    page.refresh_from_db()
    assert page.live
    assert StoryPage(title="x", summary="y", body=page.body).what_stops_it() == []
