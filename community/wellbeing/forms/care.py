"""Small acts, thanks, feedback."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.wellbeing.actions.care import Planned
from community.wellbeing.enums import About, Area, Takes
from community.wellbeing.models import Feedback
from community.wellbeing.models.care import ACT_LIMIT, FEEDBACK_LIMIT, THANKS_LIMIT


def _line(
    label: Any,
    *,
    required: bool = False,
    limit: int = ACT_LIMIT,
    missing: Any = "",
    help_text: Any = "",
) -> forms.CharField:
    """`missing`: what is said where it was left empty."""
    box = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(
        label=label,
        required=required,
        max_length=limit,
        widget=box,
        help_text=help_text,
        error_messages={"required": missing} if missing else None,
    )


def _words(label: Any, limit: int, *, required: bool = True, missing: Any = "") -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 3, "autocomplete": "off"})
    return forms.CharField(
        label=label,
        required=required,
        max_length=limit,
        widget=box,
        error_messages={"required": missing} if missing else None,
    )


class ActForm(forms.Form):
    """One tiny act: what, when, where, how sure."""

    area = forms.TypedChoiceField(label=_("Area"), coerce=Area, choices=Area.choices)
    words = _line(_("What?"), required=True)
    when = _line(_("When?"))
    where = _line(_("Where?"))
    sure = forms.TypedChoiceField(
        label=_("How sure am I that I will do it?"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "–"), *((n, str(n)) for n in range(11))],
        help_text=_("0: not at all. 10: quite sure."),
    )

    @property
    def planned(self) -> Planned:
        """The act as it was written."""
        return Planned(**self.cleaned_data)


class IdeaForm(forms.Form):
    """One act that somebody suggests."""

    area = forms.TypedChoiceField(label=_("Area"), coerce=Area, choices=Area.choices)
    words = _line(_("What might be a small thing to try?"), required=True)


class ThanksForm(forms.Form):
    """One specific thing."""

    name = _line(
        _("Whom? Their name here"),
        required=True,
        missing=_("Please write the name they have here."),
    )
    you = _words(_("When you …"), THANKS_LIMIT, missing=_("Please write what they did."))
    helped = _words(_("… it helped me"), THANKS_LIMIT, missing=_("Please write how it helped."))
    is_open = forms.BooleanField(
        label=_("Others who read about them may see it too, without my name"),
        help_text=_(
            "Only if they would like that as well. Leave it empty, and it is for them alone."
        ),
        required=False,
    )


class NoticeForm(forms.Form):
    """What one saw in a step, and which strength it shows."""

    saw = _words(_("I saw …"), THANKS_LIMIT, missing=_("Please write what you saw."))
    strength = _words(
        _("… and it shows me that you"), THANKS_LIMIT, missing=_("Please write what it shows.")
    )
    is_open = forms.BooleanField(
        label=_("Others who read about them may see it too, without my name"), required=False
    )

    def __init__(self, *args: Any, takes: Takes, **how: Any) -> None:
        super().__init__(*args, **how)
        if takes != Takes.OPEN:
            del self.fields["is_open"]


class RecognitionForm(forms.Form):
    """How somebody would like to be thanked."""

    takes = forms.TypedChoiceField(
        label=_("Would I like to be thanked?"),
        coerce=Takes,
        choices=Takes.choices,
        widget=forms.RadioSelect,
    )
    notice = _line(
        _("What I would like to be noticed"),
        limit=THANKS_LIMIT,
        help_text=_("Whoever you ask to notice a step reads it, and how you would like that."),
    )


class FeedbackForm(forms.Form):
    """Three taps and words."""

    about = forms.TypedChoiceField(
        label=_("What is it about?"), coerce=About, choices=About.choices, widget=forms.RadioSelect
    )
    words = _words(_("In your words"), FEEDBACK_LIMIT, required=False)

    LABELS = {"heard": _("I was heard"), "fitting": _("It fitted me"), "helped": _("It helped")}

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        for name in Feedback.TAPS:
            self.fields[name] = forms.TypedChoiceField(
                label=self.LABELS[name],
                required=False,
                coerce=int,
                empty_value=None,
                choices=[("", _("no answer")), *((n, str(n)) for n in range(1, 6))],
                widget=forms.RadioSelect,
            )

    @property
    def rows(self) -> list[forms.BoundField]:
        """The three taps."""
        return [self[name] for name in Feedback.TAPS]

    @property
    def taps(self) -> dict[str, int | None]:
        """What was tapped."""
        return {name: self.cleaned_data[name] for name in Feedback.TAPS}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("words", "").strip() and not any(given.get(n) for n in Feedback.TAPS):
            raise forms.ValidationError(_("One tap or one word is enough."))
        return given


class ThemeForm(forms.Form):
    """What several people said, and what became of it."""

    said = _line(_("You said"), required=True, limit=200)
    did = _words(_("We did, or why not"), 600, required=False)
