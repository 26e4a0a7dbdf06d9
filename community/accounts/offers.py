"""What the small offers say, and where they lead."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.accounts.enums import Offer
from community.accounts.models import Person

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
    Offer.CARD: Said(
        _("What helps in talking with you?"),
        _("Slowly, or with a joke; what is better left alone. You choose who may read it."),
        _("Write a line or two"),
        "care:card",
    ),
    Offer.TAGS: Said(
        _("What have you lived with?"),
        _("A word or two that help to find somebody who knows it. Yours alone, unless you say so."),
        _("Choose a word"),
        "accounts:tags",
    ),
}
_elsewhere: dict[Offer, Callable[[Person], bool]] = {}


def register(offer: Offer, *, is_kept: Callable[[Person], bool]) -> None:
    """Called once, for an offer whose yes is kept by a feature above this one."""
    _elsewhere[offer] = is_kept


def is_kept_elsewhere(offer: Offer, person: Person) -> bool:
    """Whether somebody said yes to it already; also where nobody keeps such a thing."""
    return _elsewhere[offer](person) if offer in _elsewhere else True
