"""A rule about words, as a coordinator says it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.word_rules import lines_of


class WordRuleForm(forms.Form):
    """Which words, what for, and what whoever writes them reads."""

    words = forms.CharField(
        label=_("The words"),
        help_text=_("One a line. Whole words only. No rule about swearing: that is distress."),
        max_length=600,
        widget=forms.Textarea,
        error_messages={"required": _("Please write at least one word.")},
    )
    purpose = forms.CharField(
        label=_("What it is for"),
        help_text=_("The team reads this. If you cannot say it, the rule is not needed."),
        max_length=200,
        error_messages={"required": _("Please say what it is for.")},
    )
    why = forms.CharField(
        label=_("Why we ask"),
        help_text=_("Whoever writes the word reads this. Kind, and without blame."),
        max_length=200,
        error_messages={"required": _("Please say why.")},
    )
    instead = forms.CharField(
        label=_("How it can be said"),
        max_length=200,
        error_messages={"required": _("Please say how it can be said.")},
    )
    days = forms.TypedChoiceField(
        label=_("Until when"),
        choices=[(30, _("one month")), (90, _("three months")), (365, _("one year"))],
        coerce=int,
        initial=90,
        error_messages={"required": _("Please choose until when.")},
    )

    def clean_words(self) -> str:
        """At least one that is more than a letter."""
        lines = lines_of(self.cleaned_data["words"])
        if any(len(one) < 3 for one in lines):
            raise forms.ValidationError(_("Please write words of three letters or more."))
        return "\n".join(lines)
