"""When mail may leave."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.notifications.quiet import Wishes

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
