"""What people type at the doors: shape and clean, save nothing."""

from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.accounts import handles
from community.accounts.enums import Along, Lived, TagSeen, Topic
from community.accounts.models import Person
from community.screening import find_contacts, find_method

YES, NO = "yes", "no"
LONG_ENOUGH = _("12 letters or more. Three or four words in a row work well.")
PASSWORD_MAX = 200  # long enough for any sentence, short enough to hash


class ComeInForm(forms.Form):
    """The first screen: of age, and a yes of its own to health data."""

    adult = forms.ChoiceField(
        label=_("Are you 18 or over?"),
        choices=[(YES, _("Yes")), (NO, _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please say whether you are 18 or over.")},
    )
    health = forms.BooleanField(label="", required=False)
    code = forms.CharField(label=_("Your code"), required=False, max_length=40, strip=True)

    def __init__(self, *args: Any, needs_code: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs_code = needs_code
        self.fields["code"].widget.attrs.update(
            autocomplete="off", autocapitalize="none", spellcheck="false"
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("adult") == NO:
            return cleaned
        if not cleaned.get("health"):
            self.add_error(
                "health",
                _("We need your yes here: without it we may not keep what you write."),
            )
        if self.needs_code and not cleaned.get("code"):
            self.add_error("code", _("Please type the code you were given."))
        return cleaned


class _OneOfTwo:
    """A field that may be empty because another one can be filled in: not called optional, since
    one of the two is needed."""

    def validate(self, value: object) -> None:
        if value:
            super().validate(value)  # type: ignore[misc]


class _Pick(_OneOfTwo, forms.ChoiceField):
    pass


class _Own(_OneOfTwo, forms.CharField):
    pass


class NameForm(forms.Form):
    """The second screen: an offered name or one's own, a password, perhaps an e-mail address."""

    use_required_attribute = False
    pick = _Pick(
        label=_("Pick a name"),
        widget=forms.RadioSelect,
        help_text=_("Others will know you by it. It need not be your own, and you can change it."),
    )
    handle = _Own(
        label=_("Or write one of your own"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=PASSWORD_MAX,
        help_text=LONG_ENOUGH,
        error_messages={"required": _("Please choose a password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "data-show": ""}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=254,
        help_text=_("If you like, only so that you can get back in. Nobody here sees it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    time_zone = forms.CharField(
        required=False, max_length=40, widget=forms.HiddenInput(attrs={"data-time-zone": ""})
    )

    def __init__(self, *args: Any, offered: list[str], site_name: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site_name = site_name
        pick = self.fields["pick"]
        assert isinstance(pick, forms.ChoiceField)
        pick.choices = [(handle, handle) for handle in offered]

    def clean_handle(self) -> str:
        return handles.clean(self.cleaned_data["handle"])

    def clean(self) -> dict[str, Any]:
        """One name: what somebody wrote goes before what they picked."""
        cleaned = super().clean() or {}
        name = cleaned.get("handle") or cleaned.get("pick") or ""
        if not name and "handle" not in self.errors and "pick" not in self.errors:
            self.add_error("handle", _("Please pick a name or write one."))
        cleaned["name"] = name
        email = cleaned.get("email", "")
        refusal = handles.problem(name, email=email, site_name=self.site_name) if name else None
        if refusal is not None:
            self.add_error("handle", str(refusal.words))
        if password := cleaned.get("password"):
            try:
                validate_password(password, Person(handle=name, email=email))
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned


class AgreeForm(forms.Form):
    """A yes to texts that changed, or that somebody took back before."""

    rules = forms.CharField(widget=forms.HiddenInput)
    health = forms.CharField(widget=forms.HiddenInput)
    yes = forms.BooleanField(
        label="",
        error_messages={
            "required": _("We need your yes here: without it we may not keep what you write.")
        },
    )


class RecoverForm(forms.Form):
    """A handle, the code that was written down, a new password."""

    handle = forms.CharField(
        label=_("Your name here"),
        max_length=60,
        error_messages={"required": _("Please type the name you use here.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    code = forms.CharField(
        label=_("The code you kept"),
        max_length=60,
        help_text=_("Capitals, spaces and hyphens do not matter."),
        error_messages={"required": _("Please type the code you kept.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("A new password"),
        strip=False,
        max_length=PASSWORD_MAX,
        help_text=LONG_ENOUGH,
        error_messages={"required": _("Please choose a new password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "data-show": ""}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if password := cleaned.get("password"):
            try:
                validate_password(password, Person(handle=cleaned.get("handle", "")))
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned


class EmailForm(forms.Form):
    """An address to come back by."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        error_messages={"required": _("Please type an e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class ProfileForm(forms.Form):
    """What stands beside a handle."""

    pronouns = forms.CharField(
        label=_("Pronouns"),
        required=False,
        max_length=40,
        help_text=_(
            "Such as she, he, they. People in your rooms find them under “Who this is”, beside your words."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    about = forms.CharField(
        label=_("A line about you"),
        required=False,
        max_length=300,
        help_text=_(
            "People in your rooms can read it there too. Please leave out names and contacts."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in ("pronouns", "about"):
            if find_contacts(cleaned.get(name, "")):
                self.add_error(name, _("This looks like a way to reach you outside."))
            elif find_method(cleaned.get(name, "")):
                self.add_error(name, str(handles.HOLDS_METHOD.words))
        return cleaned


class TagForm(forms.Form):
    """One thing somebody has lived with. Nobody else reads it until they say so."""

    topic = forms.ChoiceField(
        label=_("What is it?"),
        choices=[("", _("Choose")), *Topic.choices],
        error_messages={"required": _("Please choose one.")},
    )
    lived = forms.ChoiceField(
        label=_("When?"), choices=Lived.choices, initial=Lived.NOW, widget=forms.RadioSelect
    )
    seen_by = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=TagSeen.choices,
        initial=TagSeen.ME,
        widget=forms.RadioSelect,
    )


class HandleForm(forms.Form):
    """A new name, and whether it has anything to do with the old one."""

    handle = forms.CharField(
        label=_("Your new name"),
        max_length=60,
        error_messages={"required": _("Please write a name.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    along = forms.ChoiceField(
        label=_("What I wrote so far"),
        choices=Along.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose.")},
    )

    def clean_handle(self) -> str:
        return handles.clean(self.cleaned_data["handle"])

    @property
    def is_apart(self) -> bool:
        """Whether nobody should know that the two names belong together."""
        return self.cleaned_data["along"] == Along.APART


_PARTS: dict[str, str | Promise] = {
    "Africa": _("Africa"),
    "America": _("America"),
    "Antarctica": _("Antarctica"),
    "Arctic": _("Arctic"),
    "Asia": _("Asia"),
    "Atlantic": _("Atlantic Ocean"),
    "Australia": _("Australia"),
    "Europe": _("Europe"),
    "Indian": _("Indian Ocean"),
    "Pacific": _("Pacific Ocean"),
}


class PlaceForm(forms.Form):
    """Time and country, as somebody says them: nothing is guessed from where they seem to be."""

    time_zone = forms.ChoiceField(
        label=_("My time"), required=False, widget=forms.Select(attrs={"data-time-zone": ""})
    )
    country = forms.ChoiceField(
        label=_("My country"),
        required=False,
        help_text=_("Decides which helplines you see first."),
    )

    def __init__(self, *args: Any, countries: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("time_zone", cities()), ("country", countries)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("As this place has it")), *choices]


@cache
def cities() -> list[tuple[str | Promise, list[tuple[str, str]]]]:
    """The zones of the world by their cities, below the part of the world they lie in. Names that
    are kept for old programs only ("US/Indiana-Starke") are left out: each has a city as well."""
    found: dict[str, list[tuple[str, str]]] = {part: [] for part in _PARTS}
    for zone in sorted(available_timezones()):
        part, _slash, city = zone.partition("/")
        if part in found and city:
            country, _slash, place = city.replace("_", " ").rpartition("/")
            found[part].append((zone, f"{place} ({country})" if country else place))
    return [(_PARTS[part], sorted(rows, key=lambda row: row[1])) for part, rows in found.items()]


class InvitationForm(forms.Form):
    """How many may come in with one code."""

    uses = forms.IntegerField(
        label=_("For how many people?"),
        min_value=2,
        max_value=200,
        initial=10,
        error_messages={"required": _("Please say for how many people.")},
    )


class DeclineForm(forms.Form):
    """Words to somebody who cannot be let in."""

    words = forms.CharField(
        label=_("What they will read"),
        max_length=1000,
        error_messages={"required": _("Please write a few words to this person.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
