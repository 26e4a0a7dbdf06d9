"""How it is to be here: feedback in our own words, no scale, no total, no cut-off."""

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
    options=ours.OPTIONS,
    scoring=Scoring("here/1", Kind.NONE),
    direction=Direction.HIGHER_IS_BETTER,
    interval=timedelta(days=28),
    about=ours.LABEL,
    sources=("Written for this place",),
    codes={"local": "here"},
)
