"""The author's yes to a story, and its end."""

import secrets
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import PageLogEntry, ReferenceIndex

from cms import consent, rules
from cms.actions.checking import hashed, insist_on_words
from cms.models.story import StoryConsent, StoryPage
from community.accounts import rules as accounts
from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import Refused, insist

WITHDRAWN = "story_withdrawn"


@transaction.atomic
def ask_author(*, page: StoryPage, by: Person) -> str:
    """A link for the author: to read the story, say yes, and take it back on any day. The key is
    shown once and kept as a hash."""
    insist(None if rules.works_here(by) else accounts.NOT_YOURS)
    key = secrets.token_urlsafe(24)
    StoryConsent.objects.create(
        page=page.pk, version=consent.VERSION, key=hashed(key), asked_by=by.pk
    )
    record.write(act="ask_author", by=by.pk, subject=f"page:{page.pk}")
    return key


@transaction.atomic
def say_yes(*, key: str, read: str) -> None:
    """The author says yes to the words they `read`, while these are the story's words."""
    given, page = _open(key)
    revision = page.get_latest_revision()
    if revision is None:
        raise Refused(consent.NO_SUCH_LINK)
    insist_on_words(revision, read=read)
    given.given_at, given.version = timezone.now(), consent.VERSION
    given.digest = read
    if given.call_due is None:
        given.call_due = timezone.localdate() + consent.CALL_AFTER
    given.save()
    record.write(act="story_yes", by=None, subject=f"page:{page.pk}", reason=given.version)


@transaction.atomic
def take_back(*, key: str) -> None:
    """The author takes the story back: the page, every draft and their pictures are deleted in this
    transaction, also under every other link to it. What stays is that there was a yes, and its end.
    """
    given, page = _open(key)
    StoryConsent.objects.filter(page=page.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
    number, owner, pictures = page.pk, page.owner, _pictures_of(page)
    page.delete()
    for picture in pictures:
        if not ReferenceIndex.get_references_to(picture).exists():
            picture.delete()
    PageLogEntry.objects.filter(page_id=number).update(label="", data={})  # it holds the title
    record.write(act="story_withdrawn", by=None, subject=f"page:{number}", reason=given.version)
    if owner is not None:
        notify(person=owner, kind=WITHDRAWN, path="/library/waiting/")


@transaction.atomic
def called(*, consent_id: int, by: Person) -> None:
    """Somebody asked the author how it is."""
    insist(None if rules.works_here(by) else accounts.NOT_YOURS)
    StoryConsent.objects.filter(pk=consent_id, call_due__isnull=False, called_at=None).update(
        called_at=timezone.now()
    )
    record.write(act="story_call", by=by.pk, subject=f"consent:{consent_id}")


def _pictures_of(page: StoryPage) -> list[Any]:
    """Those of the page and of every draft of it."""
    versions = (page, *(revision.as_object() for revision in page.revisions.all()))
    shown = (b.value["image"] for one in versions for b in one.body if b.block_type == "picture")
    return list({picture.pk: picture for picture in shown if picture is not None}.values())


def _open(key: str) -> tuple[StoryConsent, StoryPage]:
    given = (
        StoryConsent.objects.select_for_update().filter(key=hashed(key), withdrawn_at=None).first()
    )
    page = StoryPage.objects.filter(pk=given.page).first() if given else None
    if given is None or page is None:
        raise Refused(consent.NO_SUCH_LINK)
    return given, page
