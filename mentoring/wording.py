"""Sentences that one person is shown before and another reads after: written once, so that the
preview is true."""

from datetime import date, timedelta

from django.utils.formats import date_format
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


def answers_on(day: date, *, today: date) -> str:
    """What a mentor says in one tap, and the other reads."""
    if day == today:
        return _("I have read this. I answer today.")
    if day == today + timedelta(days=1):
        return _("I have read this. I answer tomorrow.")
    return _("I have read this. I answer on %(day)s.") % {"day": date_format(day, "l")}


def openers(*, is_mentor: bool) -> tuple[str, ...]:
    """Three ways to begin. They only fill the box."""
    if is_mentor:
        return (
            _("Hello. I am glad you asked. How has today been?"),
            _("Hello. I have read what you hope for. Where would you like to begin?"),
            _("Hello. There is no hurry here. Write whenever it suits you."),
        )
    return (
        _("Hello. Thank you for saying yes."),
        _("Hello. I do not quite know how to begin."),
        _("Hello. I would like to tell you why I asked."),
    )
