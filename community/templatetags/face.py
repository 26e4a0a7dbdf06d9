"""What templates ask of the face: the chosen colours, the way round the site, form fields."""

from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

THEMES = ("light", "dark", "contrast")


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """The colours this browser chose, or nothing where it follows the device."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme", "") if request else ""
    return chosen if chosen in THEMES else ""


@register.simple_tag(takes_context=True)
def html_attributes(context: Context) -> SafeString:
    """Attributes of <html> that depend on the browser: its colours, and whether somebody left
    quickly from here a moment ago."""
    request = context.get("request")
    chosen = theme(context)
    left = bool(request and "left" in request.COOKIES)
    return format_html(
        "{}{}",
        format_html(' data-theme="{}"', chosen) if chosen else "",
        format_html(" data-left") if left else "",
    )


@register.inclusion_tag("components/nav-link.html", takes_context=True)
def nav_link(context: Context, href: str, words: str) -> dict[str, Any]:
    """A link of the main navigation that knows whether one is there."""
    request = context.get("request")
    path = request.path if request else ""
    return {"href": href, "words": words, "here": path.startswith(href), "exact": path == href}


def _ids(bound: BoundField) -> tuple[str, str]:
    return f"{bound.auto_id}_hint", f"{bound.auto_id}_error"


@register.inclusion_tag("components/error-summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """Everything that is wrong in the forms, on top of the page, each a link to its field."""
    rows = []
    for form in forms:
        rows += [{"words": words, "href": ""} for words in form.non_field_errors()]
        for bound in form:
            rows += [{"words": words, "href": f"#{_target(bound)}"} for words in bound.errors]
    return {"rows": rows}


def _target(bound: BoundField) -> str:
    """The id of what can be filled in: the first choice of a list, else the field itself."""
    return f"{bound.auto_id}_0" if is_choice(bound) else str(bound.auto_id)


def is_choice(bound: BoundField) -> bool:
    """A field drawn as a list of choices."""
    return getattr(bound.field.widget, "input_type", "") in {"radio", "checkbox"} and hasattr(
        bound.field.widget, "option_template_name"
    )
