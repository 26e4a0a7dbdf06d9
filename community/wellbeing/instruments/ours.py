"""Our own short measures: feedback for the people here, no validated scale, no total, no cut-off."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from community.wellbeing.instruments.definition import (
    Direction,
    Instrument,
    Item,
    Kind,
    Option,
    Scoring,
    Wording,
)

_OPTIONS = (
    Option(1, _("Not at all")),
    Option(2, _("A little")),
    Option(3, _("Partly")),
    Option(4, _("Mostly")),
    Option(5, _("Very much")),
)
_LABEL = _("Feedback in our own words. It is not a validated scale, and no answer is a result.")

HERE = Instrument(
    key="here",
    version="1",
    title=_("How it is to be here"),
    short=_("Being here"),
    wording=Wording.OURS,
    licence="MIT",
    notice="",
    stem=_("When you think of this place in the last weeks:"),
    recall=_("the last weeks"),
    items=(
        Item(_("I felt heard.")),
        Item(_("I felt safe.")),
        Item(_("I felt less alone.")),
        Item(_("I learned something that is of use to me.")),
        Item(_("It helped me.")),
    ),
    options=_OPTIONS,
    scoring=Scoring("here/1", Kind.NONE),
    direction=Direction.HIGHER_IS_BETTER,
    interval=timedelta(days=28),
    about=_LABEL,
)

TODAY = Instrument(
    key="today",
    version="1",
    title=_("How was today's group?"),
    short=_("Today's group"),
    wording=Wording.OURS,
    licence="MIT",
    notice="",
    stem=_("When you think of today's group:"),
    recall=_("today"),
    items=(
        Item(_("I felt heard.")),
        Item(_("We spoke about what matters to me.")),
        Item(_("The way we talked suits me.")),
        Item(_("All in all, it was right for me today.")),
    ),
    options=_OPTIONS,
    scoring=Scoring("today/1", Kind.NONE),
    direction=Direction.HIGHER_IS_BETTER,
    interval=timedelta(0),
    about=_LABEL,
)

INSTRUMENTS = (HERE, TODAY)
