"""What waits for those who work on the library."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from cms import wording
from cms.consent import CALL_AFTER
from cms.models import (
    ArticlePage,
    Helpful,
    LibraryHome,
    ReaderQuestion,
    Service,
    StoryConsent,
    StoryPage,
    TopicPage,
)
from cms.models.article import LISTED_FOR
from community.accounts.models import Person
from community.language.linter import Finding
from community.language.terms import Severity

VERIFIED_FOR = timedelta(days=180)  # after that a service is looked at again


@dataclass(frozen=True, slots=True)
class Due:
    """A page whose review is due, and when it leaves the lists."""

    page: ArticlePage
    leaves: date
    has_left: bool


def due_pages(*, within: timedelta = timedelta(days=30)) -> list[Due]:
    """Public pages whose review is due or soon will be, oldest first."""
    today = timezone.localdate()
    pages = (
        ArticlePage.objects.live()
        .filter(next_review__lt=today + within)
        .select_related("owner")
        .order_by("next_review")
    )
    return [
        Due(page, page.next_review + LISTED_FOR, page.next_review + LISTED_FOR < today)
        for page in pages
    ]


def open_questions() -> list[ReaderQuestion]:
    """Questions without an answer, the earliest promise first."""
    waiting = ReaderQuestion.objects.filter(answered_at=None).select_related("about")
    return list(waiting.order_by("due", "pk"))


def question(number: int) -> ReaderQuestion | None:
    """One question, for who answers it."""
    found = ReaderQuestion.objects.filter(pk=number).select_related("about", "published")
    return found.first()


def questions_of(person: Person) -> list[ReaderQuestion]:
    """What this person asked, the newest first."""
    mine = ReaderQuestion.objects.filter(asker=person).select_related("about", "published")
    return list(mine.order_by("-pk"))


@dataclass(frozen=True, slots=True)
class Call:
    """An author whom somebody asks how it is to have their story out."""

    consent: int
    page: int
    public_since: date


def calls_due() -> list[Call]:
    """Of stories that everybody can read now, and could a week ago; the oldest first."""
    a_week_ago = timezone.now() - CALL_AFTER
    stories = StoryPage.objects.live().filter(first_published_at__lte=a_week_ago)
    since = dict(stories.values_list("pk", "first_published_at"))
    owed = StoryConsent.objects.filter(
        page__in=since, call_due__isnull=False, called_at=None, withdrawn_at=None
    )
    calls = [Call(one.pk, one.page, timezone.localdate(since[one.page])) for one in owed]
    return sorted(calls, key=lambda one: (one.public_since, one.consent))


def unverified_services() -> list[Service]:
    """Services nobody looked at for half a year, those never verified first."""
    old = timezone.localdate() - VERIFIED_FOR
    loose = [one for one in Service.objects.all() if not one.verified_at or one.verified_at < old]
    return sorted(loose, key=lambda one: (one.verified_at is not None, one.verified_at or old))


def less_helpful() -> list[Helpful]:
    """Pages that more readers said did not help than did."""
    said = Helpful.objects.select_related("page").filter(no__gte=3)
    return [one for one in said.order_by("-no") if one.no > one.yes]


@dataclass(frozen=True, slots=True)
class Wording:
    """How something public reads: its grade, and how many words could be better."""

    title: str
    edit: str
    grade: float | None  # None for a few words, of which it says little
    findings: int
    worst: bool  # a word stands in it that would stop it today


def wordings() -> list[Wording]:
    """Every public page, shelf and service, the worst first."""
    found = []
    for page in ArticlePage.objects.live().specific():
        _forget_pictures(page)
        words, edit = wording.of_page(page).all, reverse("wagtailadmin_pages:edit", args=[page.pk])
        found.append(_wording(page.title, edit, words, grade=page.reading.grade))
    for shelf in (*LibraryHome.objects.live(), *TopicPage.objects.live()):
        words, edit = (
            wording.of_texts(*shelf.shown()),
            reverse("wagtailadmin_pages:edit", args=[shelf.pk]),
        )
        found.append(_wording(shelf.title, edit, words))
    for service in Service.objects.all():
        edit = reverse("wagtailsnippets_cms_service:edit", args=[service.pk])
        found.append(_wording(service.name, edit, wording.of_texts(*service.shown())))
    return sorted(found, key=lambda one: (not one.worst, -one.findings, -(one.grade or 0)))


def _forget_pictures(page: ArticlePage) -> None:
    """What stands beside a picture is read without it: each page would ask for its own."""
    blocks = page.body.raw_data
    for place, block in enumerate(blocks):
        if block["type"] == "picture":
            blocks[place] = {**block, "value": {**block["value"], "image": None}}


def _wording(
    title: str, edit: str, words: tuple[Finding, ...], *, grade: float | None = None
) -> Wording:
    worst = any(one.severity == Severity.MUST for one in words)
    return Wording(title, edit, grade, len(words), worst)
