"""Sentences that one person is shown before and another reads after: written once, so that the
preview is true."""

from django.utils.translation import gettext as _


def not_free(name: str) -> str:
    """What a member reads when a mentor passed, or did not answer in time."""
    return _("%(name)s is not free just now. These others may fit.") % {"name": name}


def not_free_alone(name: str) -> str:
    """The same, where nobody else fits yet."""
    return _("%(name)s is not free just now.") % {"name": name}


def on_break(name: str) -> str:
    """What people read whose mentor takes a break."""
    return _(
        "%(name)s is taking a break. It is not because of you. Your room stays, and your words in "
        "it. If you would like somebody else meanwhile, you can ask today."
    ) % {"name": name}


def away(name: str) -> str:
    """What people read whose mentor has a place here no more, or for now. Nothing of why."""
    return _(
        "%(name)s cannot answer at the moment. It is not because of you. Your room stays, and your "
        "words in it. If you would like somebody else, you can ask today."
    ) % {"name": name}


def stopped(name: str, *, to_member: bool) -> str:
    """What each of two people reads who have stopped, whoever of them ended it."""
    said = _(
        "You and %(name)s have stopped talking here. Not every two people fit, and it is not "
        "because of you. Your room stays for you to read."
    ) % {"name": name}
    more = _("If you would like somebody else, you can ask today.")
    return f"{said} {more}" if to_member else said
