"""A topic: a shelf of pages."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.models.base import LibraryPage


class TopicPage(LibraryPage):
    """What belongs together, under one plain name."""

    intro = models.CharField(_("one sentence"), max_length=200)

    content_panels: ClassVar = [*LibraryPage.content_panels, FieldPanel("intro")]
    search_fields: ClassVar = [*LibraryPage.search_fields, index.SearchField("intro")]
    parent_page_types: ClassVar = ["cms.LibraryHome"]
    subpage_types: ClassVar = ["cms.ArticlePage"]
    template = "cms/pages/topic.html"

    class Meta:
        verbose_name = _("topic")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from cms import queries  # queries know the models

        return {
            **super().get_context(request, *args, **kwargs),
            "articles": queries.articles_of(self),
        }
