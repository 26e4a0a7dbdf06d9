"""allauth's forms with our words: one password box with a way to see it, no placeholders."""

from typing import Any

from allauth.account import forms as library
from allauth.account.adapter import get_adapter
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community.accounts.forms import LONG_ENOUGH
from community.accounts.models import Person


def _ours(form: forms.BaseForm, **labels: Any) -> None:
    """Our labels, no placeholders, no second password box, a way to see what one types."""
    form.fields.pop("password2", None)
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.label = labels.get(name, field.label)
        field.help_text = LONG_ENOUGH if name == "password1" else ""
        if isinstance(field.widget, forms.PasswordInput):
            field.widget.attrs["data-show"] = ""


class LoginForm(library.LoginForm):
    """Name or e-mail, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ours(
            self,
            login=_("Your name or e-mail"),
            password=_("Password"),
            remember=_("Stay signed in on this device"),
        )
        self.fields["login"].widget.attrs.update(
            autocomplete="username", autocapitalize="none", spellcheck="false"
        )


class ResetPasswordForm(library.ResetPasswordForm):
    """An address. The page answers the same, after the same work, whoever has it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ours(self, email=_("Your e-mail"))

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        if not self.users:
            _prepare_for_nobody(self.cleaned_data["email"])
        return super().save(request, **kwargs)


def _prepare_for_nobody(email: str) -> None:
    """Makes the key and the mail that a known address would get, and drops them."""
    nobody = Person(pk=0, handle="nobody", email=email)
    adapter = get_adapter()
    key = f"{user_pk_to_url_str(nobody)}-{default_token_generator.make_token(nobody)}"
    context = {"user": nobody, "password_reset_url": adapter.get_reset_password_from_key_url(key)}
    adapter.render_mail("account/email/password_reset_key", email, adapter.with_place(context))


class ResetPasswordKeyForm(library.ResetPasswordKeyForm):
    """A new password, once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ours(self, password1=_("A new password"))


class ChangePasswordForm(library.ChangePasswordForm):
    """The password of now and a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ours(self, oldpassword=_("The password you have now"), password1=_("A new password"))


class ReauthenticateForm(library.ReauthenticateForm):
    """The password, once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ours(self, password=_("Your password"))


class AuthenticateForm(mfa.AuthenticateForm):
    """The second step at log-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ours(self, code=_("The code from your app, or one of your spare codes"))


class SecondStepAgainForm(mfa.ReauthenticateForm):
    """The second step, once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ours(self, code=_("The code from your app, or one of your spare codes"))


class ActivateTOTPForm(totp.ActivateTOTPForm):
    """The first code of an app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ours(self, code=_("The code your app shows now"))


class AddWebAuthnForm(webauthn.AddWebAuthnForm):
    """A new passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ours(
            self,
            name=_("What you call this passkey"),
            passwordless=_("Let me sign in with it alone, without a password"),
        )
