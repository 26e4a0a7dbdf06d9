"""What is chosen about how rooms are for oneself."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.enums import Fold, NoteKind
from groups.forms import clean_note
from groups.models import MUTED_LIMIT

FOR = {
    "week": (_("for a week"), timedelta(days=7)),
    "month": (_("for a month"), timedelta(days=30)),
    "season": (_("for three months"), timedelta(days=91)),
    "year": (_("for a year"), timedelta(days=365)),
}


class ComfortForm(forms.Form):
    """One choice for each kind of note, and whether one shows that one is writing."""

    typing = forms.BooleanField(
        label=_("Show when I am writing, and see it of others"),
        help_text=_("Only people who chose this too can see it. Never in slow rooms, never kept."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in NoteKind:
            self.fields[kind.value] = forms.ChoiceField(label=kind.label, choices=Fold.choices)

    @property
    def kinds(self) -> list[forms.BoundField]:
        """The fields for the kinds of notes, in their order."""
        return [self[kind.value] for kind in NoteKind]

    def folds(self) -> dict[NoteKind, Fold]:
        return {kind: Fold(self.cleaned_data[kind.value]) for kind in NoteKind}


class MuteForm(forms.Form):
    """A word, or a few in a row, and for how long."""

    words = forms.CharField(
        label=_("A word or a few in a row"),
        help_text=_("Also meant: its family. “drink” folds drinks and drinking as well."),
        max_length=MUTED_LIMIT,
    )
    how_long = forms.ChoiceField(
        label=_("How long?"),
        choices=[(key, words) for key, (words, _time) in FOR.items()],
        initial="month",
    )

    def clean_words(self) -> str:
        return clean_note(self.cleaned_data["words"])

    def until(self, now: datetime) -> datetime:
        return now + FOR[self.cleaned_data["how_long"]][1]
