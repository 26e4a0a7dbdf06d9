"""A topic: a shelf of pages."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.models.base import LibraryPage
from cms.panels import GatesPanel


class TopicPage(LibraryPage):
    """What belongs together, under one plain name."""

    intro = models.CharField(_("one sentence"), max_length=200)

    content_panels: ClassVar = [
        *LibraryPage.content_panels,
        FieldPanel("intro"),
        GatesPanel(heading=_("Who can approve it now")),
    ]
    search_fields: ClassVar = [*LibraryPage.search_fields, index.SearchField("intro")]
    parent_page_types: ClassVar = ["cms.LibraryHome"]
    subpage_types: ClassVar = [
        "cms.ArticlePage",
        "cms.StoryPage",
        "cms.AnswerPage",
        "cms.CoursePage",
        "cms.SessionPlanPage",
        "cms.OptionsPage",
        "cms.LetterPage",
    ]
    template = "cms/pages/topic.html"

    class Meta:
        verbose_name = _("topic")
