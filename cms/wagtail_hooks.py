"""The editor: helplines beside the pages, and how the text reads while it is written."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms import queries
from cms.models import Service, Situation, StoryPage
from community.accounts import rules
from community.accounts.roles import Act
from community.help.models import Helpline


class HelplineViewSet(SnippetViewSet):
    """Helplines: who answers, and who checked it last."""

    model = Helpline
    icon = "help"
    menu_label = _("Helplines")
    add_to_admin_menu = True
    list_display = ["name", "country", "method", "display", "verified_at", "verified_by"]
    list_filter = ["country", "method", "for_young"]
    search_fields = ["name", "display"]
    panels: list[Any] = [
        FieldPanel("country"),
        FieldPanel("name"),
        MultiFieldPanel(
            [FieldPanel("method"), FieldPanel("dial"), FieldPanel("display"), FieldPanel("url")],
            _("How to reach it"),
        ),
        MultiFieldPanel([FieldPanel("hours"), FieldPanel("zone")], _("When")),
        FieldPanel("languages"),
        FieldPanel("is_free"),
        FieldPanel("for_young"),
        FieldPanel("calls_others"),
        FieldPanel("source"),
        MultiFieldPanel([FieldPanel("verified_at"), FieldPanel("verified_by")], _("Checked")),
    ]


register_snippet(HelplineViewSet)


class ServiceViewSet(SnippetViewSet):
    """Local services: who helps near here, and who looked last."""

    model = Service
    icon = "group"
    menu_label = _("Local services")
    add_to_admin_menu = True
    list_display = ["name", "kind", "verified_at", "verified_by"]
    list_filter = ["kind"]
    search_fields = ["name", "about", "place"]


register_snippet(ServiceViewSet)


class SituationViewSet(SnippetViewSet):
    """What is going on for readers: the list on the library's front."""

    model = Situation
    icon = "tag"
    menu_label = _("What is going on")
    add_to_admin_menu = True
    list_display = ["words", "place"]
    panels: list[Any] = [FieldPanel("words"), FieldPanel("place")]

    def get_queryset(self, request: Any) -> Any:
        return Situation.objects.filter(barrier="")


register_snippet(SituationViewSet)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page an editor may begin."""

    model: str
    words: str | Promise


FIRST = (
    Kind("articlepage", _("Article")),
    Kind("storypage", _("Story")),
    Kind("answerpage", _("Answer a question")),
)
MORE = (
    Kind("coursepage", _("Course")),
    Kind("sessionplanpage", _("Session plan")),
    Kind("optionspage", _("Options sheet")),
    Kind("letterpage", _("Letter")),
)


class WhatToWrite(Component):
    """First on the editor's front: what would you like to write?"""

    name = "what_to_write"
    order = 10
    template_name = "cms/admin/write.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {
            "topics": queries.topics(),
            "front": queries.home(),
            "first": FIRST,
            "more": MORE,
        }


class OpeningItem(MenuItem):
    """For those who set the house."""

    def is_shown(self, request: Any) -> bool:
        return rules.may(request.user, Act.SET_HOUSE) is None


@hooks.register("before_copy_page")
def keep_stories_single(request: Any, page: Any) -> Any:
    """A copy would outlive its author's no."""
    if StoryPage.objects.descendant_of(page, inclusive=True).exists():
        messages.error(request, _("A story cannot be copied: its author can take it back."))
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


@hooks.register("register_admin_menu_item")
def lead_to_the_opening() -> MenuItem:
    """The points before strangers are let in stand on a page of our own."""
    return OpeningItem(_("Opening"), "/opening/", name="opening", icon_name="home", order=9000)


@hooks.register("construct_homepage_panels")
def ask_what_to_write(request: Any, panels: list[Any]) -> None:
    """For those who write; everybody else sees what waits for them."""
    if rules.may(request.user, Act.WRITE_PAGES) is None and queries.home() is not None:
        panels.insert(0, WhatToWrite())
