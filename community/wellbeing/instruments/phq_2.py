"""PHQ-2: the first two questions of the PHQ-9."""

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
    key="phq-2",
    version="1",
    title=_("Low mood, two questions"),
    short="PHQ-2",
    wording=Wording.HERE,
    licence=phq.LICENCE,
    notice=phq.NOTICE,
    stem=phq.STEM,
    recall=phq.RECALL,
    items=phq_9.ITEMS[:2],
    options=phq.OPTIONS,
    scoring=Scoring("phq-2/1", Kind.SUM),
    direction=Direction.HIGHER_IS_WORSE,
    interval=timedelta(days=7),
    bands=(
        Band(0, 2, "negative", _("fewer troubles")),
        Band(3, 6, "positive", _("more troubles")),
    ),
    about=_("At 3 or more, the longer form says more."),
    sources=("Kroenke K, Spitzer RL, Williams JBW. Med Care 2003;41:1284-1292 (cut-off 3)",),
    codes={"panel": "55757-9", "total": "55758-7", "answers": phq.ANSWERS_CODE},
)
