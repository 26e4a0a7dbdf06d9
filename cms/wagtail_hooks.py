"""The editor: helplines beside the pages, and how the text reads while it is written."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.components import Component
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms import queries
from cms.models import Service, Situation, StoryPage
from cms.writing import OLDEST
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


# What the preview marks: how grave it is, what it is called, and what helps.
MARKS: dict[str, tuple[str, Any, Any]] = {
    "writing-stops": (
        "critical",
        _("This stops the page"),
        _("The list above the page says why, and what could stand there"),
    ),
    "writing-mute": (
        "critical",
        _("A picture does not say what it shows"),
        _("Say it for those who cannot see it"),
    ),
    "writing-reason": (
        "serious",
        _("These words need a reason to stay"),
        _("Choose better ones, or write the reason below the text"),
    ),
    "writing-thought": (
        "moderate",
        _("These words are worth a thought"),
        _("There are kinder or clearer ones"),
    ),
    "writing-hard": ("minor", _("A hard word"), _("A plain one reaches more people")),
    "writing-long": ("minor", _("A long sentence"), _("Two short ones are easier to read tired")),
}

# How the whole page reads: one of these at a time.
AGES: dict[str, Any] = {
    f"writing-age-{age}": format_lazy(_("Reads like age {age}"), age=age)
    for age in range(6, OLDEST + 1)
}


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


class Checks(ContentCheckerItem):
    """The editor's own checks and ours: what the preview marks is listed beside it, while somebody
    writes. Each rule names a mark, and asks for a name that no mark has."""

    axe_exclude: ClassVar = [*ContentCheckerItem.axe_exclude, "[data-writing-notes]"]
    axe_run_only: ClassVar = [*ContentCheckerItem.axe_run_only, *MARKS, *AGES]
    axe_custom_rules: ClassVar = [
        *ContentCheckerItem.axe_custom_rules,
        *(
            {
                "id": key,
                "impact": impact,
                "selector": f".article .{key}",
                "tags": ["best-practice"],
                "any": ["aria-label"],
                "enabled": True,
            }
            for key, (impact, _said, _help) in MARKS.items()
        ),
        *(
            {
                "id": key,
                "impact": "minor",
                "selector": f".{key}",
                "tags": ["best-practice"],
                "any": ["aria-label"],
                "enabled": True,
            }
            for key in AGES
        ),
    ]
    axe_messages: ClassVar = {
        **ContentCheckerItem.axe_messages,
        **{
            key: {"error_name": said, "help_text": help}
            for key, (_impact, said, help) in MARKS.items()
        },
        **{
            key: {"error_name": said, "help_text": _("The list above the page says what helps")}
            for key, said in AGES.items()
        },
    }


@hooks.register("construct_wagtail_userbar")
def check_as_it_is_written(request: Any, items: list[Any], page: Any) -> None:
    """In the place of the editor's own checks, with them among ours."""
    for at, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[at] = Checks(in_editor=item.in_editor)


@hooks.register("construct_homepage_panels")
def ask_what_to_write(request: Any, panels: list[Any]) -> None:
    """For those who write; everybody else sees what waits for them."""
    if rules.may(request.user, Act.WRITE_PAGES) is None and queries.home() is not None:
        panels.insert(0, WhatToWrite())
