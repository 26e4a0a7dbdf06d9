"""What a provider says."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.care.forms.door import day_box
from community.care.forms.handing import words_box


class AnswerForm(forms.Form):
    """Words, or a day to talk about it, or both."""

    words = words_box(_("Your answer"), rows=5)
    talk_on = forms.DateField(
        label=_("Or: let us talk about it on"), required=False, widget=day_box()
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not (given["words"].strip() or given["talk_on"]):
            self.add_error("words", _("Please write an answer, or name a day to talk about it."))
        if (day := given.get("talk_on")) and day < timezone.localdate():
            self.add_error("talk_on", _("That day is over. Please choose today or a day to come."))
        return given
