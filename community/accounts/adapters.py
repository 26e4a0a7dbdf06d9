"""The hooks allauth needs."""

import logging
import threading
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.accounts import handles, queries
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.house import queries as house
from community.sealed import ring

log = logging.getLogger(__name__)

# One sentence for every log-in that fails: it never says whether a name or an address is known.
_NO_LOGIN = _("That name or e-mail and that password do not belong together. Please try again.")
# What may stay in a session when somebody signs in: how far their log-in has come.
_LOGIN_KEYS = ("account_", "mfa", "_usersessions")


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up goes through our own four screens; links carry our own address; mail that cannot be
    sent refuses nobody."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "invalid_login": _NO_LOGIN,
        "username_password_mismatch": _NO_LOGIN,
        "email_password_mismatch": _NO_LOGIN,
        "too_many_login_attempts": _(
            "That did not work several times. Please wait five minutes and try again."
        ),
        "rate_limited": _("That was a lot in a short time. Please wait a few minutes."),
        "incorrect_password": _("That is not your password. Please try again."),
        "enter_current_password": _("Please type the password you have now."),
        "incorrect_code": _("That code does not fit. Please try again."),
        "account_inactive": _NO_LOGIN,
        "invalid_password_reset": _("This link was used or is too old. Please ask for a new one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # the library's own door; ours is `accounts:come_in`

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Nothing a browser gathered while signed out is carried into a person's session."""
        if not request.user.is_authenticated:
            for key in list(request.session.keys()):
                if not key.startswith(_LOGIN_KEYS):
                    del request.session[key]
        super().login(request, user)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        person = request.user
        if isinstance(person, Person):
            if person.standing == Standing.WAITING:
                return reverse("accounts:waiting")
            if person.standing == Standing.LEAVING:
                return reverse("person:leaving")
            if person.standing == Standing.ACTIVE and queries.consents_missing(person):
                return reverse("accounts:consent")
        return super().get_login_redirect_url(request)

    def is_safe_url(self, url: str) -> bool:
        """What is no address at all leads nowhere: allauth would fail at it."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def clean_username(self, username: str, shallow: bool = False) -> str:
        return handles.clean(username)

    def format_email_subject(self, subject: str) -> str:
        return str(subject)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The page never waits for it: neither a slow mail server nor who has which address can
        be told from the time an answer takes."""
        message = self.render_mail(template_prefix, email, self.with_place(context))
        if settings.MAIL_AT_ONCE:
            _deliver(message)
        else:
            threading.Thread(target=_deliver, args=(message,)).start()

    def with_place(self, context: dict[str, Any]) -> dict[str, Any]:
        """What every mail's text knows."""
        return {**context, "place": place()}

    def send_confirmation_mail(
        self, request: HttpRequest, emailconfirmation: Any, signup: bool
    ) -> None:
        """Where the address is somebody else's already, its owner is told; the page is the same."""
        address = emailconfirmation.email_address.email
        if EmailAddress.objects.filter(email=address, verified=True).exists():
            self.send_account_already_exists_mail(address)
        else:
            super().send_confirmation_mail(request, emailconfirmation, signup)

    def send_account_already_exists_mail(self, email: str) -> None:
        context = {"password_reset_url": at_home(reverse("account_reset_password"))}
        self.send_mail("account/email/account_already_exists", email, context)

    def get_reset_password_from_key_url(self, key: str) -> str:
        path = reverse(
            "account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"}
        ).replace("UID-KEY", key)
        return at_home(path)

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        return at_home(reverse("account_confirm_email", args=[emailconfirmation.key]))

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        return reverse("accounts:email") if self.request.user.is_authenticated else "/"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/me/"


class MFAAdapter(DefaultMFAAdapter):
    """Names this site to authenticator apps."""

    def encrypt(self, text: str) -> str:
        """Seeds and spare codes are sealed in the database, as private words are."""
        return ring().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return ring().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        return place()["name"]

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:
        return str(_("This device"))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": place()["name"]}


def _deliver(message: EmailMessage) -> None:
    """Where mail is away it is logged by its class, and nobody is refused."""
    try:
        message.send()
    except (OSError, SMTPException) as error:
        log.warning("mail was not sent: %s", type(error).__name__)


def at_home(path: str) -> str:
    """A link with the configured address, whatever host the request named (INPV-17)."""
    return f"{settings.SITE_URL}{path}"


def place() -> dict[str, str]:
    """What a mail says about this place: its name and address, never its kind."""
    return {"name": house.current().name, "url": settings.SITE_URL}
