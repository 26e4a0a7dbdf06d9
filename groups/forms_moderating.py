"""What is filled in by those who look after a room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.forms import clean_words, refuse_words
from groups.forms_room import HideForm
from groups.models import WISH_LIMIT
from groups.models.message import BODY_LIMIT
from groups.spans import Span, fit, places_of


class CoverForm(HideForm):
    """Which part of the words, and why. Chosen with the pointer or the keyboard, or written out."""

    part = forms.CharField(
        label=_("The words to cover"),
        help_text=_("As they stand above. Every place where they stand is covered."),
        max_length=BODY_LIMIT,
        error_messages={"required": _("Please choose the words to cover, or write them here.")},
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)
    read = forms.CharField(widget=forms.HiddenInput, max_length=64)

    field_order = ("part", "reason", "words", "start", "end", "read")

    def __init__(self, *args: Any, text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text
        self.fields["reason"].label = _("Why should they be covered?")

    def clean(self) -> dict[str, Any]:
        """Where the part stands: at the chosen place while it still reads as what is in the box,
        else wherever those words are found."""
        cleaned = super().clean() or {}
        part = " ".join(clean_words(cleaned.get("part") or "").split())
        cleaned["parts"] = self._chosen(cleaned, part) or places_of(part, self.text)
        if not cleaned["parts"] and "part" not in self.errors:
            self.add_error("part", _NOT_FOUND)
        return cleaned

    def _chosen(self, cleaned: dict[str, Any], part: str) -> list[Span]:
        start, end = cleaned.get("start"), cleaned.get("end")
        if start is None or end is None or not fit([(start, end)], self.text):
            return []
        stands = " ".join(self.text[start:end].split())
        return [(start, end)] if part == stands else []


_NOT_FOUND = _("These words do not stand above. Please write them as they are there.")


class AnewForm(forms.Form):
    """What the author would say instead."""

    body = forms.CharField(
        label=_("What you would like to say instead"),
        help_text=_("A moderator reads it first. Until then nothing changes for anybody."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Cleaned as at the first sending; refused in the same words."""
        cleaned = super().clean() or {}
        cleaned["body"] = clean_words(cleaned.get("body", ""))
        refusal = refuse_words(cleaned["body"], "")
        if refusal is not None and "body" not in self.errors:
            self.add_error("body", str(refusal.words))
        return cleaned


class BreatherForm(forms.Form):
    """A kind word with ten quiet minutes."""

    words = forms.CharField(
        label=_("What would you like to tell them?"),
        help_text=_("Only they read it. Without words of yours they read a kind sentence of ours."),
        max_length=WISH_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
