"""When it was, for each of the topics somebody ticks: none of it is asked for."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.accounts.enums import Lived, Topic

_NAME = "lived_"


class LivedForm(forms.Form):
    """Forms that ask for topics go with this. A time counts for what is ticked: who unticks a topic
    takes both away."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for topic in Topic:
            self.fields[_NAME + topic.value] = forms.ChoiceField(
                label=topic.label,
                choices=[("", _("not said")), *Lived.choices],
                required=False,
                widget=forms.Select(attrs={"class": "input"}),
            )

    @property
    def lived_fields(self) -> list[forms.BoundField]:
        """One for each topic."""
        return [self[_NAME + topic.value] for topic in Topic]

    @property
    def lived_names(self) -> list[str]:
        """What they are called, for pages that show every field of a form."""
        return [field.name for field in self.lived_fields]

    @property
    def says_lived(self) -> bool:
        """Whether a time is said, or something is wrong there: nothing that is sent along is folded."""
        return any(field.value() or field.errors for field in self.lived_fields)

    def clean(self) -> dict[str, Any]:
        """The topics, and as `lived` when each of them was, where that is said."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        said = {topic.value: given.pop(_NAME + topic.value, "") for topic in Topic}
        ticked = given.get("topics", ())
        given["lived"] = {topic: said[topic] for topic in sorted(ticked) if said.get(topic)}
        return given

    @staticmethod
    def lived_parts(lived: Mapping[str, str]) -> dict[str, str]:
        """What is kept, for the fields."""
        return {_NAME + topic: when for topic, when in lived.items()}
