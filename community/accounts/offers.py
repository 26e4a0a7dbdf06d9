"""What the small offers say, and where they lead."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.accounts.enums import Offer

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Said:
    """An offer in words: its title, why one might want it, the button that says yes."""

    title: Words
    about: Words
    label: Words
    page: str

    @property
    def href(self) -> str:
        """Where the yes leads."""
        return reverse(self.page)


SAID = {
    Offer.CODE: Said(
        _("So that you can always come back"),
        _("If you forget your password, a code that you keep lets you back in."),
        _("Show me a code"),
        "accounts:code",
    ),
    Offer.PRONOUNS: Said(
        _("How should others speak of you?"),
        _("She, he, they, or your own: it stands beside your name, if you like."),
        _("Say which"),
        "accounts:profile",
    ),
    Offer.ABOUT: Said(
        _("A line about you"),
        _("Something small that others may know: a pet, a hobby, the view from your window."),
        _("Write a line"),
        "accounts:profile",
    ),
}
