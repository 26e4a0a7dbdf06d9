"""Kinds of pages that are articles with a part of their own."""

from collections.abc import Iterator
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from cms.blocks import Entry, Part, Term
from cms.models.article import ArticlePage


class EasyReadPage(ArticlePage):
    """The easy-read twin of a page: short sentences, one thought each. A switch stands on top of
    both."""

    parent_page_types: ClassVar = ["cms.ArticlePage", "cms.AnswerPage", "cms.OptionsPage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    template = "cms/pages/easy_read_page.html"

    class Meta:
        verbose_name = _("easy-read page")


class CoursePage(ArticlePage):
    """A few steps, one after the other. Where somebody is in it stands on a page of their own."""

    parent_page_types: ClassVar = ["cms.TopicPage"]
    subpage_types: ClassVar = ["cms.StepPage"]
    template = "cms/pages/course.html"

    class Meta:
        verbose_name = _("course")

    @property
    def minutes_to_read(self) -> int:
        """The steps with it."""
        steps = StepPage.objects.child_of(self).live() if self.pk else ()
        return self.reading.minutes + sum(step.reading.minutes for step in steps)


class StepPage(ArticlePage):
    """One step of a course: read, one small practice, one question to think about."""

    practice = models.TextField(_("small practice"), max_length=500)
    reflect = models.CharField(_("a question to think about"), max_length=240)

    content_panels: ClassVar = [
        *ArticlePage.content_panels[:3],
        FieldPanel("practice"),
        FieldPanel("reflect"),
        *ArticlePage.content_panels[3:],
    ]
    parent_page_types: ClassVar = ["cms.CoursePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/pages/step.html"

    class Meta:
        verbose_name = _("step of a course")

    def more_words(self) -> Iterator[str]:
        yield self.practice
        yield self.reflect


class StepDone(models.Model):
    """Somebody read a step. Theirs alone; nothing counts it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="steps_done"
    )
    step = models.ForeignKey(StepPage, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "step"], name="a_step_is_done_once"),
        ]


class SessionPlanPage(ArticlePage):
    """A plan for who hosts a meeting: what for, what is needed, part by part."""

    needs = models.CharField(_("what you need"), max_length=200, blank=True)
    parts = StreamField([("part", Part())], verbose_name=_("parts"), blank=True)

    content_panels: ClassVar = [
        *ArticlePage.content_panels[:3],
        FieldPanel("needs"),
        FieldPanel("parts"),
        *ArticlePage.content_panels[3:],
    ]
    parent_page_types: ClassVar = ["cms.TopicPage"]
    template = "cms/pages/session_plan.html"

    class Meta:
        verbose_name = _("session plan")

    @property
    def minutes(self) -> int:
        """How long the meeting takes."""
        return sum(part.value["minutes"] or 0 for part in self.parts)

    def more_words(self) -> Iterator[str]:
        yield self.needs
        for part in self.parts:
            yield f"{part.value['title']}. {part.value['text']}"


class OptionsPage(ArticlePage):
    """One choice, looked at from all sides, so that somebody can decide with others."""

    helps = models.TextField(_("how it may help"), max_length=800)
    harms = models.TextField(_("what may harm"), max_length=800)
    effort = models.TextField(_("what it asks of you"), max_length=800)
    cost = models.TextField(_("what it costs"), max_length=800)
    voices = models.TextField(_("what people say"), max_length=800)
    sure = models.TextField(_("how sure we are"), max_length=800)

    SIDES: ClassVar = ("helps", "harms", "effort", "cost", "voices", "sure")
    content_panels: ClassVar = [
        *ArticlePage.content_panels[:3],
        MultiFieldPanel([FieldPanel(side) for side in SIDES], heading=_("From all sides")),
        *ArticlePage.content_panels[3:],
    ]
    parent_page_types: ClassVar = ["cms.TopicPage"]
    subpage_types: ClassVar = ["cms.EasyReadPage"]
    template = "cms/pages/options.html"

    class Meta:
        verbose_name = _("options sheet")

    @property
    def sides(self) -> list[tuple[str, str]]:
        """Each side's name and words, in the order of the sheet."""
        meta = self._meta
        return [(str(meta.get_field(s).verbose_name), getattr(self, s)) for s in self.SIDES]

    def more_words(self) -> Iterator[str]:
        yield from (words for _name, words in self.sides)

    def more_to_check(self) -> list[tuple[str, str]]:
        return self.sides


class LetterPage(ArticlePage):
    """A letter with blanks in [square brackets]. They are filled in the reader's own browser, and
    nothing of it is sent; where no script runs, it comes back filled. Nothing is kept."""

    letter = models.TextField(
        _("letter"), max_length=3000, help_text=_("Put blanks in [square brackets].")
    )

    content_panels: ClassVar = [
        *ArticlePage.content_panels[:3],
        FieldPanel("letter"),
        *ArticlePage.content_panels[3:],
    ]
    parent_page_types: ClassVar = ["cms.TopicPage"]
    template = "cms/pages/letter.html"

    class Meta:
        verbose_name = _("letter")

    def more_words(self) -> Iterator[str]:
        yield self.letter


class GlossaryPage(ArticlePage):
    """Hard words in plain ones."""

    terms = StreamField([("term", Term())], verbose_name=_("words"), blank=True)

    content_panels: ClassVar = [
        *ArticlePage.content_panels[:3],
        FieldPanel("terms"),
        *ArticlePage.content_panels[3:],
    ]
    parent_page_types: ClassVar = ["cms.LibraryHome"]
    max_count = 1
    template = "cms/pages/glossary.html"

    class Meta:
        verbose_name = _("glossary")

    def more_words(self) -> Iterator[str]:
        for term in self.terms:
            yield f"{term.value['word']}. {term.value['meaning']}"


class YouSaidPage(ArticlePage):
    """What people asked for, and what was done about it."""

    entries = StreamField([("entry", Entry())], verbose_name=_("entries"), blank=True)

    content_panels: ClassVar = [
        *ArticlePage.content_panels[:3],
        FieldPanel("entries"),
        *ArticlePage.content_panels[3:],
    ]
    parent_page_types: ClassVar = ["cms.LibraryHome"]
    max_count = 1
    template = "cms/pages/you_said.html"

    class Meta:
        verbose_name = _("“You said, we did”")

    def more_words(self) -> Iterator[str]:
        for entry in self.entries:
            yield f"{entry.value['said']} {entry.value['did']}"
