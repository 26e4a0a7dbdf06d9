"""Pages grow old where everybody can see it: marked, then in no list, and their owners know."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cms import queries
from cms.actions import freshness
from cms.models import ArticlePage, Helpful, Reminder, Service
from community import pace
from community.notifications import queries as notices
from tests.cms.library import public, topic
from tests.people import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]


@pytest.fixture(autouse=True)
def an_hour_later():
    pace.forget()


@pytest.fixture
def page(fay, gil):
    return public(topic(), by=fay, approved_by=gil)


def _review_was(page, *, days):
    page.next_review = timezone.localdate() - timedelta(days=days)
    page.save()


@pytest.mark.parametrize(
    ("days", "marked", "old", "listed"),
    [
        (0, False, False, True),
        (1, True, False, True),
        (90, True, False, True),
        (91, True, True, False),
    ],
)
def test_an_overdue_page_is_marked_and_leaves_the_lists_after_ninety_days(
    days, marked, old, listed, page, client
):
    _review_was(page, days=days)

    words = client.get(page.get_url()).content.decode()
    lists = ["/learn/", "/learn/sleep/", "/learn/find/?words=sleep", "/learn/feed.xml"]
    found = [page.title in client.get(place).content.decode() for place in lists]

    assert ("It is time to look at this page again" in words) == marked
    assert ("This page is old" in words, 'content="noindex"' in words) == (old, old)
    assert found == [listed] * 4
    assert (page.slug in client.get("/learn/sitemap.xml").content.decode()) == listed


def test_an_owner_is_told_once_when_it_is_due_and_once_before_it_leaves(page, fay):
    def sentences():
        return sorted(one.sentence for one in notices.notices_of(fay.pk))

    now = timezone.now()
    due = "A page of yours in the library is due to be looked at again."
    leaves = "A page of yours leaves the library's lists soon, unless somebody looks at it."

    freshness.remind(now)
    early = sentences()
    for later in (366, 367, 368):
        freshness.remind(now + timedelta(days=later))
    when_due = sentences()
    for later in (365 + 80, 365 + 81):
        freshness.remind(now + timedelta(days=later))

    assert (early, when_due, sentences()) == ([], [due], [due, leaves])
    assert Reminder.objects.count() == 2


def test_where_the_owner_has_gone_on_everybody_who_writes_is_reminded(page, fay, gil):
    fay.grants.update(ended_at=timezone.now())

    freshness.remind(timezone.now() + timedelta(days=366))

    assert [len(notices.notices_of(one.pk)) for one in (fay, gil)] == [0, 1]


def test_a_review_is_reminded_of_once(page):
    once = {"page_id": page.pk, "kind": "due", "review": page.next_review}
    Reminder.objects.create(**once)

    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.create(**once)


def test_who_works_here_sees_what_is_due(page, fay, ana):
    _review_was(page, days=95)
    Service.objects.create(kind="group", name="Tea at the library", about="Tea.", place="Room 2")

    words = browser_of(fay).get("/library/waiting/").content.decode()

    assert page.title in words
    assert "stands in no list any more" in words
    assert "never checked" in words
    assert browser_of(ana).get("/library/waiting/").status_code == 403


@pytest.mark.parametrize("facts", [{}, {"phone": "1", "verified_at": "2026-01-01"}])
def test_a_service_can_be_reached_and_is_verified_by_somebody(facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.create(kind="group", name="Tea", about="Tea.", **facts)


def test_what_readers_say_is_a_sum(page, client, fay):
    for _ in range(3):  # from one address it counts once an hour
        client.post(f"/learn/helpful/{page.pk}/", {"helped": "no"})

    assert list(Helpful.objects.values_list("yes", "no")) == [(0, 1)]
    assert ArticlePage.objects.get(pk=page.pk).title in client.get("/learn/").content.decode()
    assert queries.newest() == [page]


def test_another_site_counts_nothing(page, client):
    client.post(
        f"/learn/helpful/{page.pk}/", {"helped": "no"}, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert Helpful.objects.count() == 0
