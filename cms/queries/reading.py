"""What readers of the library are shown."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import time

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.query import PageQuerySet

from cms.models import (
    ArticlePage,
    DirectoryPage,
    EasyReadPage,
    GlossaryPage,
    KeptForLater,
    LibraryHome,
    Service,
    StepPage,
    TopicPage,
    YouSaidPage,
)
from cms.models.article import long_due
from cms.terms import Plain
from community.accounts.models import Person
from community.help import queries as help_queries
from community.help.queries import ShownLine
from community.house import queries as house

# Reached through another page: no list leads to them by themselves.
PARTS = (EasyReadPage, StepPage)
AT_THE_FRONT = (GlossaryPage, DirectoryPage, YouSaidPage)


def home() -> LibraryHome | None:
    """The front of the library."""
    front: LibraryHome | None = LibraryHome.objects.live().first()
    return front


def topics() -> list[TopicPage]:
    """Every public topic, in the editors' order."""
    return list(TopicPage.objects.live().public().order_by("path"))


def listed() -> PageQuerySet[ArticlePage]:
    """Public pages somebody has looked at within the time that was promised, or not long after."""
    fresh = Q(next_review=None) | Q(next_review__gte=long_due())
    found: PageQuerySet[ArticlePage] = ArticlePage.objects.live().public().filter(fresh)
    return found


def whole() -> PageQuerySet[ArticlePage]:
    """Of these, what stands on its own."""
    found: PageQuerySet[ArticlePage] = listed().not_exact_type(*PARTS)
    return found


def articles_of(topic: TopicPage) -> list[ArticlePage]:
    """A topic's public pages, by title."""
    return list(listed().child_of(topic).order_by("title"))


def newest(count: int = 4) -> list[ArticlePage]:
    """The pages that became public last, of those that stand on a shelf."""
    return list(whole().not_exact_type(*AT_THE_FRONT).order_by("-first_published_at")[:count])


def at_the_front(front: LibraryHome) -> list[ArticlePage]:
    """Pages that stand on no shelf: the glossary, services near here, what was done."""
    return list(whole().child_of(front).order_by("path"))


def explained_words() -> tuple[str, list[Plain]]:
    """Where the glossary stands, and the words of it that texts explain."""
    page = GlossaryPage.objects.live().public().first()
    if page is None:
        return "", []
    chosen = [term.value for term in page.terms if term.value["explain"]]
    return page.get_url() or "", [Plain(one["word"], one["meaning"]) for one in chosen]


def beside(page: ArticlePage, count: int = 3) -> list[ArticlePage]:
    """Others on the same shelf; of an easy-read page, beside the page it is made from."""
    page = page.get_parent() if page.specific_class is EasyReadPage else page
    return list(whole().sibling_of(page, inclusive=False).order_by("-first_published_at")[:count])


def twin(page: ArticlePage) -> ArticlePage | None:
    """The other one of a page and its easy-read version, where both are public."""
    if page.specific_class is EasyReadPage:
        found: ArticlePage | None = ArticlePage.objects.parent_of(page).live().first()
        return found
    easy: ArticlePage | None = EasyReadPage.objects.child_of(page).live().first()
    return easy


def steps_of(course: ArticlePage) -> list[StepPage]:
    """The public steps of a course, in their order."""
    return list(StepPage.objects.child_of(course).live().order_by("path"))


def kept_by(person: Person) -> list[ArticlePage]:
    """Public pages this person keeps to read later, the newest first."""
    rows = KeptForLater.objects.filter(person=person, page__live=True).select_related("page")
    return [row.page for row in rows.order_by("-pk")]


def services() -> list[tuple[str, list[Service]]]:
    """Local services by kind, in the order in which somebody needs them."""
    found: dict[str, list[Service]] = defaultdict(list)
    for service in Service.objects.all():
        found[service.kind].append(service)
    return [(str(kind.label), found[kind]) for kind in Service.Kind if found[kind]]


def articles_at(paths: Collection[str]) -> dict[str, ArticlePage]:
    """The public articles at these paths of this place, by path. Three queries."""
    front = home()
    if front is None:
        return {}
    mount, wanted = reverse("wagtail_serve", args=[""]), {}
    for path in paths:
        rest = path.removeprefix(mount).strip("/")
        wanted[f"{front.url_path}{rest}/"] = path
    found = ArticlePage.objects.live().public().filter(url_path__in=wanted)
    return {wanted[page.url_path]: page for page in found}


@dataclass(frozen=True, slots=True)
class CareLines:
    """What a care card says of this place: whom to call now, and when the team is here."""

    emergency: str
    lines: list[ShownLine]
    opens: time
    closes: time


def care_lines(count: int = 2) -> CareLines:
    """The first lines that are open in the house's country, for grown-ups."""
    country = house.current().country
    shown = help_queries.lines_for(country, now=timezone.now())
    open_now = [one for one in shown if one.open and not one.line.for_young]
    hours = house.hours()
    return CareLines(
        help_queries.emergency_number(country), open_now[:count], hours.opens, hours.closes
    )
