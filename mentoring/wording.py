"""Sentences that one person is shown before and another reads after: written once, so that the
preview is true."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def not_free(name: str) -> str:
    """What a member reads of a mentor who passed, or did not answer in time, whatever comes next."""
    return _("%(name)s is not free just now.") % {"name": name}


def ranks(number: int) -> list[str]:
    """Whom to ask after the first choice, in the order of the member."""
    return [str(one) for one in (_("Second"), _("Third"), _("Fourth"), _("Fifth"))[:number]]


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


def ended_well(name: str) -> str:
    """What both read who came to the end they had planned."""
    return _(
        "You and %(name)s have come to the end you planned. Your room stays for you to read, and what "
        "you two wrote to take along."
    ) % {"name": name}


def not_the_fit(name: str) -> str:
    """What a member reads who is matched again, whoever of the two said that they do not fit."""
    return _(
        "You and %(name)s have stopped. Not every two people fit, and it is not because of you. We "
        "look again with what you wrote before. You can change it, or take it back."
    ) % {"name": name}


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


def quiet(name: str, *, step: int, answers_for: str, waits: bool | None) -> str:
    """What one of two reads while there is no answer: `waits`, whether they wrote last; None where
    nobody wrote. It asks nothing, and assumes nothing."""
    if waits is None:
        said = _("It is quiet between you and %(name)s. That may mean nothing at all.")
    elif waits:
        said = _("%(name)s has not answered for a while. That may mean nothing at all.")
    else:
        said = _("%(name)s wrote last in your room. There is no hurry.")
    said = said % {"name": name}
    back = _("Whoever comes back needs to explain nothing.")
    if step < 2:
        return f"{said} {back}"
    if answers_for:
        knows = _("%(name)s, who answers for your room, knows.") % {"name": answers_for}
        return f"{said} {knows} {back}"
    return f"{said} {back}"


def path() -> tuple[tuple[str, str], ...]:
    """The ten meetings: what each is called, and what it may be about."""
    return (
        (_("A hello, and your story"), _("As much of it as you like to tell.")),
        (_("Strengths"), _("What has carried you until now. Both of you may say one.")),
        (_("What matters"), _("What would make the next months better ones?")),
        (_("One small step"), _("Something you could try before you meet again.")),
        (_("Early signs"), _("How do you notice that it gets harder? Who may say so?")),
        (
            _("When it gets bad"),
            _("What helps then, and whom you call. Your own plan stays yours."),
        ),
        (_("People"), _("Who is there besides this room?")),
        (_("Staying well"), _("What you want to keep doing, on ordinary days too.")),
        (_("Less often"), _("Meet further apart, and see how that is.")),
        (_("A good ending"), _("What each of you takes along. A letter, if you like.")),
    )
