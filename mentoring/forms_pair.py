"""What two people fill in about their pair."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.enums import NOT_THE_FIT
from mentoring.models import PairAgreement


class AgreementForm(forms.ModelForm):  # type: ignore[type-arg]
    """Six short lines, none of them asked for. `read` is the version they were written over."""

    read = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    class Meta:
        model = PairAgreement
        fields = PairAgreement.LINES
        help_texts = {
            "rhythm": _(
                "For example: most evenings after seven. In between, an answer within two days."
            ),
            "hard_days": _("A mentor is not on call. Help now has lines that are."),
            "until": _("For example: six weeks, then we ask each other. Either of you can stop."),
        }

    def lines(self) -> dict[str, str]:
        """The six lines as they were filled in."""
        given: dict[str, Any] = self.cleaned_data
        return {name: str(given[name]).strip() for name in PairAgreement.LINES}


class FitForm(forms.Form):
    """Why two people do not fit: three reasons, none of which is about somebody."""

    reason = forms.ChoiceField(
        label=_("Which is nearest?"),
        help_text=_("The other of you never learns it. It is only counted, to match better."),
        choices=[(one.value, one.label) for one in NOT_THE_FIT],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what is nearest.")},
    )


class CallForm(forms.Form):
    """What a mentor likes to say to whoever comes."""

    words = forms.CharField(
        label=_("What would help you?"),
        help_text=_("Only the team reads it. You need not repeat what was written to you."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
