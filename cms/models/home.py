"""The front of the library."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.models.base import LibraryPage
from cms.panels import GatesPanel


class LibraryHome(LibraryPage):
    """`/learn/`: its topics, the newest pages, the search."""

    intro = models.CharField(_("one sentence"), max_length=200, blank=True)

    content_panels: ClassVar = [
        *LibraryPage.content_panels,
        FieldPanel("intro"),
        GatesPanel(heading=_("Who can approve it now")),
    ]
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = [
        "cms.TopicPage",
        "cms.GlossaryPage",
        "cms.DirectoryPage",
        "cms.YouSaidPage",
    ]
    max_count = 1
    template = "cms/pages/home.html"

    class Meta:
        verbose_name = _("library")
