"""When mail may leave."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.notifications.places import Place
from community.notifications.quiet import Wishes
from community.notifications.topics import CHOSEN

LONGEST_BREAK = timedelta(days=366)


def _clock(label: Any) -> forms.TimeField:
    box = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=box)


class BreakForm(forms.Form):
    """How long, and whether those who would wait hear of it."""

    days = forms.TypedChoiceField(
        label=_("How long?"),
        coerce=int,
        choices=[
            (3, _("three days")),
            (7, _("a week")),
            (14, _("two weeks")),
            (30, _("a month")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose how long.")},
    )
    tells = forms.BooleanField(
        label=_("Tell my mentor, and the hosts of meetings I said yes to"),
        help_text=_("They read that you take a break, and never why."),
        required=False,
    )


class TimesForm(forms.Form):
    """Quiet hours, how many mails a day, and a day until which none comes."""

    quiet_from = _clock(_("No mail at night, from"))
    quiet_until = _clock(_("No mail at night, until"))
    mails_a_day = forms.TypedChoiceField(
        label=_("At most this many mails a day"),
        coerce=int,
        choices=[(n, str(n)) for n in (1, 2, 3, 5, 10)],
        help_text=_("What is more comes in one mail the next morning."),
    )
    rests_until = forms.DateField(
        label=_("No mail until the end of this day"),
        required=False,
        help_text=_(
            "For a holiday, or because somebody died. This is a break that nobody is told of."
        ),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    @property
    def wishes(self) -> Wishes:
        """What was chosen."""
        return Wishes(**self.cleaned_data)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("quiet_from")) != bool(given.get("quiet_until")):
            self.add_error("quiet_until", _("Please say both, or neither."))
        until = given.get("rests_until")
        if until is not None and until > timezone.localdate() + LONGEST_BREAK:
            self.add_error("rests_until", _("This can be a year from now at most."))
        return given


class WhichForm(forms.Form):
    """About what, and from where, a mail may come: what is ticked may. `sent`: a form with nothing
    ticked is an answer too."""

    sent = forms.CharField(initial="yes", widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, places: Collection[Place], off: Collection[str], **how: Any
    ) -> None:
        super().__init__(*args, **how)
        topics = [(topic.value, topic.label) for topic in CHOSEN]
        rooms = [(place.key, str(place.title)) for place in places]
        self._all = {str(key) for key, _label in [*topics, *rooms]}
        self.fields["topics"] = _ticks(_("A mail may come about"), topics, off)
        if rooms:
            self.fields["places"] = _ticks(_("And from these rooms"), rooms, off)

    @property
    def off(self) -> set[str]:
        """What is not ticked."""
        given = self.cleaned_data
        return self._all - {*given.get("topics", ()), *given.get("places", ())}


def _ticks(label: Any, choices: list[Any], off: Collection[str]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        choices=choices,
        initial=[key for key, _words in choices if key not in off],
        widget=forms.CheckboxSelectMultiple,
    )
