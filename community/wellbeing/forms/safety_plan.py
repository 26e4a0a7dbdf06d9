"""One answer at a time."""

from django import forms

from community.wellbeing.enums import HINTS, Step
from community.wellbeing.models import ANSWER_LIMIT


class AnswerForm(forms.Form):
    """The answer to one step. May stay empty: every step can be skipped."""

    words = forms.CharField(
        required=False,
        max_length=ANSWER_LIMIT,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )

    def __init__(self, *args: object, step: Step, **how: object) -> None:
        super().__init__(*args, **how)  # type: ignore[arg-type]
        self.fields["words"].label = step.label
        self.fields["words"].help_text = HINTS[step]
