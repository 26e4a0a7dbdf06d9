"""The editor's form of an article, and the forms of its review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from cms import checks, gates, letters, wording
from cms.blocks import Body
from cms.enums import CheckKind

# Buttons that hand a page to somebody else. Saving a draft asks for nothing.
HANDS_ON = ("action-submit", "action-restart-workflow")


class ArticleForm(WagtailAdminPageForm):
    """Asks for what is left when a page is handed on: everything at once, as one list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            # Made from the title where nobody chose one: it stands on another tab, and a draft
            # must not fail to be kept for it.
            self.fields["slug"].required = False
        if "next_review" in self.fields:
            # A default that is worked out would otherwise count as a change of whoever looks:
            # the reviewer would have edited last, and could not approve.
            self.fields["next_review"].show_hidden_initial = False
        if "body" in self.fields and self.instance.pk is None and not self.instance.body:
            # An open place to write in, rather than a sign behind which one is found.
            self.initial["body"] = Body().to_python([{"type": "text", "value": ""}])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not any(name in self.data for name in HANDS_ON):
            return cleaned
        left = checks.what_is_left(
            body=cleaned.get("body"),
            sources=cleaned.get("sources"),
            why_no_sources=cleaned.get("why_no_sources", ""),
            next_review=cleaned.get("next_review"),
            words=self._wording(cleaned),
        )
        left += self._gates(cleaned, said={one.words for one in left})
        if any(one.field == "body" for one in left):
            self.errors.pop("body", None)  # it says "Validation error in StreamBlock"
        mentioned = dict(self.errors)
        self.errors.clear()
        if left or mentioned:
            self.add_error(None, str(checks.SOMETHING_LEFT))
        self.errors.update(mentioned)
        for one in left:
            if one.field not in mentioned:
                self.add_error(one.field, str(one.words))
        return cleaned

    def _gates(self, cleaned: dict[str, Any], *, said: set[Any]) -> list[checks.Left]:
        """What else keeps it from the public, as it is in the form."""
        if any(name not in cleaned for name in ("title", "summary", "body")):
            return []
        if checks.NO_PICTURE_WORDS.words in said:
            said.add(gates.PICTURE_WORDS.words)
        stops = self.instance.what_stops_it()
        return [checks.Left("body", one.words) for one in stops if one.words not in said]

    def _wording(self, cleaned: dict[str, Any]) -> Any:
        """What the words as they are in the form ask for."""
        if any(name not in cleaned for name in ("title", "summary", "body")):
            return None  # said already, by the field
        page = self.instance
        for name in ("title", "summary", "body"):
            setattr(page, name, cleaned[name])
        found = wording.of_page(page)
        return found.refusal(is_told=page.is_told, why=cleaned.get("why_these_words", ""))


class NoteForm(forms.Form):
    """What is to change before a page can be public."""

    words = forms.CharField(
        label=_("What would need to change?"), max_length=1000, widget=forms.Textarea
    )


class ShownForm(forms.Form):
    """Under which name readers see who stands behind a page."""

    shown_as = forms.CharField(
        label=_("The name readers see"),
        max_length=80,
        required=False,
        help_text=_(
            "Such as “Dr Lee, psychiatrist” or “R.”. Everybody can read it. Left empty, the page "
            "says what you do and names nobody."
        ),
    )


class InviteForm(forms.Form):
    """Whom to ask from outside, and for which of the two checks."""

    name = forms.CharField(
        label=_("Who is it for?"),
        max_length=80,
        help_text=_("Such as “Dr Lee, psychiatrist” or “R., who has lived with this”."),
    )
    kind = forms.ChoiceField(label=_("Which check?"), choices=CheckKind.choices)

    def clean_kind(self) -> CheckKind:
        return CheckKind(self.cleaned_data["kind"])


class AskForm(forms.Form):
    """A question for the library."""

    words = forms.CharField(
        label=_("What would you like to know?"),
        max_length=2000,
        help_text=_("Only you and the people who answer read this. Leave names out."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class TakeAlongForm(forms.Form):
    """A question for an appointment."""

    words = forms.CharField(
        label=_("What would you like to ask?"),
        max_length=240,
        help_text=_("In your words. It joins your own list, which you can print."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class LetterForm(forms.Form):
    """The blanks of a letter."""

    def __init__(self, *args: Any, letter: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blanks = {f"{n}-words": blank for n, blank in enumerate(letters.blanks_of(letter))}
        for name, blank in self.blanks.items():
            label = blank[:1].upper() + blank[1:]
            self.fields[name] = forms.CharField(label=label, max_length=200, required=False)

    def said(self) -> dict[str, str]:
        """What was written into each blank."""
        return {blank: self.cleaned_data.get(name, "") for name, blank in self.blanks.items()}


class AnswerForm(forms.Form):
    """An answer to one reader."""

    words = forms.CharField(label=_("Your answer"), max_length=4000, widget=forms.Textarea)


class DraftForm(forms.Form):
    """A page for everybody out of an answer."""

    title = forms.CharField(
        label=_("The question, in your own words"),
        max_length=120,
        help_text=_("As many people would ask it. Nothing that says who asked."),
    )
    topic: Any = forms.ModelChoiceField(label=_("On which shelf?"), queryset=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from cms.models import TopicPage  # the model of an article names a form of this file

        super().__init__(*args, **kwargs)
        shelves: Any = self.fields["topic"]
        shelves.queryset = TopicPage.objects.live()
