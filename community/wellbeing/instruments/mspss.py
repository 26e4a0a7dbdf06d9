"""MSPSS, support from others in twelve statements. Its words are not ours to give out.

An operator with permission completes its words (`queries.completed`); until then nobody is
offered it.
"""

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

INSTRUMENT = Instrument(
    key="mspss",
    version="1",
    title=_("Support from people around me, twelve statements"),
    short="MSPSS",
    wording=Wording.MISSING,
    licence="The author allows free use with citation; ask for it by mail before using the wording.",
    notice="Zimet GD, Dahlem NW, Zimet SG, Farley GK. J Pers Assess 1988;52:30-41.",
    stem="",
    recall=_("how it is now"),
    items=(Item(""),) * 12,
    options=tuple(
        Option(value, words)
        for value, words in enumerate(
            (
                "Very strongly disagree",
                "Strongly disagree",
                "Mildly disagree",
                "Neutral",
                "Mildly agree",
                "Strongly agree",
                "Very strongly agree",
            ),
            start=1,
        )
    ),
    scoring=Scoring("mspss/1", Kind.MEAN),  # the author: no population norms, so no bands
    direction=Direction.HIGHER_IS_BETTER,
    interval=timedelta(days=84),
    sources=("Zimet GD et al. J Pers Assess 1988;52:30-41",),
    codes={"local": "mspss"},
)
