"""The hooks allauth needs."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up goes through our own four screens."""


class MFAAdapter(DefaultMFAAdapter):
    """Names this site to authenticator apps."""
