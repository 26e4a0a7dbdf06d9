"""Every part of the face in every state, on one page. Only where a demo may run."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from community.accounts.models import Person
from community.me_lines import Line

_THEMES = (("light", _("Light")), ("dark", _("Dark")), ("contrast", _("Strong contrast")))
_TEN = datetime(2026, 11, 3, 22, tzinfo=UTC)
_LINES = [
    {
        "name": _("Example listening line"),
        "number": "000 000 000",
        "href": "tel:000000000",
        "about": _("A made-up line. Open now, day and night. Free."),
    },
    {
        "name": _("Example text line"),
        "number": "00000",
        "href": "sms:00000",
        "about": _("A made-up line. Text a word and someone answers. Open now until 02:00."),
    },
]


class ExampleForm(forms.Form):
    """One field of each kind."""

    handle = forms.CharField(
        label=_("What may we call you?"),
        help_text=_("Not your real name. You can change it later."),
        max_length=30,
    )
    about = forms.CharField(label=_("In your words"), widget=forms.Textarea, required=False)
    when = forms.ChoiceField(
        label=_("When do you read messages?"),
        choices=[("", _("Choose a time")), ("am", _("Mornings")), ("pm", _("Evenings"))],
    )
    show = forms.ChoiceField(
        label=_("Who may see this?"),
        help_text=_("You can take it back at any time."),
        widget=forms.RadioSelect,
        choices=[
            ("group", _("The group, once a moderator has read it")),
            ("team", _("Only the team")),
            ("me", _("Only me")),
        ],
    )
    topics = forms.MultipleChoiceField(
        label=_("What would you like to talk about?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[("sleep", _("Sleep")), ("family", _("Family")), ("work", _("Work"))],
        required=False,
    )
    times = forms.MultipleChoiceField(
        label=_("When are you here?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (_("In the week"), [("morning", _("Mornings")), ("evening", _("Evenings"))]),
            (_("At the weekend"), [("any", _("Any time"))]),
        ],
        required=False,
    )
    agree = forms.BooleanField(label=_("I have read this and it is all right"))


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """The parts, filled, empty and in trouble, in each set of colours."""
    return render(request, "styleguide/page.html", _shown())


def _shown() -> dict[str, Any]:
    wrong = ExampleForm(data={"handle": "", "show": "nobody"}, auto_id="wrong_%s")
    return {
        "themes": _THEMES,
        "lines": _LINES,
        "filled": ExampleForm(
            initial={"handle": "quiet-river", "show": "team", "topics": ["sleep"]},
            auto_id="filled_%s",
        ),
        "wrong": wrong,
        "signed_in": Person(pk=0, handle="quiet-river"),
        "presences": [
            {"here": here, "within": within, "until": until}
            for here in (True, False)
            for within, until in ((True, _TEN), (False, _TEN), (False, None))
        ],
        "told": [
            ("", _("Saved.")),
            ("strong", _("Emil was asked. He has not answered yet.")),
            ("trouble", _("That could not be saved. Your words are still in the box.")),
        ],
        "offer": Line(
            "#frame",
            _("A line about you"),
            about=_("Something small that others may know: a pet, a hobby."),
            label=_("Write a line"),
            not_now="#frame",
        ),
        "grounds": ("paper", "surface", "sunk", "action-tint", "clay-tint", "honey-tint"),
    }
