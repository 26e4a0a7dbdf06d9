"""What is filled in inside a room. Cleaning words is `groups.forms`; these give it a shape."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from community.safety import house_rules
from community.safety.enums import Why
from groups.enums import HeldFor, Intent, NoteKind, WhyBack
from groups.forms import clean_note, clean_words, refuse_words
from groups.models import NOTE_LIMIT, WISH_LIMIT
from groups.models.message import DRAFT_LIMIT

# Why words are hidden: about the words, in the order in which it mostly happens.
HIDE_FOR = (Why.METHOD, Why.CONTACT, Why.OTHERS, Why.UNKIND, Why.HEAVY, Why.PLACE, Why.RULES)
REMOVE_FOR = (Why.UNKIND, Why.CONTACT, Why.METHOD, Why.RULES, Why.CARE)


class Written(forms.CharField):
    """Words as somebody typed or pasted them. Nothing in them is refused here: what cannot be
    stored is taken out, and the rest is judged by `groups.forms`, as on the socket."""

    def __init__(self, **how: Any) -> None:
        super().__init__(required=False, strip=False, **how)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\x00", "")


class Along(forms.Form):
    """What goes along with the words in the box."""

    note_kind = forms.ChoiceField(choices=NoteKind.choices, required=False)
    intent = forms.ChoiceField(choices=Intent.choices, required=False)
    reply_to = forms.IntegerField(min_value=1, max_value=10**15, required=False)
    held_for = forms.ChoiceField(choices=HeldFor.choices, required=False)

    def clean_note_kind(self) -> NoteKind | None:
        return NoteKind(chosen) if (chosen := self.cleaned_data["note_kind"]) else None

    def clean_intent(self) -> Intent | None:
        return Intent(chosen) if (chosen := self.cleaned_data["intent"]) else None

    def clean_held_for(self) -> HeldFor:
        return HeldFor(self.cleaned_data["held_for"] or HeldFor.GROUP)


class SendForm(Along):
    """What the box and its hidden fields hold. The words themselves are judged by `sending`, the
    same for page and socket; only a page that was tampered with fails here."""

    cid = forms.UUIDField()
    body = Written()
    note = Written()
    sure = forms.BooleanField(required=False)
    waits = forms.BooleanField(required=False)  # the page promised that the words wait


class WordsForm(forms.Form):
    """Words that are there, to be changed."""

    body = forms.CharField(label=_("Your words"), widget=forms.Textarea(attrs={"rows": 6}))
    note_kind = forms.ChoiceField(
        label=_("A note above it"),
        help_text=_("What is inside, so that others can choose to open it."),
        choices=[("", _("No note")), *NoteKind.choices],
        required=False,
    )
    note = forms.CharField(
        label=_("The note in your own words"), max_length=NOTE_LIMIT, required=False
    )
    intent = forms.ChoiceField(
        label=_("What would help you?"),
        choices=[("", _("Nothing special")), *Intent.choices],
        required=False,
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)
    # Under which name new words would wait, so that a form sent twice is one message.
    cid = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid4)

    def keep_note(self) -> None:
        """The team's note stays as it is: nothing is asked about it."""
        del self.fields["note"], self.fields["note_kind"]

    def clean(self) -> dict[str, Any]:
        """Cleaned as at the first sending; refused in the same words."""
        cleaned = super().clean() or {}
        cleaned["body"] = clean_words(cleaned.get("body", ""))
        cleaned["note"] = clean_note(cleaned.get("note", ""))
        refusal = refuse_words(cleaned["body"], cleaned["note"])
        if refusal is not None and "body" not in self.errors:
            self.add_error("body", str(refusal.words))
        return cleaned


class HideForm(forms.Form):
    """Why words leave the screens. The author reads exactly this."""

    reason = forms.ChoiceField(
        label=_("Why should these words be hidden?"),
        choices=[(why.value, why.label) for why in HIDE_FOR],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What would you like to tell the author?"),
        help_text=_("About the words, never about the person. They read it on their own page."),
        max_length=WISH_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RestoreForm(forms.Form):
    """Why words come back. It stands in the record; the author learns that they are back."""

    reason = forms.ChoiceField(
        label=_("Why may these words be read again?"),
        choices=WhyBack.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose why.")},
    )


class NoteForm(forms.Form):
    """What words of somebody else are about, so that readers can choose."""

    note_kind = forms.ChoiceField(
        label=_("What is it about?"), choices=NoteKind.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("A few words beside it"),
        help_text=_(
            "About what is inside, never about the person. Everybody in the room reads it."
        ),
        max_length=NOTE_LIMIT,
        required=False,
    )

    def clean_note(self) -> str:
        return clean_note(self.cleaned_data["note"])


class RemoveForm(forms.Form):
    """Why somebody may not be in this room for a while, in words they can read."""

    reason = forms.ChoiceField(
        label=_("Why?"),
        choices=[(why.value, why.label) for why in REMOVE_FOR],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What the person will read"),
        help_text=_("Say what happened, what happens next, and that they can ask somebody else."),
        max_length=WISH_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    rule = forms.ChoiceField(
        label=_("Which rule is it about?"),
        error_messages={"required": _("Please choose which rule this rests on.")},
    )
    field_order = ("reason", "rule", "words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rule = self.fields["rule"]
        assert isinstance(rule, forms.ChoiceField)
        rule.choices = [("", _("Please choose")), *house_rules.rows()]


class WishForm(forms.Form):
    """What a moderator would like to be different."""

    words = forms.CharField(
        label=_("What would you like to be different?"),
        help_text=_("The author reads this in your words, under your name."),
        max_length=WISH_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class HeldForForm(forms.Form):
    """Whom waiting words are for."""

    held_for = forms.ChoiceField(
        label=_("Who is this for?"), choices=HeldFor.choices, widget=forms.RadioSelect
    )
    sure = forms.BooleanField(required=False)


class DraftForm(Along):
    """What is in a box at this moment."""

    cid = forms.UUIDField()
    body = Written(max_length=DRAFT_LIMIT)
    note = Written(max_length=DRAFT_LIMIT)
    below = forms.IntegerField(min_value=0, max_value=10**15, required=False)

    def clean_below(self) -> int:
        return self.cleaned_data["below"] or 0
