"""An article: plain words about one thing, with sources, a date and the people behind it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from html import unescape
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.fields import StreamField
from wagtail.models import Revision
from wagtail.search import index

from cms import gates, vouched, wording
from cms.blocks import TOLD, Body, Source
from cms.enums import CheckKind
from cms.forms import ArticleForm
from cms.links import links_of
from cms.measured import measured
from cms.models.base import LibraryPage
from cms.models.limits import LibraryLimits
from cms.panels import GatesPanel, ReadingPanel, ShelfPanel
from community.language.readability import Reading
from community.refusal import Refusal

REVIEW_AFTER = timedelta(days=365)
LISTED_FOR = timedelta(days=90)  # after its review was due a page leaves every list


def in_a_year() -> date:
    """When somebody looks at a page again, unless an editor says otherwise."""
    return timezone.localdate() + REVIEW_AFTER


def before_it_is_checked(*more: Panel) -> MultiFieldPanel:
    """What is folded until a page is ready: `more` of its kind, then what every page needs."""
    return MultiFieldPanel(
        [
            *more,
            FieldPanel("audience"),
            FieldPanel("situations", widget=forms.CheckboxSelectMultiple),
            FieldPanel("content_note"),
            FieldPanel("sources"),
            FieldPanel("why_no_sources"),
            FieldPanel("why_these_words"),
            FieldPanel("next_review"),
        ],
        heading=_("Before it is checked"),
        classname="collapsed",
    )


class ArticlePage(LibraryPage):
    """Four fields to begin with (title, one sentence, text; the topic is the shelf it stands on),
    the rest folded until it is asked for."""

    class Audience(models.TextChoices):
        """Whom a page speaks to."""

        EVERYONE = "everyone", _("for everybody")
        SELF = "self", _("for you, if you live with this")
        NEAR = "near", _("for somebody near a person")
        HOSTS = "hosts", _("for people who host or help")

    is_told = False  # somebody's own story: they are not corrected in it

    summary = models.CharField(_("one sentence"), max_length=200)
    body = StreamField(Body(), verbose_name=_("text"))
    audience = models.CharField(
        _("whom it speaks to"), max_length=8, choices=Audience.choices, default=Audience.EVERYONE
    )
    situations = ParentalManyToManyField(
        "cms.Situation",
        verbose_name=_("what is going on for its reader"),
        blank=True,
        related_name="+",
        help_text=_("Readers find the page by these."),
    )
    content_note = models.CharField(
        _("content note"),
        max_length=80,
        blank=True,
        help_text=_("What may be hard to read, such as “speaks of a hospital stay”."),
    )
    sources = StreamField([("source", Source())], verbose_name=_("sources"), blank=True)
    why_no_sources = models.CharField(
        _("why there is no source"),
        max_length=160,
        blank=True,
        help_text=_("Such as “speaks only of how our own groups work”."),
    )
    why_these_words = models.CharField(
        _("why these words stay"),
        max_length=240,
        blank=True,
        help_text=_("Only where the list with the text asks for it."),
    )
    last_reviewed = models.DateField(_("last reviewed"), null=True, blank=True)
    next_review = models.DateField(_("next review"), null=True, blank=True, default=in_a_year)
    clinical_reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("clinical reviewer"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    lived_reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewer with lived experience"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    clinical_name = models.CharField(max_length=80, blank=True, editable=False)
    lived_name = models.CharField(max_length=80, blank=True, editable=False)
    words = models.TextField(editable=False, blank=True)  # the text alone, for search and measures

    content_panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("body"),
        ShelfPanel(heading=_("Topic")),
        ReadingPanel(heading=_("How it reads")),
        GatesPanel(heading=_("Who can approve it now")),
        before_it_is_checked(),
    ]
    search_fields: ClassVar = [
        *LibraryPage.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("words"),
        index.FilterField("next_review"),
    ]
    parent_page_types: ClassVar = ["cms.TopicPage"]
    subpage_types: ClassVar = ["cms.EasyReadPage"]
    template = "cms/pages/article.html"
    base_form_class = ArticleForm

    class Meta:
        verbose_name = _("article")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.words = self.plain_words()
        super().full_clean(*args, **kwargs)

    def plain_words(self) -> str:
        """Everything an editor wrote below the one sentence, without markup."""
        return "\n\n".join(text for text in (plain(self), *self.more_words()) if text)

    def more_to_check(self) -> list[tuple[str, str]]:
        """What a kind of page says besides its text, as who checks it reads it."""
        return [("", words) for words in self.more_words()]

    def own_words(self) -> str:
        """The same without what somebody else said."""
        return "\n\n".join(text for text in (plain(self, told=False), *self.more_words()) if text)

    def told_words(self) -> str:
        """Only what somebody else said."""
        said = (b.value["words"] for b in self.body if b.block_type in TOLD)
        return "\n\n".join(text for text in said if text)

    def small_words(self) -> Iterator[str]:
        """What stands beside the text, or is read aloud in its place."""
        yield from (self.content_note, self.why_no_sources, self.search_description)
        yield from (b.value["words"] or "" for b in self.body if b.block_type == "picture")
        yield from (b.value.get("who") or "" for b in self.body if b.block_type == "quote")

    def refusal(self, revision: Revision) -> Refusal | None:
        """Words that hurt are public by no door, and neither is what is too hard to read, or
        closed to who cannot see it."""
        version = revision.as_object()
        hurts = wording.of_page(version).refusal(is_told=self.is_told, why=version.why_these_words)
        return hurts or next(iter(version.what_stops_it()), None)

    @property
    def hardest_grade(self) -> int:
        """What this library allows."""
        return LibraryLimits.load().grade

    def what_stops_it(self) -> list[Refusal]:
        """What keeps it from the public besides its words."""
        links = [words for _facts, words in links_of(self.body)]
        return gates.refusals(self, links=links, hardest=self.hardest_grade)

    def more_words(self) -> Iterator[str]:
        """What a kind of page says besides its text."""
        yield from ()

    def stamp(self, revision: Revision) -> None:
        """Writes who checked it and when into the version that becomes public. Where all its checks
        were given before it was public last, neither its review nor the next is moved."""
        given = vouched.standing(revision)
        checked_at = max((check.at for check in given.values()), default=timezone.now())
        facts = self._as_it_was_public(since=checked_at)
        if not facts:
            planned = revision.content.get("next_review")
            facts = {f"{kind}_reviewer": check.by for kind, check in given.items()}
            facts |= {f"{kind}_name": check.shown_as for kind, check in given.items()}
            facts["last_reviewed"] = timezone.localdate(checked_at)
            if not planned or str(planned) <= timezone.localdate().isoformat():
                facts["next_review"] = in_a_year()
        revision.content.update(
            {
                name: str(value) if isinstance(value, date) else value
                for name, value in facts.items()
            }
        )
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)

    def _as_it_was_public(self, *, since: datetime) -> dict[str, Any]:
        """The days of its review and who gave it, where it became public since then."""
        people = [f"{kind}_{fact}" for kind in CheckKind for fact in ("reviewer", "name")]
        rows = ArticlePage.objects.filter(pk=self.pk, last_published_at__gte=since)
        rows = rows.filter(last_reviewed__isnull=False)
        return rows.values("last_reviewed", "next_review", *people).first() or {}

    @property
    def reading(self) -> Reading:
        """What this page asks of its reader."""
        return measured(f"{self.summary}\n\n{self.words or self.plain_words()}")

    @property
    def minutes_to_read(self) -> int:
        """How long it takes."""
        return self.reading.minutes

    @property
    def is_signed_outside(self) -> bool:
        """Whether readers see the name of somebody who has no account here."""
        return any(
            getattr(self, f"{kind}_name") and getattr(self, f"{kind}_reviewer_id") is None
            for kind in CheckKind
        )

    @property
    def is_measured(self) -> bool:
        """Whether the grade says something to a reader: of English, and of more than a few words."""
        return gates.is_measurable(self.reading)

    @property
    def kind_name(self) -> str:
        """What kind of page it is, where that is worth a word in a list."""
        kind = self.specific_class
        return "" if kind is None or kind is ArticlePage else str(kind._meta.verbose_name)

    @property
    def is_unlisted(self) -> bool:
        """Whether nobody looked at it for so long that no list leads to it any more."""
        return self.next_review is not None and self.next_review < long_due()

    @property
    def is_due(self) -> bool:
        """Whether its review is overdue."""
        return self.next_review is not None and self.next_review < timezone.localdate()


def long_due() -> date:
    """Pages whose review was due before this day stand in no list."""
    return timezone.localdate() - LISTED_FOR


def plain(page: ArticlePage, *, told: bool = True) -> str:
    """The words an editor wrote, without markup, a block a paragraph; not what this place adds to
    a block when it is shown. Without `told`, not what somebody else said."""
    texts = ("\n".join(word for word in _words(b, told=told) if word) for b in page.body)
    return "\n\n".join(text for text in texts if text)


def _words(block: Any, *, told: bool) -> Iterator[str | None]:
    value = block.value
    if block.block_type == "recording":
        yield value["title"] and f"{value['title']}."
    if block.block_type in TOLD and told:
        yield value["words"]
    if block.block_type == "heading":
        yield value and f"{value}."
    elif block.block_type == "text":
        yield _without_markup(value)
    elif block.block_type == "care":
        yield _without_markup(value["text"])
    elif block.block_type == "steps":
        yield value["title"] and f"{value['title']}."
        yield from (step and f"{step}\n" for step in value["steps"])
    elif block.block_type == "picture":
        yield value["caption"]


def _without_markup(text: Any) -> str:
    ended = (text.source if text else "").replace("</li>", ".\n").replace("</p>", "\n\n")
    return unescape(strip_tags(ended)).strip()
