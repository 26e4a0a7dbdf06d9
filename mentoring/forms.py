"""What is filled in about mentoring, by members, mentors and coordinators."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from community.accounts.enums import Topic
from community.screening import find_contacts
from mentoring.actions.asking import Wishes
from mentoring.enums import (
    Aim,
    Gender,
    Language,
    Named,
    SeenBy,
    Situation,
    Style,
    Value,
)
from mentoring.forms_times import TimesForm
from mentoring.forms_topics import LivedForm
from mentoring.models import Mentor, Request
from mentoring.models.sealed_list import parted

NOT_NOW = _(
    "Thank you for offering. We cannot say yes at the moment. You are welcome to ask again later, "
    "and you can write to us about it."
)
AGES = [
    ("", _("any age")),
    ("18-30", _("18 to 30")),
    ("25-45", _("25 to 45")),
    ("40-60", _("40 to 60")),
    ("55-120", _("55 or older")),
]
NAMED = _("What doctors called it, if you want that to count")
NAMED_HELP = _(
    "It counts only where the other person asks for it too. Nobody reads it before you have both "
    "said yes to each other. Then you two read that you share one, not which; who ticked one alone "
    "knows. Those who run mentoring never do."
)
_TICKS = forms.CheckboxSelectMultiple
_ROWS = forms.RadioSelect


class _SpeaksForm(forms.Form):
    """A form that asks for languages, folded away while there is nothing to see there."""

    @property
    def more_languages(self) -> bool:
        """Whether anything but English is ticked, or something is wrong."""
        return self["languages"].value() != [Language.EN] or bool(self["languages"].errors)


def _box(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _ticks(label: Any, choices: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=_TICKS, help_text=help_text
    )


class AskForm(TimesForm, LivedForm, _SpeaksForm):
    """Four short questions."""

    hopes = forms.CharField(
        label=_("What do you hope for?"),
        help_text=_("In your own words. The mentor who is asked reads this."),
        max_length=1000,
        widget=_box(4),
    )
    topics = forms.MultipleChoiceField(
        label=_("What would you like to talk about?"),
        choices=Topic.choices,
        required=False,
        widget=_TICKS,
    )
    style = forms.ChoiceField(
        label=_("How do you like to be met?"),
        choices=[("", _("No preference")), *Style.choices],
        required=False,
        widget=_ROWS,
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages you can talk in"),
        choices=Language.choices,
        initial=[Language.EN],
        widget=_TICKS,
        error_messages={"required": _("Please choose at least one language.")},
    )

    values = _ticks(_("What do you like or care about?"), Value.choices)
    situation = _ticks(_("How do you live now?"), Situation.choices)
    goals = _ticks(_("What would you like to get on with?"), Aim.choices)
    wants_gender = forms.ChoiceField(
        label=_("I would like to talk with"),
        help_text=_("Then only mentors who say so of themselves are suggested."),
        choices=[("", _("anybody")), *Gender.choices],
        required=False,
        widget=_ROWS,
    )
    ages = forms.ChoiceField(label=_("Somebody aged"), choices=AGES, required=False, widget=_ROWS)

    MORE = ("values", "situation", "goals", "wants_gender", "ages")

    @property
    def more(self) -> list[forms.BoundField]:
        """What one may say besides."""
        return [self[name] for name in self.MORE]

    @property
    def says_more(self) -> bool:
        """Whether any of it is said, or something is wrong there."""
        return any(one.value() or one.errors for one in self.more)

    @classmethod
    def of(cls, request: Request) -> "AskForm":
        """The form as the request stands now."""
        same = ("hopes", "topics", "style", "languages", *cls.MORE[:-1])
        ages = f"{request.age_from}-{request.age_to}" if request.age_range else ""
        initial = {**{name: getattr(request, name) for name in same}, "ages": ages}
        initial |= cls.lived_parts(request.lived)
        return cls(initial={**initial, **cls.parts(request.times)}, person=request.person)

    def wishes(self) -> Wishes:
        """What was filled in."""
        given = self.said()
        low, _dash, high = given.pop("ages").partition("-")
        return Wishes(**given, age_range=(int(low), int(high)) if low else None)


class ApplyForm(forms.Form):
    """A few words for the coordinator."""

    why = forms.CharField(
        label=_("Why would you like to be a mentor?"),
        help_text=_("A few sentences. Only the people who run mentoring read this."),
        max_length=1000,
        widget=_box(5),
    )
    references = forms.CharField(
        label=_("Who knows you a little?"),
        help_text=_(
            "One or two people here, by the name they have here, who have seen you listen: a host, a "
            "greeter, a moderator. Somebody may ask them how it was. Ask them first."
        ),
        max_length=300,
        required=False,
        widget=_box(2),
    )


class BringForm(LivedForm, _SpeaksForm):
    """What a mentor brings."""

    brings = forms.CharField(
        label=_("What I bring, in my words"),
        help_text=_("Everyone you are suggested to reads this. Please leave out your real name."),
        max_length=600,
        widget=_box(5),
    )
    topics = forms.MultipleChoiceField(
        label=_("What I know from my own life"),
        choices=Topic.choices,
        required=False,
        widget=_TICKS,
    )
    topics_seen = forms.ChoiceField(
        label=_("Who may read what I ticked here?"), choices=SeenBy.choices, widget=_ROWS
    )
    styles = forms.MultipleChoiceField(
        label=_("How I meet people"),
        help_text=_("Everyone you are suggested to can read this."),
        choices=Style.choices,
        required=False,
        widget=_TICKS,
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages I can talk in"),
        choices=Language.choices,
        widget=_TICKS,
        error_messages={"required": _("Please choose at least one language.")},
    )

    def clean_brings(self) -> str:
        """Everybody reads this, so a way to reach somebody outside has no place in it."""
        words: str = self.cleaned_data["brings"]
        if find_contacts(words):
            raise ValidationError(
                _("This looks like a way to reach you outside. Please leave it out.")
            )
        return words

    @classmethod
    def of(cls, mentor: Mentor) -> "BringForm":
        """The form as the mentor stands now."""
        names = ("brings", "topics", "topics_seen", "styles")
        initial: dict[str, Any] = {name: getattr(mentor, name) for name in names}
        initial |= cls.lived_parts(mentor.lived)
        return cls(initial={**initial, "languages": mentor.languages or [Language.EN]})


class WhenForm(TimesForm):
    """When, for how many, and when messages are read. `most`: for so many at once."""

    PEOPLE = (
        _("one person"),
        _("two people"),
        _("three people"),
        _("four people"),
        _("five people"),
        _("six people"),
        _("seven people"),
        _("eight people"),
    )

    places = forms.TypedChoiceField(
        label=_("For how many people at once?"),
        help_text=_("One to begin with is a good number."),
        coerce=int,
        widget=_ROWS,
    )
    reads_when = forms.CharField(
        label=_("When I read messages"),
        help_text=_(
            "For example: Tuesday and Thursday after eight. People read this before they ask."
        ),
        max_length=120,
        required=False,
    )

    def __init__(self, *args: Any, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["times"].label = _("When I have time")
        field = self.fields["places"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(enumerate(self.PEOPLE[:most], 1))

    @classmethod
    def of(cls, mentor: Mentor, *, most: int) -> "WhenForm":
        """The form as the mentor stands now."""
        initial = {"places": mentor.places, "reads_when": mentor.reads_when}
        initial |= cls.parts(mentor.times)
        return cls(initial=initial, person=mentor.person, most=most)


class MoreForm(forms.Form):
    """What else a mentor brings. All of it may be left out."""

    GLADLY = 5  # names

    values = _ticks(_("What I like or care about"), Value.choices)
    situation = _ticks(_("How I live now"), Situation.choices)
    goals = _ticks(_("What I can help with"), Aim.choices)
    gender = forms.ChoiceField(
        label=_("I am"),
        help_text=_("Somebody who wishes for it can read this. Left out, it meets no such wish."),
        choices=[("", _("I would rather not say")), *Gender.choices],
        required=False,
        widget=_ROWS,
    )
    age = forms.IntegerField(
        label=_("My age"),
        help_text=_("Matching alone knows it. Left out, it meets no wish for an age."),
        min_value=18,
        max_value=120,
        required=False,
    )
    gladly = forms.CharField(
        label=_("Whom I would gladly talk with"),
        help_text=_(
            "Up to five names, as they stand here, with commas. Who of them asks for a mentor reads "
            "that you would gladly talk with them. Nobody else learns it."
        ),
        max_length=180,
        required=False,
    )
    diagnosis = _ticks(NAMED, Named.choices, help_text=NAMED_HELP)

    def clean_gladly(self) -> list[str]:
        """The names, each once."""
        names = list(dict.fromkeys(parted(self.cleaned_data["gladly"])))
        if len(names) > self.GLADLY:
            raise ValidationError(_("Please name five people at most."))
        return names

    @classmethod
    def of(cls, mentor: Mentor) -> "MoreForm":
        """The form as the mentor stands now."""
        initial: dict[str, Any] = {name: getattr(mentor, name) for name in cls.base_fields}
        return cls(initial={**initial, "gladly": ", ".join(parted(mentor.gladly))})


class LimitsForm(forms.Form):
    """What is not for this mentor."""

    limits = forms.MultipleChoiceField(
        label=_("Please do not suggest me to somebody who wants to talk about"),
        help_text=_("Only matching and the coordinator see this. You need no reason."),
        choices=Topic.choices,
        required=False,
        widget=_TICKS,
    )


class NightForm(forms.Form):
    """One made-up message. What is written here is not kept."""

    words = forms.CharField(
        label=_("What would you do?"),
        help_text=_("There is no mark, and we do not keep what you write here."),
        max_length=1000,
        required=False,
        widget=_box(4),
    )


class PassForm(forms.Form):
    """Why a mentor is not free."""

    reason = forms.CharField(
        label=_("Is there something the coordinator can know?"),
        help_text=_("Only the coordinator reads it."),
        max_length=600,
        required=False,
        widget=_box(3),
    )


class NotNowForm(forms.Form):
    """The words of a "not now"."""

    words = forms.CharField(
        label=_("What the person will read"),
        help_text=_("Your words, not a form letter. They can offer again."),
        max_length=600,
        initial=NOT_NOW,
        widget=_box(4),
    )
