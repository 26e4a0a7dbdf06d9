"""What people type at the doors: shape and clean, save nothing."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from community.accounts import handles
from community.accounts.models import Person

YES, NO = "yes", "no"
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
        if cleaned.get("adult") != YES:
            return cleaned
        if not cleaned.get("health"):
            self.add_error(
                "health",
                _("We need your yes here: without it we may not keep what you write."),
            )
        if self.needs_code and not cleaned.get("code"):
            self.add_error("code", _("Please type the code you were given."))
        return cleaned


class NameForm(forms.Form):
    """The second screen: an offered name or one's own, a password, perhaps an e-mail address."""

    pick = forms.ChoiceField(
        label=_("Pick a name"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Others will know you by it. It need not be your own, and you can change it."),
    )
    handle = forms.CharField(
        label=_("Or write one of your own"),
        required=False,
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=PASSWORD_MAX,
        help_text=_("12 signs or more. Three or four words in a row work well."),
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

    def __init__(self, *args: Any, offered: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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
        if password := cleaned.get("password"):
            try:
                validate_password(password, Person(handle=name, email=cleaned.get("email", "")))
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned
