"""What the editor says on top where a page cannot be handed on yet: what is left, each with its way."""

from collections.abc import Iterator
from typing import Any

from django import template
from django.contrib.messages import ERROR, WARNING
from django.contrib.messages.storage.base import Message
from django.core.exceptions import NON_FIELD_ERRORS
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.panels import ObjectList

register = template.Library()


@register.simple_tag(takes_context=True)
def with_ways(context: Context) -> list[Any]:
    """The messages; in the place of the one about an invalid form, what the form says itself."""
    messages, panel = context.get("messages"), context.get("edit_handler")
    form = getattr(panel, "form", None)
    errors = form.errors if form is not None and form.is_bound else {}
    kept = list(messages or ())
    if not errors:
        return kept
    return [_of_form(form, panel) if one.level == ERROR else one for one in kept]


def _of_form(form: Any, panel: Any) -> Message:
    own = form.non_field_errors()
    first = own[0] if own else _("This is not kept yet. Please look at:")
    where = dict(_places(panel))
    rows = (
        (_row(form, name, where.get(name, "")), " ".join(said))
        for name, said in form.errors.items()
        if name != NON_FIELD_ERRORS
    )
    more = ((SafeString(""), one) for one in own[1:])
    listed = format_html_join("", "<li>{}{}</li>", [*more, *rows])
    return Message(
        WARNING if own else ERROR, format_html('{}<ul class="errorlist">{}</ul>', first, listed)
    )


def _row(form: Any, name: str, place: str) -> SafeString:
    label = form.fields[name].label or name
    if not place:
        return format_html("{}: ", label)
    return format_html('<a href="#{}">{}</a>: ', place, label)


def _places(panel: Any, section: str = "") -> Iterator[tuple[str, str]]:
    """In which section of the page each field stands."""
    if name := getattr(panel, "field_name", ""):
        yield name, section
    if isinstance(getattr(panel, "panel", None), ObjectList):
        for child, name in panel.visible_children_with_identifiers:
            yield from _places(child, f"{panel.prefix}-{name}-section")
    else:
        for child in getattr(panel, "children", ()):
            yield from _places(child, section)
