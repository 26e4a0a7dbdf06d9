"""Words that hurt become public by no door; who tells their own story is not corrected."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from cms import wording
from cms.models import ArticlePage, Service, Situation, StoryPage, TopicPage
from cms.queries import work
from tests.cms.library import checked, draft, drawing, public, topic
from tests.cms.test_second_person import _form
from tests.people import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

HURTS = "<p>He is a lunatic. They say so.</p>"
STIGMA = "<p>She suffers from schizophrenia.</p>"


@pytest.fixture
def shelf():
    return topic()


def _refused(page, by):
    with pytest.raises(PermissionDenied) as no:
        checked(page, by=by).publish(user=by)
    return str(no.value)


@pytest.mark.parametrize("door", ["publish", "schedule", "workflow", "bulk"])
def test_a_word_that_hurts_is_public_by_no_door(door, shelf, fay, gil):
    page = draft(shelf, by=fay, text=HURTS)
    if door == "schedule":
        page.go_live_at = timezone.now() + timezone.timedelta(days=1)
        page.save_revision(user=fay)
    revision = checked(page, by=gil)

    if door in {"publish", "schedule"}:
        with pytest.raises(PermissionDenied, match=str(wording.MUST.words)):
            revision.publish(user=gil)
    elif door == "bulk":
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        browser_of(gil).post(f"{address}?id={page.pk}&next=/cms/", {"include_descendants": "on"})
    else:
        page.get_workflow().start(page, fay)

    page.refresh_from_db()
    assert not page.live
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_what_stands_beside_a_text_is_no_way_around(shelf, fay):
    page = draft(shelf, by=fay)
    text, said = page.body.raw_data[0], "He is a lunatic."
    found = {}
    for where in ("content_note", "why_no_sources", "search_description"):
        setattr(page, where, said)
        found[where] = wording.of_page(page).refusal(is_told=False, why="")
        setattr(page, where, "")
    for kind, name in (("picture", "words"), ("quote", "who"), ("recording", "title")):
        page.body = [text, {"type": kind, "value": {name: said}}]
        found[kind] = wording.of_page(page).refusal(is_told=False, why="")
    page.body = [text]

    assert found == dict.fromkeys(found, wording.MUST)
    assert wording.of_page(page).refusal(is_told=False, why="") is None


def test_neither_is_a_shelf_or_a_service(shelf, fay, gil):
    """Nor is there a reason for which softer words could stay on one."""
    for words, said in (
        ("For schizophrenics.", "“schizophrenics?” hurts people. Better: people who have "),
        ("For all who suffer from schizophrenia.", "“suffers from” could hurt somebody. Better: "),
    ):
        shelf.intro = words
        revision = shelf.save_revision(user=fay)

        with pytest.raises(PermissionDenied, match=said):
            checked(shelf, by=gil) and revision.publish(user=gil)
        for field in ("about", "languages"):
            facts = {"name": "Clinic", "about": "Help.", "phone": "1", "kind": "care"}
            with pytest.raises(ValidationError, match=said):
                Service(**{**facts, field: words}).full_clean()
        with pytest.raises(ValidationError, match=said):
            Situation(words=words).full_clean()


def test_it_is_said_at_once_when_a_page_is_handed_on(shelf, fay):
    page = draft(shelf, by=fay)
    form = _form(page, title="The lunatics next door", **{"action-submit": "1"})

    answer = browser_of(fay).post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)

    soup = BeautifulSoup(answer.content, "html.parser")
    listed = " ".join(item.get_text() for item in soup.select(".messages .errorlist li"))
    assert str(wording.MUST.words) in listed
    assert not page.workflow_states.exists()


def test_the_editor_sees_better_words_and_why(shelf, fay):
    page = draft(shelf, by=fay, text=STIGMA)

    words = browser_of(fay).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    found = BeautifulSoup(words.content, "html.parser").select_one(".findings").get_text()
    assert "suffers from" in found
    assert "needs a reason to stay" in found


def test_a_reason_lets_a_softer_word_stay_and_is_kept(shelf, fay, gil):
    page = draft(shelf, by=fay, text=STIGMA)
    refused = _refused(page, gil)

    page.why_these_words = "The law uses this word."
    page.save_revision(user=fay)
    checked(page, by=gil).publish(user=gil)

    page.refresh_from_db()
    assert refused == str(wording.REASON.words)
    assert (page.live, page.why_these_words) == (True, "The law uses this word.")


@pytest.mark.parametrize(("kind", "more"), [("quote", "who"), ("recording", "title")])
def test_what_somebody_said_is_their_own_and_hurts_others_only_for_a_reason(kind, more, shelf, fay):
    page, reason = draft(shelf, by=fay), "It is what they said."
    for said, refusal, with_reason in (
        ("I am a lunatic.\n\nSo I am.", None, None),
        ("First this.\n\nMy neighbour is a lunatic.", wording.REASON, None),
        ("I wanted to die. I took a whole bottle of pills.", wording.METHOD, wording.METHOD),
    ):
        page.body = [("text", "<p>Words.</p>"), (kind, {"words": said, more: "R."})]
        found = wording.of_page(page)

        assert found.refusal(is_told=False, why="") == refusal
        assert found.refusal(is_told=False, why=reason) == with_reason


def test_a_story_needs_a_reason_and_harms_nobody(shelf, fay):
    story, pills = (
        draft(shelf, by=fay, kind=StoryPage),
        "I wanted to die. I took a bottle of pills.",
    )
    for where, told, refusal in (
        ("body", "My neighbour was a lunatic.", wording.REASON),
        ("body", pills, wording.METHOD),
        ("body", "My sister Joanna never came.", wording.NAME),
        ("content_note", pills, wording.METHOD),
        ("voice", "with my sister Joanna", wording.NAME),
        ("quote", "My neighbour was a lunatic.", wording.REASON),
        ("recording", "My neighbour was a lunatic.", wording.REASON),
    ):
        kind, where = (where, "body") if where in ("quote", "recording") else ("text", where)
        before = getattr(story, where)
        said = {"words": told, "title" if kind == "recording" else "who": "R."}
        block = (kind, f"<p>{told}</p>" if kind == "text" else said)
        setattr(story, where, [block] if where == "body" else told)
        found = wording.of_page(story)
        setattr(story, where, before)

        assert found.refusal(is_told=True, why="") == refusal
        with_reason = None if refusal == wording.REASON else refusal
        assert found.refusal(is_told=True, why="It is what they said.") == with_reason


@pytest.mark.parametrize("count", [1, 3])
def test_how_pages_read_is_asked_at_once(count, shelf, fay, gil, django_assert_num_queries):
    picture = {"image": drawing("bench"), "words": "A bench by a pond.", "caption": ""}
    for number in range(count):
        page = draft(shelf, by=fay, title=f"Page {number}")
        page.body = [("text", "<p>Words.</p>"), ("picture", picture)]
        page.save_revision(user=fay)
        checked(page, by=gil).publish(user=gil)

    with django_assert_num_queries(5):
        found = work.wordings()

    assert len(found) == count + 2


def test_the_page_that_needs_most_stands_first(shelf, fay, gil, ana):
    public(shelf, by=fay, approved_by=gil, title="Fine")
    public(shelf, by=fay, approved_by=gil, title="Older")
    ArticlePage.objects.filter(title="Older").update(summary="He is a lunatic.")
    TopicPage.objects.update(intro="For whoever suffers from schizophrenia.")

    words = browser_of(fay).get("/library/wordings/").content.decode()

    assert words.index("Older") < words.index("Sleep") < words.index("Fine")
    assert browser_of(ana).get("/library/wordings/").status_code == 403
