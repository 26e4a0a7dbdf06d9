"""A story is its author's: public with their yes to these words, and gone the moment they say so."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import PageLogEntry, Revision, TaskState

from cms import consent, queries, rules, wording
from cms.actions import stories
from cms.actions.on_time import keep_the_days
from cms.models import StoryConsent, StoryPage
from cms.queries import review, work
from cms.workflow import SecondPersonTask
from community.notifications import queries as notices
from community.record.models import Entry
from tests.cms.library import checked, draft, drawing, public, read, topic
from tests.people import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]

LAMP = "<p>I bought a small lamp. On bad evenings I sit beside it.</p>"


@pytest.fixture
def shelf():
    return topic()


@pytest.fixture
def story(shelf, fay):
    return draft(shelf, by=fay, title="The small lamp", text=LAMP, kind=StoryPage, voice="R.")


def _link(story, fay):
    made = browser_of(fay).post(reverse("library:ask-author", args=[story.pk]))
    return re.search(r"/learn/your-story/[^<]+", made.content.decode()).group()


@pytest.fixture
def link(story, fay):
    return _link(story, fay)


def _public(story, gil, link, client):
    client.post(link, {"say": "yes", "read": read(story)})
    checked(story, by=gil).publish(user=gil)
    story.refresh_from_db()


def test_two_checks_are_not_enough_without_the_author(story, gil):
    with pytest.raises(PermissionDenied, match=str(consent.NO_CONSENT.words)):
        checked(story, by=gil).publish(user=gil)

    story.refresh_from_db()
    assert not story.live


def test_it_waits_with_both_checks_until_the_author_has_said_yes(
    story, fay, gil, dora, link, client
):
    story.get_workflow().start(story, fay)
    at = reverse("library:check", args=[story.pk])
    browser_of(gil).post(at, {"give": "yes", "read": read(story)})

    held = (
        browser_of(dora)
        .post(at, {"give": "yes", "read": read(story)}, follow=True)
        .content.decode()
    )
    state = TaskState.objects.get(status="in_progress")
    browser_of(dora).post(
        reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk])
    )
    waits_for_dora = review.waiting_for(dora)
    keep_the_days(timezone.now())
    before = StoryPage.objects.get().live
    client.post(link, {"say": "yes", "read": read(story)})
    keep_the_days(timezone.now())

    buttons = SecondPersonTask.objects.get(kind="lived").get_actions(story, dora)
    assert "approve" not in [action for action, _name, _box in buttons]
    assert Entry.objects.filter(act="check_page").count() == 2
    assert "Your check is written down." in held
    assert str(consent.NO_CONSENT.words) in held
    assert "I stand behind this page" not in held
    assert waits_for_dora == []
    told = [one.sentence for one in notices.notices_of(fay.pk)]
    assert told[::-1][0].startswith("A page you wrote is checked, and something still keeps it")
    assert told[0] == "A page you wrote is public now."
    assert (before, StoryPage.objects.get().live) == (False, True)


def test_with_the_authors_yes_it_is_public_and_named_as_they_wished(story, gil, link, client):
    read = client.get(link).content.decode()

    _public(story, gil, link, client)

    page = client.get(story.get_url()).content.decode()
    edit = browser_of(gil).get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    assert "The author's link was made by fay-brook." in edit.content.decode()
    assert "I bought a small lamp." in read
    assert all(str(line).split(".")[0] in read for line in consent.LINES if "'" not in str(line))
    assert "A story by R., shared freely." in page
    given = StoryConsent.objects.get()
    assert (given.version, given.withdrawn_at) == (consent.VERSION, None)
    assert given.call_due is not None
    assert given.key not in link


def test_it_cannot_be_kept_on_a_device_where_its_author_does_not_reach(
    shelf, story, fay, gil, link, client
):
    _public(story, gil, link, client)
    article = public(shelf, by=fay, approved_by=gil)

    offered = [
        "data-keep-here" in str(client.get(one.get_url()).content) for one in (article, story)
    ]

    assert offered == [True, False]


def test_other_words_need_another_yes(story, fay, gil, link, client):
    client.post(link, {"say": "yes", "read": (before := read(story))})
    story.body = [("text", "<p>I bought a very small lamp.</p>")]
    story.save_revision(user=fay)
    late = client.post(link, {"say": "yes", "read": before}, follow=True).content.decode()
    assert (str(rules.CHANGED.words) in late, "a very small lamp" in late) == (True, True)

    with pytest.raises(PermissionDenied, match=str(consent.NO_CONSENT.words)):
        checked(story, by=gil).publish(user=gil)

    assert "The words have changed since you said yes." in client.get(link).content.decode()


def test_a_story_that_names_a_way_of_dying_is_never_public(shelf, fay, gil, client):
    told = draft(
        shelf,
        by=fay,
        title="That winter",
        text="<p>I wanted to die. I took the whole bottle of pills.</p>",
        kind=StoryPage,
    )
    client.post(_link(told, fay), {"say": "yes", "read": read(told)})

    with pytest.raises(PermissionDenied, match=str(wording.METHOD.words)):
        checked(told, by=gil).publish(user=gil)


def test_taken_back_it_is_gone_everywhere_at_once(story, fay, gil, link, client):
    _public(story, gil, link, client)
    address, number = story.get_url(), story.pk
    places = ["/learn/", "/learn/sleep/", "/learn/find/?words=lamp", "/learn/feed.xml"]
    everywhere = [address, *places, "/learn/sitemap.xml"]
    before = [client.get(place).content.decode() for place in everywhere]

    done = client.post(link, {"say": "take-back", "sure": "yes"})

    after = [client.get(place) for place in everywhere]
    assert done.status_code == 200
    assert ["small-lamp" in words or "small lamp" in words for words in before] == [True] * 6
    assert after[0].status_code == 404
    assert [b"small lamp" in one.content for one in after] == [False] * 6
    assert [b"small-lamp" in one.content for one in after[1:]] == [False] * 5
    assert queries.search("lamp").pages == []
    assert not Revision.objects.filter(object_id=str(number)).exists()
    assert not PageLogEntry.objects.filter(page_id=number, label__icontains="lamp").exists()
    assert client.get(link).status_code == 404
    assert [n.sentence for n in notices.notices_of(fay.pk)] == [
        "The author of a story took it back. It is gone."
    ]


def test_its_pictures_go_with_it_and_those_of_other_pages_stay(
    shelf, story, fay, gil, link, client
):
    both, hers = (drawing(name) for name in ("both", "hers"))
    story.body = [("text", LAMP), *_shows(both, hers)]
    story.save_revision(user=fay)
    _public(story, gil, link, client)
    other = draft(shelf, by=fay, title="Another")
    other.body = _shows(both)
    other.save()
    story.body = [("text", LAMP)]
    story.save_revision(user=fay)  # out of the newest draft, and still the story's

    client.post(link, {"say": "take-back", "sure": "yes"})

    assert list(get_image_model().objects.values_list("title", flat=True)) == ["both"]


def _shows(*pictures):
    return [("picture", {"image": one, "words": "A bench.", "caption": ""}) for one in pictures]


@pytest.mark.parametrize("alias", ["", "on"])
def test_no_copy_outlives_the_author(alias, story, shelf, fay, gil):
    for page in (story, shelf):
        address = reverse("wagtailadmin_pages:copy", args=[page.pk])
        browser_of(gil).post(
            address,
            {
                "new_title": "Again",
                "new_slug": "again",
                "new_parent_page": shelf.get_parent().pk if page == shelf else shelf.pk,
                "copy_subpages": "on",
                "alias": alias,
            },
        )

    assert StoryPage.objects.count() == 1


def test_what_stays_is_that_there_was_a_yes_and_its_end(story, gil, link, client):
    _public(story, gil, link, client)

    client.post(link, {"say": "take-back", "sure": "yes"})

    kept = StoryConsent.objects.get()
    acts = Entry.objects.filter(subject=f"page:{kept.page}").values_list("act", "by")
    assert kept.given_at < kept.withdrawn_at <= timezone.now()
    assert ("story_withdrawn", None) in list(acts)


def test_one_slip_of_a_finger_takes_nothing_back(story, gil, link, client):
    _public(story, gil, link, client)

    client.post(link, {"say": "take-back"})

    assert client.get(story.get_url()).status_code == 200


def test_somebody_asks_the_author_how_it_is(story, fay, gil, link, client):
    """A week after it became public, and not while it is held back."""
    client.post(link, {"say": "yes", "read": read(story)})
    StoryPage.objects.update(first_published_at=timezone.now() - timedelta(days=7))
    held = work.calls_due()
    _public(story, gil, link, client)
    StoryPage.objects.update(first_published_at=timezone.now() - timedelta(days=6))
    early = work.calls_due()
    StoryPage.objects.update(first_published_at=timezone.now() - timedelta(days=7))
    browser = browser_of(fay)
    asked = browser.get("/library/waiting/").content.decode()

    browser.post(reverse("library:called", args=[StoryConsent.objects.get().pk]))

    assert (held, early) == ([], [])
    assert "Ask an author how it is" in asked
    assert "Ask an author how it is" not in browser.get("/library/waiting/").content.decode()


def test_a_member_makes_no_link_and_a_guess_opens_nothing(story, ana, client):
    made = browser_of(ana).post(reverse("library:ask-author", args=[story.pk]))

    assert made.status_code == 403
    assert client.get("/learn/your-story/guessed/").status_code == 404
    assert StoryConsent.objects.count() == 0


def test_a_yes_is_to_words_that_were_read(story, fay):
    stories.ask_author(page=story, by=fay)

    with pytest.raises(IntegrityError), transaction.atomic():
        StoryConsent.objects.update(given_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        StoryConsent.objects.update(called_at=timezone.now())
