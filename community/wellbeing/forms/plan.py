"""A section, a goal, a step, and what is shared with whom."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.wellbeing.actions.plan import Wanted
from community.wellbeing.actions.sharing import LONGEST
from community.wellbeing.companions import Companion
from community.wellbeing.enums import SECTION_HINTS, Section
from community.wellbeing.models.plan import GOAL_LIMIT, PART_LIMIT
from community.wellbeing.queries.sharing import Part


class PartForm(forms.Form):
    """One section, in one's own words."""

    words = forms.CharField(
        required=False,
        max_length=PART_LIMIT,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
    )
    only_me = forms.BooleanField(
        label=_("Only for me: this section cannot be shared"), required=False
    )

    def __init__(self, *args: Any, section: Section, **how: Any) -> None:
        super().__init__(*args, **how)
        self.fields["words"].label = section.label
        self.fields["words"].help_text = SECTION_HINTS.get(section, "")


def _line(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=GOAL_LIMIT,
        help_text=help_text,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def _ten(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "–"), *((n, str(n)) for n in range(11))],
        help_text=_("0: not at all. 10: very."),
    )


class GoalForm(forms.Form):
    """What somebody wants, why, and how they will know."""

    words = _line(_("What I want"), required=True)
    why = _line(_("Why it matters to me"))
    measure = _line(_("How I will notice that it works"))
    helper = _line(_("Who can help"))
    importance = _ten(_("How much does it matter?"))
    confidence = _ten(_("How sure am I that I can do it?"))
    review_on = forms.DateField(
        label=_("When do I look at it again?"),
        required=False,
        help_text=_("In four weeks, if you leave it empty."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    @property
    def wanted(self) -> Wanted:
        """The goal as it was written."""
        return Wanted(**self.cleaned_data)


class StepForm(forms.Form):
    """One step."""

    words = _line(_("One more step"), required=True)


class SuggestionForm(forms.Form):
    """Words for a section."""

    words = forms.CharField(
        label=_("Words you suggest"),
        max_length=PART_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )


class GoalSuggestionForm(forms.Form):
    """A goal, or other words for one."""

    words = _line(_("Words you suggest"), required=True)


class PartsField(forms.MultipleChoiceField):
    """What is shared."""

    def __init__(self, parts: list[Part]) -> None:
        choices = [(part.key, str(part.title)) for part in parts]
        box = forms.CheckboxSelectMultiple
        super().__init__(label=_("What?"), choices=choices, widget=box)


class ShareForm(forms.Form):
    """With whom, what, until when. Nothing is chosen beforehand."""

    to = forms.TypedChoiceField(label=_("With whom?"), coerce=int, widget=forms.RadioSelect)
    until = forms.DateField(
        label=_("Until when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, known: list[Companion], parts: list[Part], **how: Any) -> None:
        super().__init__(*args, **how)
        to = self.fields["to"]
        assert isinstance(to, forms.TypedChoiceField)
        to.choices = [(one.person, f"{one.name} ({one.role})") for one in known]
        self.fields["parts"] = PartsField(parts)
        self.order_fields(["to", "parts", "until"])
        self.fields["until"].initial = timezone.localdate() + timedelta(weeks=4)

    def clean_until(self) -> datetime:
        """The end of that day."""
        day: date = self.cleaned_data["until"]
        ends = timezone.make_aware(datetime.combine(day, time(23, 59)))
        if not timezone.now() < ends <= timezone.now() + LONGEST:
            raise forms.ValidationError(_("Please choose a day within the next three months."))
        return ends
