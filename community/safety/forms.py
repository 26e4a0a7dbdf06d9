"""Forms of the desk and of what members tell it: they shape and clean, and save nothing."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.safety import house_rules
from community.safety.choices import Choice, Decision
from community.safety.enums import ReportReason, Urgency, Why
from community.safety.rules import WORDS_LIMIT

# How long a measure runs: the words a moderator chooses by, never a date to compute.
DAYS = {"1": 1, "7": 7, "14": 14, "30": 30}
_ENDS = [
    ("1", _("for a day")),
    ("7", _("for a week")),
    ("14", _("for two weeks")),
    ("30", _("for a month")),
    ("none", _("until somebody lifts it")),
]


class Words(forms.CharField):
    """A box for words: line breaks kept, control characters not."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": WORDS_LIMIT, "strip": True, **kwargs})

    def to_python(self, value: Any) -> Any:
        words = str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        return "".join(c for c in words if c == "\n" or c == "\t" or c.isprintable())


_REASONS = (
    (
        _("Someone may be in danger"),
        (
            ReportReason.DIE,
            ReportReason.CHILD,
            ReportReason.THREAT,
            ReportReason.OUTSIDE,
            ReportReason.METHOD,
        ),
    ),
    (
        _("Something was said or done that hurts"),
        (
            ReportReason.HURTS,
            ReportReason.HATE,
            ReportReason.SEXUAL,
            ReportReason.MONEY,
            ReportReason.ADVICE,
        ),
    ),
    (
        _("Something else is not right here"),
        (
            ReportReason.YOUNG,
            ReportReason.CONTACT,
            ReportReason.RULES,
            ReportReason.SPAM,
            ReportReason.OTHER,
        ),
    ),
)


class ReportForm(forms.Form):
    """Why somebody tells the team, the urgent first, and in their words if they like."""

    reason = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[(legend, [(one.value, one.label) for one in of]) for legend, of in _REASONS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what fits best.")},
    )
    words = Words(
        label=_("Anything the team should know"),
        help_text=_("Only the team reads this."),
        required=False,
        max_length=2000,
    )


class WorryForm(forms.Form):
    """Somebody is worried about another person here."""

    name = forms.CharField(
        label=_("Who is it?"),
        help_text=_("The name you know them by here."),
        max_length=60,
        error_messages={"required": _("Please write the name you know them by.")},
    )
    words = Words(
        label=_("What makes you worry?"),
        help_text=_("Only the team reads this."),
        max_length=2000,
        error_messages={"required": _("Please write a sentence or two.")},
    )


class WorriedAboutForm(forms.Form):
    """How it seems to somebody who is worried about whoever wrote something."""

    urgency = forms.ChoiceField(
        label=_("How does it seem to you?"),
        help_text=_("You do not have to be sure."),
        choices=Urgency.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what fits best.")},
    )
    words = Words(
        label=_("What makes you worry?"),
        help_text=_("Only the team reads this."),
        required=False,
        max_length=2000,
    )


class OutsideForm(forms.Form):
    """Hiding two people from one another, and whether the team hears of it."""

    tell = forms.BooleanField(
        label=_("I am afraid of them: tell the team as well"),
        required=False,
    )
    words = Words(
        label=_("Anything the team should know"),
        help_text=_("Only the team reads this."),
        required=False,
        max_length=2000,
    )


class AppealForm(forms.Form):
    """Why somebody else should look again."""

    words = Words(
        label=_("What would you like us to look at again?"),
        max_length=2000,
        error_messages={"required": _("Please write a sentence or two.")},
    )


class ReplyForm(forms.Form):
    """An answer to a letter from the team."""

    words = Words(
        label=_("Your answer"),
        help_text=_("Only the team reads this."),
        max_length=2000,
        error_messages={"required": _("Please write a sentence.")},
    )


class NoteForm(forms.Form):
    """Words for the next of the team."""

    words = Words(
        label=_("For the team"),
        max_length=2000,
        error_messages={"required": _("Please write a sentence.")},
    )


class AskWhoForm(forms.Form):
    """Why somebody of the team has to know who a member is."""

    why = Words(
        label=_("Why you need to know who this is"),
        help_text=_("The second person reads this. It is kept, sealed."),
        max_length=1000,
        error_messages={"required": _("Please write why.")},
    )
    in_progress = forms.BooleanField(
        label=_("An act is in progress: I open it alone, now"),
        help_text=_("Only while you are on duty. Somebody else looks at this within a day."),
        required=False,
    )


