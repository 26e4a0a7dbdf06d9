"""Fills the demo's library: written by Fay, checked by Gil and Dora, as every page is."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from cms.actions import checking
from cms.actions.laying_out import lay_out_library
from cms.enums import CheckKind
from cms.models import ArticlePage, LibraryHome, TopicPage
from cms.models.article import REVIEW_AFTER
from community.accounts.models import Person
from community.demo.library_text import Written, pages

# The shelves, in the order in which they stand.
TOPICS = {
    "Day by day": "Sleep, worry, low days: what happens, and what helps many people.",
    "Getting help": "Appointments, questions and choices that are yours to make.",
    "With other people": "Being near someone, and being met with judgement.",
    "Work and rights": "What you may ask for, and how.",
}
REVIEWED = timedelta(days=40)  # how long ago the pages were looked at
APART = timedelta(days=2)  # one page after the other became public


def load(people: dict[str, Person], *, now: datetime) -> None:
    """Every shelf and page that is missing. What is there is left as it is."""
    front = lay_out_library()
    shelves = {title: _shelf(front, title, intro) for title, intro in TOPICS.items()}
    for number, written in enumerate(pages()):
        if not ArticlePage.objects.child_of(shelves[written.topic]).filter(slug=written.slug):
            page = _page(written, shelves[written.topic], people, day=_day(now - REVIEWED))
            since = now - REVIEWED + APART * number
            day = _day(now - REVIEWED)
            ArticlePage.objects.filter(pk=page.pk).update(
                first_published_at=since, last_reviewed=day, next_review=day + REVIEW_AFTER
            )


def unload() -> None:
    """Takes the demo's pages out again, and the shelves that are empty then."""
    slugs = [written.slug for written in pages()]
    for shelf in TopicPage.objects.filter(title__in=TOPICS):
        for page in ArticlePage.objects.child_of(shelf).filter(slug__in=slugs):
            page.delete()
        shelf.refresh_from_db()
        if not shelf.numchild:
            shelf.delete()


def _shelf(front: LibraryHome, title: str, intro: str) -> TopicPage:
    found: TopicPage | None = TopicPage.objects.child_of(front).filter(title=title).first()
    if found is None:
        front.refresh_from_db()  # the tree counts its children in the row
        found = front.add_child(instance=TopicPage(title=title, intro=intro))
    return found


def _page(written: Written, shelf: TopicPage, people: dict[str, Person], *, day: date) -> Any:
    page = ArticlePage(
        title=written.title,
        slug=written.slug,
        summary=written.summary,
        content_note=written.note,
        owner=people["Fay"],
        live=False,
    )
    page.body = written.blocks
    page.sources = [
        ("source", {"title": title, "address": address, "seen": day})
        for title, address in written.sources
    ]
    shelf.refresh_from_db()
    shelf.add_child(instance=page)
    revision = page.save_revision(user=people["Fay"])
    checking.give_check(revision=revision, kind=CheckKind.CLINICAL, by=people["Gil"])
    checking.give_check(revision=revision, kind=CheckKind.LIVED, by=people["Dora"])
    revision.publish(user=people["Gil"])
    return page


def _day(moment: datetime) -> date:
    return timezone.localdate(moment, timezone=ZoneInfo(settings.TIME_ZONE))
