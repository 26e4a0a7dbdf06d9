"""Fills the demo's library: written by Fay, checked by Gil and Dora, as every page is. And loads
the same pages, as drafts that wait for their two checks, for a house of its own."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms import vouched
from cms.actions import checking, stories
from cms.actions.laying_out import lay_out_library
from cms.enums import CheckKind
from cms.models import ArticlePage, LibraryHome, Service, StoryConsent, StoryPage, TopicPage
from cms.models.article import REVIEW_AFTER
from community.accounts.models import Person
from community.demo import library_ways
from community.demo.library_kinds import SERVICES, made_of, parents_first
from community.demo.library_text import Written, pages

# The shelves, in the order in which they stand.
TOPICS = {
    "Day by day": "Sleep, worry, low days: what happens, and what helps many people.",
    "Getting help": "Appointments, questions and choices that are yours to make.",
    "With other people": "Being near someone, and being met with judgement.",
    "Work and rights": "What you may ask for, and how.",
}
FRONT = "front"  # pages that stand on no shelf
REVIEWED = timedelta(days=40)  # how long ago the pages were looked at
APART = timedelta(days=1)  # one page after the other became public


def load(people: dict[str, Person], *, now: datetime) -> None:
    """Every shelf and page that is missing. What is there is left as it is."""
    front = lay_out_library()
    library_ways.lay_out_situations()
    with disable_reference_index_auto_update():  # none of these pages uses a picture or a file
        for number, written in enumerate(parents_first(pages())):
            parent = _parent(front, written)
            if ArticlePage.objects.child_of(parent).filter(slug=written.slug).exists():
                continue
            page = _draft(written, parent, by=people["Fay"], day=_day(now - REVIEWED), sample=True)
            _publish(page, people, since=now - REVIEWED + APART * number)
    for facts in SERVICES:
        Service.objects.get_or_create(name=facts["name"], defaults=facts)
    library_ways.tag_services()
    library_ways.count(_day(now))


@transaction.atomic
def start(*, by: Person) -> list[ArticlePage]:
    """Puts the starting library into a house of its own: drafts, each handed on by this editor, and
    nothing public until two people of the house stand behind it. What is there is left."""
    front, made = lay_out_library(), []
    library_ways.lay_out_situations()
    for written in parents_first(pages()):
        parent = _parent(front, written)
        is_there = ArticlePage.objects.child_of(parent).filter(slug=written.slug).exists()
        if is_there or written.facts.get("only") == "demo":
            continue
        page = _draft(written, parent, by=by, day=timezone.localdate(), sample=False)
        page.get_workflow().start(page, by)
        made.append(page)
    return made


def unload() -> None:
    """Takes the demo's pages out again, and the shelves that are empty then."""
    front = lay_out_library()
    shelves = TopicPage.objects.child_of(front).filter(title__in=TOPICS)
    slugs = [written.slug for written in pages()]
    for parent in (front, *shelves):
        for page in ArticlePage.objects.child_of(parent).filter(slug__in=slugs):
            StoryConsent.objects.filter(page=page.pk).delete()
            page.delete()
    for shelf in shelves.filter(numchild=0):
        shelf.delete()
    Service.objects.filter(name__in=[facts["name"] for facts in SERVICES]).delete()
    library_ways.clear()


def _parent(front: LibraryHome, written: Written) -> Page:
    if "of" in written.facts:
        return ArticlePage.objects.get(slug=written.facts["of"])
    if written.topic == FRONT:
        front.refresh_from_db()
        return front
    return _shelf(front, written.topic)


def _shelf(front: LibraryHome, title: str) -> TopicPage:
    for name in list(TOPICS)[: list(TOPICS).index(title) + 1]:  # in their order
        found: TopicPage | None = TopicPage.objects.child_of(front).filter(title=name).first()
        if found is None:
            front.refresh_from_db()  # the tree counts its children in the row
            found = front.add_child(instance=TopicPage(title=name, intro=TOPICS[name]))
    assert found is not None
    return found


def _draft(written: Written, parent: Page, *, by: Person, day: date, sample: bool) -> Any:
    page = made_of(written, day=day, sample=sample)
    page.owner, page.live = by, False
    page.situations = library_ways.situations_of(written.slug)
    parent.add_child(instance=page)
    page.save_revision(user=by)
    return page


def _publish(page: ArticlePage, people: dict[str, Person], *, since: datetime) -> None:
    revision = page.get_latest_revision()
    if isinstance(page, StoryPage):
        key = stories.ask_author(page=page, by=people["Fay"])
        stories.say_yes(key=key, read=vouched.digest(revision))
    checking.give_check(revision=revision, kind=CheckKind.CLINICAL, by=people["Gil"])
    checking.give_check(revision=revision, kind=CheckKind.LIVED, by=people["Dora"])
    revision.publish(user=people["Gil"])
    day = _day(since)
    ArticlePage.objects.filter(pk=page.pk).update(
        first_published_at=since, last_reviewed=day, next_review=day + REVIEW_AFTER
    )


def _day(moment: datetime) -> date:
    return timezone.localdate(moment, timezone=ZoneInfo(settings.TIME_ZONE))