class DecideForm(forms.Form):
    """One choice, one reason, and words for whom it concerns. Nothing is chosen beforehand."""

    choice = forms.ChoiceField(
        label=_("What do you decide?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )
    which = forms.ChoiceField(
        label=_("To which of the words"),
        error_messages={"required": _("Please choose which of the words it is about.")},
    )
    why = forms.ChoiceField(
        label=_("Why"),
        choices=[("", _("Please choose")), *Why.choices],
        error_messages={"required": _("Please choose why.")},
    )
    rule = forms.ChoiceField(
        label=_("The rule it rests on"),
        help_text=_("The person reads it beside your words."),
        error_messages={"required": _("Please choose which rule this step rests on.")},
    )
    words = Words(
        label=_("Your words to the person"),
        help_text=_("They read this, with your name. Say what happens and what they can do."),
        error_messages={"required": _("Please say it to the person in your own words.")},
    )
    ends = forms.ChoiceField(
        label=_("How long"),
        choices=[("", _("Please choose")), *_ENDS],
        error_messages={"required": _("Please choose how long.")},
    )
    to_reporters = Words(
        label=_("Your words to whoever told us"),
        help_text=_("A short answer is sent by itself. Never say what you told the other."),
        required=False,
        max_length=1000,
    )
    note = Words(
        label=_("A note for the team"),
        help_text=_("No member reads this."),
        required=False,
        max_length=2000,
    )

    def __init__(
        self,
        *args: Any,
        choices: Sequence[Choice],
        told: int,
        passages: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {choice.name: choice for choice in choices}
        rows = [(c.name, f"{c.label}. {c.help}" if c.help else c.label) for c in choices]
        choice = self.fields["choice"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = rows
        which = self.fields["which"]
        assert isinstance(which, forms.ChoiceField)
        which.choices = [("", _("Please choose")), *passages]
        if len(passages) < 2 or not self.on_words:
            del self.fields["which"]
        rule = self.fields["rule"]
        assert isinstance(rule, forms.ChoiceField)
        rule.choices = [("", _("Please choose")), *house_rules.rows()]
        if not self.have_rule:
            del self.fields["rule"]
        if not any(c.needs_words for c in choices):
            del self.fields["words"]
        if not any(c.has_end for c in choices):
            del self.fields["ends"]
        if not told:
            del self.fields["to_reporters"]

    @property
    def need_words(self) -> list[str]:
        """The choices of which the person is told in words."""
        return [name for name, choice in self.offered.items() if choice.needs_words]

    @property
    def have_rule(self) -> list[str]:
        """The choices that rest on a rule of the house."""
        return [name for name, choice in self.offered.items() if choice.has_rule]

    @property
    def on_words(self) -> list[str]:
        """The choices that are done to the words themselves."""
        return [name for name, choice in self.offered.items() if choice.on_words]

    @property
    def have_end(self) -> list[str]:
        """The choices that run for some time."""
        return [name for name, choice in self.offered.items() if choice.has_end]

    @property
    def have_reason(self) -> list[str]:
        """The choices that say why. Writing to somebody is about care, and nobody has to say so."""
        return [name for name, choice in self.offered.items() if choice.has_reason]

    def full_clean(self) -> None:
        """Asks for a reason, words and an end only where the choice has a use for them."""
        chosen = self.data.get(self.add_prefix("choice"), "") if self.is_bound else ""
        for name, uses in (
            ("which", self.on_words),
            ("why", self.have_reason),
            ("rule", self.have_rule),
            ("words", self.need_words),
            ("ends", self.have_end),
        ):
            if name in self.fields and self.is_bound:
                self.fields[name].required = chosen in uses
        super().full_clean()

    def decision(self, *, now: datetime | None = None) -> Decision:
        """What was decided, as plain values."""
        given = self.cleaned_data
        days = DAYS.get(given.get("ends") or "")
        return Decision(
            choice=given["choice"],
            why=Why(given["why"] or Why.CARE),
            words=given.get("words", ""),
            to_reporters=given.get("to_reporters", ""),
            note=given.get("note", ""),
            which=given.get("which", ""),
            rule=given.get("rule", ""),
            until=(now or timezone.now()) + timedelta(days=days) if days else None,
        )
