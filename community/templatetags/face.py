"""What templates ask of the face: the chosen colours, the way round the site, form fields."""

from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, Field, RadioSelect, Select, Textarea
from django.forms.boundfield import BoundWidget
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

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
        SafeString(" data-left") if left else "",
    )


@register.simple_tag
def clock(moment: datetime | None) -> SafeString | str:
    """A time of day as the reader's clock shows it: in the zone of the person or the house, and
    where the browser stands in another one, in that, saying so (js/clock.js)."""
    if moment is None:
        return ""
    return format_html(
        '<time datetime="{}" data-clock="{}">{}</time>',
        moment.astimezone(UTC).isoformat(timespec="seconds"),
        gettext("your time"),
        timezone.localtime(moment).strftime("%H:%M"),
    )


@register.filter
def when(moment: datetime | None) -> str:
    """A moment as one says it: the time alone today, with the day where it is another one."""
    if moment is None:
        return ""
    here = timezone.localtime(moment)
    words = {-1: gettext("yesterday, %s"), 0: "%s", 1: gettext("tomorrow, %s")}
    said = words.get((here.date() - timezone.localdate()).days)
    return said % date_format(here, "H:i") if said else date_format(here, "j M, H:i")


@register.filter
def next_hour(moment: datetime | None) -> str:
    """When somebody comes: the hour alone where it is the next one of that name, else with its
    day."""
    if moment is None:
        return ""
    is_soon = moment - timezone.now() < timedelta(hours=20)
    return date_format(timezone.localtime(moment), "H:i") if is_soon else when(moment)


@register.inclusion_tag("components/nav-link.html", takes_context=True)
def nav_link(context: Context, href: str, words: str, *beside: str) -> dict[str, Any]:
    """A link of the main navigation that knows whether one is there. `beside`: other folders that
    belong to it."""
    request = context.get("request")
    path = request.path if request else ""
    is_here = path.startswith((href, *beside))
    return {"href": href, "words": words, "here": is_here, "exact": path == href}


@register.inclusion_tag("components/error-summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """Everything that is wrong in the forms, on top of the page, each a link to its field."""
    rows = []
    for form in forms:
        rows += [{"words": words, "href": ""} for words in form.non_field_errors()]
        for bound in form:
            rows += [{"words": words, "href": f"#{_target(bound)}"} for words in _wrong(bound)]
    return {"rows": rows}


@register.simple_tag(takes_context=True)
def error_prefix(context: Context, form: BaseForm | None = None) -> str:
    """ "Error: " before the title of a page that came back with something to mend."""
    form = form or context.get("form")
    wrong = isinstance(form, BaseForm) and form.is_bound and bool(form.errors)
    return gettext("Error: ") if wrong else ""


@register.simple_tag
def field(bound: BoundField, label: str = "", as_title: str = "", **attrs: Any) -> SafeString:
    """A form field whole: label, hint, error, and the box, list or tick, joined for screen readers.

    `label` replaces the form's own; `as_title="yes"` makes it the page's heading; anything else
    becomes an attribute of the box (`rows=3`, `autocomplete="off"`).
    """
    shown: dict[str, Any] = {
        "field": bound,
        "errors": _wrong(bound),
        "label": label or bound.label,
        "as_title": as_title,
        "optional": not bound.field.required,
    }
    if bound.is_hidden:
        return bound.as_widget(attrs=attrs)
    if is_choice(bound):
        shown["described"] = bound.aria_describedby
        shown["groups"] = _groups(bound)
        return render_to_string("components/choices.html", shown)
    if _kind(bound) == "checkbox":
        shown["widget"] = bound.as_widget(attrs=attrs)
        return render_to_string("components/check.html", shown)
    kind = str(bound.field.widget.attrs.get("class", ""))
    if isinstance(bound.field.widget, Textarea):
        attrs.setdefault("rows", 5)
    shown["widget"] = bound.as_widget(attrs={**attrs, "class": f"input {kind}".strip()})
    return render_to_string("components/field.html", shown)


@register.simple_tag
def fields(form: BaseForm) -> SafeString:
    """Every field of a form, one below the other, hidden ones included."""
    return format_html_join("", "{}", ((field(bound),) for bound in form))


@register.filter
def steps(of: int, now: int) -> list[bool]:
    """One dot for each step; those reached are true."""
    return [number <= int(now) for number in range(1, int(of) + 1)]


def _wrong(bound: BoundField) -> list[str]:
    """What is wrong with a field, in words that make sense away from it: "This field is required"
    names what is missing."""
    usual = Field.default_error_messages["required"]
    return [_unanswered(bound) if words == usual else str(words) for words in bound.errors]


def _unanswered(bound: BoundField) -> str:
    label = str(bound.label)
    if label.endswith("?"):
        return gettext("Please answer: %s") % label
    if _kind(bound) == "checkbox" and not is_choice(bound):
        return gettext("Please tick: %s") % label
    if is_choice(bound):
        return gettext("Please choose an answer: %s") % label
    if isinstance(bound.field.widget, Select):
        return gettext("Please choose: %s") % label
    return gettext("Please fill in: %s") % label


def _kind(bound: BoundField) -> str:
    return str(getattr(bound.field.widget, "input_type", ""))


def _target(bound: BoundField) -> str:
    """The id of what can be filled in: the first choice of a list, else the field itself."""
    if not is_choice(bound):
        return str(bound.auto_id)
    return f"{bound.auto_id}_0_0" if _is_grouped(bound) else f"{bound.auto_id}_0"


def is_choice(bound: BoundField) -> bool:
    """A field drawn as a list of choices."""
    return isinstance(bound.field.widget, RadioSelect)  # checkbox lists are a kind of it


def _is_grouped(bound: BoundField) -> bool:
    """Whether the choices stand in groups, each with words of its own above it."""
    return any(isinstance(of, list | tuple) for _words, of in _choices(bound))


def _choices(bound: BoundField) -> list[tuple[Any, Any]]:
    """The choices as they were written down; none where they are looked up when they are drawn."""
    choices = getattr(bound.field, "choices", None)
    return choices if isinstance(choices, list) else []


def _groups(bound: BoundField) -> list[tuple[str, list[BoundWidget]]]:
    """The choices with the words above them; all in one, without words, where no group was made."""
    drawn = iter(bound)
    if not _is_grouped(bound):
        return [("", list(drawn))]
    return [(str(words), list(islice(drawn, len(of)))) for words, of in _choices(bound)]
