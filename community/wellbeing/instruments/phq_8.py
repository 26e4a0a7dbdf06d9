"""PHQ-8: the PHQ-9 without its ninth question, for wherever nobody is there to read that answer."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from community.wellbeing.instruments import phq, phq_9
from community.wellbeing.instruments.definition import (
    Band,
    Direction,
    Instrument,
    Kind,
    Scoring,
    Wording,
)

INSTRUMENT = Instrument(
    key="phq-8",
    version="1",
    title=_("Low mood, eight questions"),
    short="PHQ-8",
    wording=Wording.HERE,
    licence=phq.LICENCE,
    notice=phq.NOTICE,
    stem=phq.STEM,
    recall=phq.RECALL,
    items=phq_9.ITEMS[:8],
    options=phq.OPTIONS,
    scoring=Scoring("phq-8/1", Kind.SUM),
    direction=Direction.HIGHER_IS_WORSE,
    interval=timedelta(days=14),
    bands=(*phq_9.BANDS[:4], Band(20, 24, "severe", _("severe"))),
    sources=("Kroenke K et al. J Affect Disord 2009;114:163-173 (ranges, cut-off 10)",),
    codes={"local": "phq-8", "answers": phq.ANSWERS_CODE},
)
