"""How today's group was: feedback in our own words, no scale, no total, no cut-off."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from community.wellbeing.instruments import ours
from community.wellbeing.instruments.definition import (
    Direction,
    Instrument,
    Item,
    Kind,
    Scoring,
    Wording,
)

INSTRUMENT = Instrument(
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
    options=ours.OPTIONS,
    scoring=Scoring("today/1", Kind.NONE),
    direction=Direction.HIGHER_IS_BETTER,
    interval=timedelta(0),
    about=ours.LABEL,
    sources=("Written for this place",),
    codes={"local": "today"},
)
